//! 9.14: the function of the account page tells the topic of a changed name, and sends no e-mail itself.

use crate::book::{email_function, function_policy, mail as letters, publishing};
use crate::judge::lambda::{code, function, mail, publishing as publishes, trial, user_attributes};
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO;
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    HANDLER: "its code package has the handler",
        or "Give the file and what it exports the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    CHANGES: "its code still changes an attribute of the user",
        or "Send an UpdateUserAttributesCommand as in exercise 7.15, and publish after it. Then choose Deploy.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    PUBLISHES: "its code publishes a message",
        or "Send a PublishCommand after the name was changed, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    NAMES_TOPIC: "the message goes to the topic function-sns-send-email",
        or "Write the topic's whole ARN: arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    NO_MAIL: "its code sends no e-mail any more",
        or "Take SendEmailCommand out of the code, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    TOPIC = given::EMAIL_TOPIC;
    ALLOWED: "it may publish: its role allows that, and neither the topic's policy nor its key is in the way",
        or "Give the policy function-put-account-info the text of exercise 9.13, and attach it to the role.",
        at lambda::CONSOLE_PERMISSIONS.of(book::PUT_ACCOUNT_INFO);
    TRIAL: "asked for another name, it publishes a message, and sends no e-mail",
        or "Choose Test on the page Code, and read what it prints.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
}

pub const READS: Reads =
    &[lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO), iam::ROLE_PERMISSIONS, sns::TOPIC.named(book::EMAIL_TOPIC)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (function, topic) =
        join!(aws.function(you, book::PUT_ACCOUNT_INFO.text), aws.topic(you, book::EMAIL_TOPIC.text));
    let function = it.finds(FUNCTION, function)?;
    it.expects(READY, function::ready(&function));
    let (package, role, tried) = join!(
        aws.package(&function),
        aws.role_permissions(you, function.role_name()),
        aws.try_mail(&function, letters::trial(you)),
    );
    let arn = email_function::topic_arn(you);
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(CHANGES, package.judged(|package| user_attributes::changes_user(package)));
    it.expects(PUBLISHES, package.judged(|package| publishes::publishes(package)));
    it.expects(NAMES_TOPIC, package.judged(|package| publishes::publishes_to(package, &arn)));
    it.expects(NO_MAIL, package.judged(|package| mail::sends_none(package)));
    let topic = it.finds(TOPIC, topic)?;
    it.expects(ALLOWED, role.and_then(|role| allowed(you, &function, &role, &topic)));
    let judged = |answer| trial::not_here(&function).unwrap_or_else(|| trial::published(&answer, &arn));
    it.sees(TRIAL, &[READY, HANDLER, CHANGES, PUBLISHES, NAMES_TOPIC, NO_MAIL, ALLOWED], tried.map(judged));
    Ok(())
}

fn allowed(you: &Learner, function: &lambda::Function, role: &RolePermissions, topic: &sns::Topic) -> Read<Judgement> {
    publishing::may_publish(you, role, topic, &function_policy::caller_as(you, function))
}
