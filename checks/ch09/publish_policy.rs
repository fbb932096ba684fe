//! 9.13: the function of the account page may publish to the topic, and may not send mail any more.

use crate::book::{publishing, put_account_info};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions;
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has the role function-put-account-info", or "Exercise 7.14 creates it.", at iam::CONSOLE_ROLES;
    NO_MAIL: "with the role, the function may not send mail any more",
        or "Take ses:SendEmail out of the role's policies.", at iam::CONSOLE_ROLES, pillar Security;
    LOGS: "the role still lets the function write its log",
        or "Open the role in IAM, and attach the policy AWSLambdaBasicExecutionRole again.", at iam::CONSOLE_ROLES;
    TOPIC = given::EMAIL_TOPIC;
    PUBLISHES: "with the role, the function may publish to the topic",
        or "Edit the policy function-put-account-info: allow sns:Publish on arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-email.",
        at iam::CONSOLE_POLICIES;
}

pub const READS: Reads = &[
    iam::ROLE_FOR_FUNCTION.named(book::PUT_ACCOUNT_INFO),
    iam::ROLE_PERMISSIONS,
    lambda::LOG_GROUP_IN_USE.named(book::PUT_ACCOUNT_INFO),
    sns::TOPIC.named(book::EMAIL_TOPIC),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (name, function) = (book::PUT_ACCOUNT_INFO_ROLE, book::PUT_ACCOUNT_INFO.text);
    let ((role, permissions), group, topic) = join!(
        aws.role_in_use_with_permissions(you, function, name),
        aws.log_group_in_use(you, function),
        aws.topic(you, book::EMAIL_TOPIC.text),
    );
    let role = it.finds(ROLE, role)?;
    let asks = Caller { role: Some(role.arn), ..put_account_info::caller(you) };
    it.expects(NO_MAIL, permissions.clone().and_then(|of| publishing::may_not_send(you, &of, &asks)));
    let logs = match (&permissions, group) {
        (Ok(of), Ok(group)) => caller::role_allows(of, &asks, &put_account_info::writes_logs(you, group.as_deref())),
        (Err(fault), _) => Err(fault.clone()),
        (_, Err(fault)) => Err(fault),
    };
    it.expects(LOGS, logs);
    let topic = it.finds(TOPIC, topic)?;
    it.expects(PUBLISHES, permissions.and_then(|of| may_publish(you, &of, &topic, &asks)));
    Ok(())
}

/// What the role allows beyond all that the function ever needs is said.
fn may_publish(you: &Learner, of: &RolePermissions, topic: &sns::Topic, asks: &Caller<'_>) -> Read<Judgement> {
    let judged = publishing::may_publish(you, of, topic, asks)?;
    Ok(permissions::no_more_than_needed(judged, &of.documents(), &put_account_info::ever_needed()))
}
