//! 9.10: a role that Lambda takes on for the function that the topic calls, to send mail and to write its log.

use crate::book::{email_function, function_policy, mail};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::{permissions, trust};
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has the role function-sns-send-email",
        or "In IAM, under Roles, create a role named function-sns-send-email for the service Lambda.", at iam::CONSOLE_ROLES;
    TRUST = given::LAMBDA_MAY_ASSUME_ROLE;
    NO_ONE_ELSE: "no stranger may take on the role",
        or "Edit the role's trust policy: leave lambda.amazonaws.com as the only principal.", at iam::CONSOLE_ROLES, pillar Security;
    SENDS: "with the role, the function may send mail from {{ domain }}",
        or "Attach the policy of exercise 9.9 to the role.", at iam::CONSOLE_ROLES;
    LOGS: "with the role, the function may write its log",
        or "Attach the policy of exercise 9.9 to the role, or AWSLambdaBasicExecutionRole beside it.", at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[
    iam::ROLE_FOR_FUNCTION.named(book::SEND_EMAIL),
    iam::ROLE_PERMISSIONS,
    lambda::LOG_GROUP_IN_USE.named(book::SEND_EMAIL),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (name, function) = (book::SEND_EMAIL_ROLE, book::SEND_EMAIL.text);
    let ((role, permissions), group) =
        join!(aws.role_in_use_with_permissions(you, function, name), aws.log_group_in_use(you, function));
    let role = it.finds(ROLE, role)?;
    let function = function_policy::function_arn(you, book::SEND_EMAIL);
    it.expects(TRUST, trust::lambda_may_take_on(&role.trust, &you.account, &function));
    it.expects(NO_ONE_ELSE, trust::no_one_else_takes_on(&role.trust, &you.account));
    let asks = Caller { role: Some(role.arn), ..email_function::caller(you) };
    it.expects(SENDS, permissions.clone().and_then(|of| mail::role_may_send(you, &of, &asks, mail::SEND)));
    let logs = match (permissions, group) {
        (Ok(permissions), Ok(group)) => writes_logs(you, &permissions, &asks, group.as_deref()),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    };
    it.expects(LOGS, logs);
    Ok(())
}

/// What the role allows beyond all that the function ever needs is said.
fn writes_logs(you: &Learner, of: &RolePermissions, asks: &Caller<'_>, group: Option<&str>) -> Read<Judgement> {
    let allowed = caller::role_allows(of, asks, &email_function::writes_logs(you, group))?;
    Ok(permissions::no_more_than_needed(allowed, &of.documents(), &email_function::ever_needed(you, group)))
}
