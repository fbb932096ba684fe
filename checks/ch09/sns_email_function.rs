//! 9.11: a function that the topic calls, and that sends an e-mail for every message.

use crate::book::email_function::{self, Reached};
use crate::documents::package::Package;
use crate::judge::lambda::clients::Source;
use crate::judge::lambda::mail;
use crate::judge::lambda::{clients, code, event_shape, function, trial};
use crate::judge::sns::subscription;
use crate::outside::web::Answer;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::SEND_EMAIL, or "Create it in Lambda in {{ region }}: Author from scratch, under the name sns-send-email.";
    RUNTIME: "it runs on a Node.js or Python that AWS supports",
        or "Edit the runtime settings on the page Code: choose the newest Node.js.", at lambda::CONSOLE_CODE.of(book::SEND_EMAIL);
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at lambda::CONSOLE_CODE.of(book::SEND_EMAIL);
    ROLE: "it works under the role function-sns-send-email, or one that also lets it write its log",
        or "Open the function: Configuration, Permissions, Edit, Use an existing role, function-sns-send-email.",
        at lambda::CONSOLE_PERMISSIONS.of(book::SEND_EMAIL);
    HANDLER: "its code package has the handler",
        or "Give the file and what it exports the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(book::SEND_EMAIL);
    SENDS: "its code sends an e-mail",
        or "Send a SendEmailCommand for each message, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::SEND_EMAIL);
    MESSAGE: "its code takes the text of the message out of the topic's event",
        or "Read record.Sns.Message of each record of event.Records, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::SEND_EMAIL);
    SENDER: "the e-mail comes from an address at {{ domain }}",
        or "Write no-reply@{{ domain }} as FromEmailAddress, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::SEND_EMAIL);
    ALLOWED: "its role lets it send this e-mail",
        or "Attach the policy of exercise 9.9 to the role of the function.", at lambda::CONSOLE_PERMISSIONS.of(book::SEND_EMAIL);
    TRIAL: "called with a message, it sends an e-mail",
        or "Choose Test on the page Code, and read what it prints.", at lambda::CONSOLE_CODE.of(book::SEND_EMAIL);
    TOPIC = given::EMAIL_TOPIC;
    SUBSCRIBED: "the topic sends its messages to the function",
        or "Open the function, choose Add trigger, SNS, and the topic function-sns-send-email.", at sns::CONSOLE;
    FILTER: "the subscription lets every message through",
        or "Edit the subscription, and turn its filter policy off.", at sns::CONSOLE;
    PERMISSION: "the topic may call the function",
        or "Add a statement to the function's policy: principal sns.amazonaws.com, source ARN arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email.",
        at lambda::CONSOLE_PERMISSIONS.of(book::SEND_EMAIL), pillar Security;
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::SEND_EMAIL),
    lambda::FUNCTION_POLICY.named(book::SEND_EMAIL),
    iam::ROLE_PERMISSIONS,
    sns::TOPIC.named(book::EMAIL_TOPIC),
    sns::SUBSCRIPTIONS.named(book::EMAIL_TOPIC),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let topic = email_function::topic_arn(you);
    let (function, topic, subscriptions) = join!(
        aws.function(you, book::SEND_EMAIL.text),
        aws.topic(you, book::EMAIL_TOPIC.text),
        aws.subscriptions(you, &topic),
    );
    let function = it.finds(FUNCTION, function)?;
    it.expects(RUNTIME, function::supported_runtime(&function));
    it.expects(READY, function::ready(&function));
    let (package, role, tried, reached) = join!(
        aws.package(&function),
        aws.role_permissions(you, function.role_name()),
        aws.try_mail(&function, email_function::trial(you)),
        Reached::read(aws, you, &function, &subscriptions),
    );
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(SENDS, package.judged(|package| mail::sends(package)));
    it.expects(MESSAGE, package.judged(|package| event_shape::takes_message(package)));
    let elsewhere = |package: &Package| clients::ask_elsewhere(package, &function, Source::Ses, &you.region);
    it.expects(SENDER, package.judged(|package| mail::sender(package, &you.domain).but(elsewhere(package))));
    it.expects(ROLE, role.clone().and_then(|role| email_function::works_under(you, &function, &role)));
    it.expects(ALLOWED, email_function::allowed(you, &function, &package, role));
    let judged = |answer| sent(you, &function, package.as_deref().ok(), &answer);
    it.sees(TRIAL, &[READY, HANDLER, SENDS, MESSAGE, SENDER, ALLOWED], tried.map(judged));
    it.finds(TOPIC, topic)?;
    it.expects(SUBSCRIBED, subscriptions.map(|all| subscription::leads_to(&all, &function.arn)));
    it.expects(FILTER, reached.filter);
    it.expects(PERMISSION, reached.permission);
    Ok(())
}

/// What came of a message that is a token, as exercise 9.14 publishes it. Code that takes the message apart may want another one.
fn sent(you: &Learner, function: &lambda::Function, package: Option<&Package>, answer: &Answer) -> Judgement {
    if let Some(why) = trial::not_here(function) {
        return why;
    }
    let judged = trial::sent_mail(answer, &you.domain);
    match judged.does_fail() && package.is_some_and(email_function::takes_apart) {
        true => Judgement::skips(
            "not told by a trial: the code takes the message apart, and the trial does not know its form. Exercise 9.15 shows it",
        ),
        false => judged,
    }
}
