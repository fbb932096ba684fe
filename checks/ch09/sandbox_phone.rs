//! 9.e4: a phone that gets text messages while the account is in the sandbox.

use crate::judge::sns::sms;
use crate::services::sns::sms as service;
use crate::verifier::prelude::*;

clauses! {
    PHONE: "a phone of yours may get text messages from {{ region }}",
        or "In Amazon SNS, under Text messaging (SMS), choose Add phone number.", at service::CONSOLE;
    VERIFIED: "its owner has entered the code that it got",
        or "Choose the phone under Sandbox destination phone numbers, then Verify, and enter the code.", at service::CONSOLE;
}

pub const READS: Reads = &[service::SANDBOX_STATUS, service::SANDBOX_PHONES];

/// Out of the sandbox no phone has to be verified.
pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (is_in_sandbox, phones) = join!(aws.is_in_sms_sandbox(you), aws.sandbox_phones(you));
    if is_in_sandbox == Ok(false) {
        it.expects(PHONE, Judgement::holds("every phone, since the account is out of the SMS sandbox"));
        it.skips(VERIFIED, "the account is out of the SMS sandbox");
        return Ok(());
    }
    let best = is_in_sandbox.and(phones).map(|all| Found::from(sms::best_phone(&all).cloned()));
    let phone = it.finds(PHONE, best)?;
    it.expects(VERIFIED, sms::verified(&phone));
    Ok(())
}
