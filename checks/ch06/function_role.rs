//! 6.3: a role that Lambda takes on for the function, with the function's policy.

use crate::book::function_policy;
use crate::judge::iam::{attached, permissions, trust};
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

pub const READS: Reads = &[iam::ROLE_FOR_FUNCTION.named(book::GET_CHAPTERS), iam::ROLE_POLICIES, iam::POLICY_USERS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (name, policy) = (book::FUNCTION_ROLE, book::FUNCTION_POLICY);
    let (role, attached) = join!(aws.role_for(you, book::GET_CHAPTERS.text, name), aws.attached_policies(you, name));
    let role = it.finds(ROLE, role)?;
    it.expects(TRUST, trust::lambda_may_take_on(&role.trust));
    it.expects(NO_ONE_ELSE, trust::no_one_else_takes_on(&role.trust, &you.account));
    let attached = if role.name == name { attached } else { aws.attached_policies(you, &role.name).await };
    let judged = match attached {
        Ok(arns) if arns.iter().any(|arn| attached::is_own_policy(arn, policy)) => {
            Ok(attached::attached(&arns, policy))
        }
        Ok(arns) => equivalent(aws, you, &role.name, &arns).await,
        Err(fault) => Err(fault),
    };
    it.expects(ATTACHED, judged);
    Ok(())
}

/// Other policies of the role may allow the same.
async fn equivalent(aws: &Aws, you: &Learner, role: &str, attached: &[String]) -> Read<Judgement> {
    let policies = aws.role_policies(you, role).await?;
    let documents: Vec<_> = policies.iter().map(|policy| &policy.document).collect();
    let policy = book::FUNCTION_POLICY;
    Ok(if permissions::are_enough(&documents, you, &function_policy::reads_data_and_writes_logs(you))? {
        Judgement::holds("other policies of the role allow the same")
    } else {
        attached::not_attached(attached, aws.policy_users(you, policy).await.ok().as_ref(), policy)
    })
}
