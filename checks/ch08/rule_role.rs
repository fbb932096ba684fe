//! 8.11: a role that Lambda takes on for the function, with all that the function must be allowed.

use crate::book::{function_policy, rule_policy};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::{permissions, trust};
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has the role function-rule-analytics-auth-callback",
        or "In IAM, under Roles, create a role named function-rule-analytics-auth-callback for the service Lambda.", at iam::CONSOLE_ROLES;
    TRUST = given::LAMBDA_MAY_ASSUME_ROLE;
    NO_ONE_ELSE: "no stranger may take on the role",
        or "Edit the role's trust policy: leave lambda.amazonaws.com as the only principal.", at iam::CONSOLE_ROLES, pillar Security;
    ALLOWED: "with the role, the function may query the table, change the file, read and move its parameters, and write its log",
        or "Attach the policy of exercise 8.10 to the role.", at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[
    iam::ROLE_FOR_FUNCTION.named(book::RULE_FUNCTION),
    iam::ROLE_PERMISSIONS,
    lambda::LOG_GROUP_IN_USE.named(book::RULE_FUNCTION),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (name, function) = (book::RULE_ROLE, book::RULE_FUNCTION.text);
    let ((role, permissions), group) =
        join!(aws.role_with_permissions_for(you, function, name), aws.log_group_in_use(you, function));
    let role = it.finds(ROLE, role)?;
    let function = function_policy::function_arn(you, book::RULE_FUNCTION);
    it.expects(TRUST, trust::lambda_may_take_on(&role.trust, &you.account, &function));
    it.expects(NO_ONE_ELSE, trust::no_one_else_takes_on(&role.trust, &you.account));
    let asks = Caller { role: Some(role.arn), ..rule_policy::caller(you) };
    let allowed = match (permissions, group) {
        (Ok(permissions), Ok(group)) => allowed(you, &permissions, &asks, group.as_deref()),
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    };
    it.expects(ALLOWED, allowed);
    Ok(())
}

/// All of it, in one policy or in several; what the role allows beyond it is said.
fn allowed(you: &Learner, of: &RolePermissions, asks: &Caller<'_>, group: Option<&str>) -> Read<Judgement> {
    let documents = of.documents();
    let all = caller::role_allows(of, asks, &rule_policy::needs(you, group))?;
    let reads = rule_policy::reads_parameters(you, &documents, |needs| caller::role_allows(of, asks, needs))?;
    let judged = rule_policy::with_one_slash(all, &documents).and(reads);
    Ok(permissions::no_more_than_needed(judged, &documents, &rule_policy::ever_needed(you, group)))
}
