//! 9.6: the function of the account page also sends an e-mail.

use crate::book::mail as permissions;
use crate::documents::package::Package;
use crate::judge::lambda::clients::Source;
use crate::judge::lambda::mail;
use crate::judge::lambda::{clients, code, function, trial, user_attributes};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO;
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    HANDLER: "its code package has the handler",
        or "Give the file and what it exports the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    CHANGES: "its code still changes an attribute of the user",
        or "Send an UpdateUserAttributesCommand as in exercise 7.15, and the e-mail after it. Then choose Deploy.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    SENDS: "its code sends an e-mail with Amazon SES",
        or "Send a SendEmailCommand of @aws-sdk/client-sesv2 after the change, and choose Deploy.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    SENDER: "the e-mail comes from an address at {{ domain }}",
        or "Write no-reply@{{ domain }} as FromEmailAddress, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    ALLOWED: "its role lets it send this e-mail",
        or "Attach the policy of exercise 9.4 to the role of the function.", at lambda::CONSOLE_PERMISSIONS.of(book::PUT_ACCOUNT_INFO);
    TRIAL: "when a user saves another name, SES gets an e-mail to send",
        or "Save another name on the account page, and read the function's log.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO), iam::ROLE_PERMISSIONS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::PUT_ACCOUNT_INFO.text).await)?;
    it.expects(READY, function::ready(&function));
    let (package, role, tried) = join!(
        aws.package(&function),
        aws.role_permissions(you, function.role_name()),
        aws.try_mail(&function, permissions::trial(you))
    );
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(CHANGES, package.judged(|package| user_attributes::changes_user(package)));
    it.expects(SENDS, package.judged(|package| mail::sends(package)));
    let elsewhere = |package: &Package| clients::ask_elsewhere(package, &function, Source::Ses, &you.region);
    it.expects(SENDER, package.judged(|package| mail::sender(package, &you.domain).but(elsewhere(package))));
    let allowed = match (&package, role) {
        (Ok(package), Ok(role)) => permissions::role_lets_code_send(you, &function, package, &role),
        (Err(fault), _) => Err(fault.clone()),
        (_, Err(fault)) => Err(fault),
    };
    it.expects(ALLOWED, allowed);
    let judged = |answer| trial::not_here(&function).unwrap_or_else(|| trial::sent_mail(&answer, &you.domain));
    it.sees(TRIAL, &[READY, HANDLER, CHANGES, SENDS, SENDER, ALLOWED], tried.map(judged));
    Ok(())
}
