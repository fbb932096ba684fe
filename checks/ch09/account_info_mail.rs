//! 9.7: the function was called since its last change, and sent its e-mail without an error.

use crate::judge::lambda::runs;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO;
    RAN: "the function ran since its last change, and ended without an error",
        or "Sign in on your website, and save another name on the account page.", at logs::CONSOLE;
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO), logs::FUNCTION_LOG, ses::SENDING];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::PUT_ACCOUNT_INFO.text).await)?;
    let (log, sending) = join!(aws.function_log(you, &function), aws.sending(you));
    // What SES counts is evidence beside the log: it decides nothing, and may be left unread.
    let sending = sending.ok();
    it.expects(RAN, log.judged(|log| runs::sent_mail(log.as_ref(), function.changed, sending.as_ref())));
    Ok(())
}
