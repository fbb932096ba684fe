//! 7.14: a role that Lambda takes on for the function of the account page, to write its log.

use crate::book::{function_policy, put_account_info};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::{permissions, trust};
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has the role function-put-account-info",
        or "In IAM, under Roles, create a role named function-put-account-info for the service Lambda.", at iam::CONSOLE_ROLES;
    TRUST = given::LAMBDA_MAY_ASSUME_ROLE;
    NO_ONE_ELSE: "no stranger may take on the role",
        or "Edit the role's trust policy: leave lambda.amazonaws.com as the only principal.", at iam::CONSOLE_ROLES, pillar Security;
    LOGS: "the role lets the function write its log",
        or "Open the role in IAM, and attach the policy AWSLambdaBasicExecutionRole.", at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[
    iam::ROLE_FOR_FUNCTION.named(book::PUT_ACCOUNT_INFO),
    iam::ROLE_PERMISSIONS,
    lambda::LOG_GROUP_IN_USE.named(book::PUT_ACCOUNT_INFO),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (name, function) = (book::PUT_ACCOUNT_INFO_ROLE, book::PUT_ACCOUNT_INFO.text);
    let ((role, permissions), group) =
        join!(aws.role_with_permissions_for(you, function, name), aws.log_group_in_use(you, function));
    let role = it.finds(ROLE, role)?;
    let function = function_policy::function_arn(you, book::PUT_ACCOUNT_INFO);
    it.expects(TRUST, trust::lambda_may_take_on(&role.trust, &you.account, &function));
    it.expects(NO_ONE_ELSE, trust::no_one_else_takes_on(&role.trust, &you.account));
    let asks = Caller { role: Some(role.arn), ..put_account_info::caller(you) };
    let allowed = match (permissions, group) {
        (Ok(permissions), Ok(group)) => writes_logs(you, &permissions, &asks, group.as_deref()),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    };
    it.expects(LOGS, allowed);
    Ok(())
}

/// What the role allows beyond what the function ever needs is said, and is no failure: exercises of chapter 9 add to it.
fn writes_logs(you: &Learner, of: &RolePermissions, asks: &Caller<'_>, group: Option<&str>) -> Read<Judgement> {
    let allowed = caller::role_allows(of, asks, &put_account_info::writes_logs(you, group))?;
    Ok(permissions::no_more_than_needed(allowed, &of.documents(), &put_account_info::ever_needed()))
}
