//! 9.e1: the account may send text messages to every phone.

use crate::judge::sns::sms;
use crate::services::sns::sms as service;
use crate::verifier::prelude::*;

clauses! {
    SANDBOX: "your account may send text messages to every phone, in {{ region }}",
        or "In Amazon SNS, under Text messaging (SMS), choose Exit SMS sandbox, and answer the questions.", at service::CONSOLE;
}

pub const READS: Reads = &[service::SANDBOX_STATUS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    it.expects(SANDBOX, aws.is_in_sms_sandbox(you).await.map(sms::out_of_sandbox));
    Ok(())
}
