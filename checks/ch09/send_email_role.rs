//! 9.5: with its role, the function of the account page may send mail, and still write its log.

use crate::book::{mail, put_account_info};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::{attached, permissions};
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has the role function-put-account-info", or "Exercise 7.14 creates it.", at iam::CONSOLE_ROLES;
    SENDS: "with the role, the function may send mail from {{ domain }}",
        or "Open the role in IAM, choose Add permissions, Attach policies, and attach the policy of exercise 9.4.",
        at iam::CONSOLE_ROLES;
    LOGS: "the role still lets the function write its log",
        or "Open the role in IAM, and attach the policy AWSLambdaBasicExecutionRole again.", at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[
    iam::ROLE_FOR_FUNCTION.named(book::PUT_ACCOUNT_INFO),
    iam::ROLE_PERMISSIONS,
    iam::POLICY_USERS,
    lambda::LOG_GROUP_IN_USE.named(book::PUT_ACCOUNT_INFO),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (name, function) = (book::PUT_ACCOUNT_INFO_ROLE, book::PUT_ACCOUNT_INFO.text);
    let ((role, permissions), group) =
        join!(aws.role_in_use_with_permissions(you, function, name), aws.log_group_in_use(you, function));
    let role = it.finds(ROLE, role)?;
    let asks = Caller { role: Some(role.arn), ..put_account_info::caller(you) };
    let sends = match &permissions {
        Ok(permissions) => sends(aws, you, permissions, &asks).await,
        Err(fault) => Err(fault.clone()),
    };
    it.expects(SENDS, sends);
    let logs = match (permissions, group) {
        (Ok(of), Ok(group)) => caller::role_allows(&of, &asks, &put_account_info::writes_logs(you, group.as_deref())),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    };
    it.expects(LOGS, logs);
    Ok(())
}

/// Whether the role may send; if it may not, and lacks the policy, to what that is attached instead.
async fn sends(aws: &Aws, you: &Learner, of: &RolePermissions, asks: &Caller<'_>) -> Read<Judgement> {
    let (policy, judged) = (book::PUT_ACCOUNT_INFO_ROLE, mail::role_may_send(you, of, asks, mail::SEND)?);
    let arns: Vec<String> = of.policies.iter().filter_map(|policy| policy.arn.clone()).collect();
    if judged.does_fail() && !arns.iter().any(|arn| attached::is_own_policy(arn, policy)) && !names_mail(of) {
        return Ok(attached::not_attached(&arns, aws.policy_users(you, policy).await.ok().as_ref(), policy));
    }
    Ok(permissions::no_more_than_needed(judged, &of.documents(), &put_account_info::ever_needed()))
}

/// Whether some policy of the role is about SES, so that what is wrong with it is told.
fn names_mail(of: &RolePermissions) -> bool {
    of.documents().iter().flat_map(|policy| &policy.statements).any(|statement| statement.has_action(mail::SEND))
}
