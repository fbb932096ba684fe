//! 6.3: a role that Lambda takes on for the function, with the function's policy.

use crate::book::function_policy;
use crate::judge::iam::caller::Caller;
use crate::judge::iam::{attached, caller, trust};
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has the role function-get-chapters",
        or "In IAM, under Roles, create a role named function-get-chapters for the service Lambda.", at iam::CONSOLE_ROLES;
    TRUST = given::LAMBDA_MAY_ASSUME_ROLE;
    NO_ONE_ELSE: "no stranger may take on the role",
        or "Edit the role's trust policy: leave lambda.amazonaws.com as the only principal.", at iam::CONSOLE_ROLES, pillar Security;
    ATTACHED: "the policy function-get-chapters is attached to the role",
        or "Open the role, and under Permissions attach the policy function-get-chapters.", at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[iam::ROLE_FOR_FUNCTION.named(book::GET_CHAPTERS), iam::ROLE_PERMISSIONS, iam::POLICY_USERS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (role, permissions) = aws.role_with_permissions_for(you, book::GET_CHAPTERS.text, book::FUNCTION_ROLE).await;
    let role = it.finds(ROLE, role)?;
    let function = function_policy::function_arn(you, book::GET_CHAPTERS);
    it.expects(TRUST, trust::lambda_may_take_on(&role.trust, &you.account, &function));
    it.expects(NO_ONE_ELSE, trust::no_one_else_takes_on(&role.trust, &you.account));
    let asks = Caller { role: Some(role.arn), ..function_policy::caller(you) };
    it.expects(ATTACHED, attached(aws, you, permissions, &asks).await);
    Ok(())
}

/// The policy is attached, or others of the role allow the same; and nothing refuses what they allow.
async fn attached(aws: &Aws, you: &Learner, permissions: Read<RolePermissions>, asks: &Caller<'_>) -> Read<Judgement> {
    let (of, policy) = (&permissions?, book::FUNCTION_POLICY);
    let arns: Vec<String> = of.policies.iter().filter_map(|policy| policy.arn.clone()).collect();
    if arns.iter().any(|arn| attached::is_own_policy(arn, policy)) {
        let refused = caller::refused(of, asks, &function_policy::needs_of_chapter(you));
        return Ok(attached::attached(&arns, policy).but(refused));
    }
    if caller::role_allows(of, asks, &function_policy::reads_data_and_writes_logs(you, None))?.does_hold() {
        return Ok(Judgement::holds("other policies of the role allow the same"));
    }
    Ok(attached::not_attached(&arns, aws.policy_users(you, policy).await.ok().as_ref(), policy))
}
