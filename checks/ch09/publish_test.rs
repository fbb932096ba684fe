//! 9.15: a user changed a name, and both functions ran since their last change without an error.

use crate::documents::function_log::FunctionLog;
use crate::judge::lambda::runs;
use crate::services::lambda::Function;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO;
    SEND_EMAIL = given::SEND_EMAIL;
    TOLD: "put-account-info ran since its last change, and ended without an error",
        or "Sign in on your website, and save another name on the account page.", at logs::CONSOLE;
    SENT: "sns-send-email ran since its last change, and ended without an error",
        or "Save another name on the account page, and read what the function's log says.", at logs::CONSOLE;
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO),
    lambda::FUNCTION.named(book::SEND_EMAIL),
    logs::FUNCTION_LOG,
    ses::SENDING,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (publishes, sends) =
        join!(aws.function(you, book::PUT_ACCOUNT_INFO.text), aws.function(you, book::SEND_EMAIL.text));
    let publishes = it.finds(FUNCTION, publishes);
    let sends = it.finds(SEND_EMAIL, sends);
    let (publishes, sends) = (publishes?, sends?);
    let (told, sent, sending) =
        join!(aws.function_log(you, &publishes), aws.function_log(you, &sends), aws.sending(you));
    it.expects(TOLD, judged(&publishes, told, runs::since_change));
    // What SES counts is evidence beside the log: it decides nothing, and may be left unread.
    let sending = sending.ok();
    it.expects(SENT, judged(&sends, sent, |log, changed| heard(runs::sent_mail(log, changed, sending.as_ref()))));
    Ok(())
}

fn judged(
    function: &Function,
    log: Read<Option<FunctionLog>>,
    judge: impl FnOnce(Option<&FunctionLog>, Option<i64>) -> Judgement,
) -> Read<Judgement> {
    log.map(|log| judge(log.as_ref(), function.changed))
}

/// Nobody calls this function but the topic.
fn heard(judged: Judgement) -> Judgement {
    match judged.is_absent() {
        true => judged.advising(
            "Save another name on the account page, and wait for a moment. If put-account-info runs and this function does not, \
             nobody gets the message: look at the subscription, at its filter policy and at the function's policy (exercise 9.11).",
        ),
        false => judged,
    }
}
