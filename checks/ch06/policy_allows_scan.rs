//! 6.7: the function's policy lets it scan the table, and no other.

use crate::book::function_policy::{self, InForce};
use crate::judge::iam::permissions;
use crate::services::iam::FunctionPolicy;
use crate::verifier::prelude::*;

clauses! {
    POLICY = given::FUNCTION_POLICY;
    SCANS: "the policy allows dynamodb:Scan on the table chapters",
        or "Edit the policy: add a statement that allows dynamodb:Scan on arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/chapters, and save it as the default version.",
        at iam::CONSOLE_POLICIES;
    ONE_TABLE: "for DynamoDB, the policy names the table chapters and nothing else",
        or "Set the Resource to arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/chapters.", at iam::CONSOLE_POLICIES, pillar Security;
    LOGS: "the policy still lets the function write its logs",
        or "Add the statement about the logs again: a new version replaces the whole policy.", at iam::CONSOLE_POLICIES;
}

pub const READS: Reads = &[
    iam::POLICY_FOR_FUNCTION.named(book::GET_CHAPTERS),
    iam::POLICY_VERSIONS,
    iam::POLICY_USERS,
    lambda::LOG_GROUP_IN_USE.named(book::GET_CHAPTERS),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let policy = aws.policy_for(you, book::GET_CHAPTERS.text, book::FUNCTION_POLICY).await;
    let policy = it.finds(POLICY, policy)?;
    let in_force = InForce::of(aws, you, &policy).await;
    let scans = match in_force.allows(&[function_policy::scans_table(you)]) {
        Ok(judgement) if !judgement.does_hold() => Ok(out_of_force(aws, you, &policy).await.unwrap_or(judgement)),
        other => other,
    };
    it.expects(SCANS, scans);
    it.expects(LOGS, in_force.writes_logs(aws).await);
    let table = function_policy::table_arn(you);
    it.expects(ONE_TABLE, in_force.no_more_than_needed(|all| permissions::one_table(all, you, &table)));
    Ok(())
}

/// The newest version allows it, while an older one is in force.
async fn out_of_force(aws: &Aws, you: &Learner, policy: &FunctionPolicy) -> Option<Judgement> {
    let FunctionPolicy::Managed(policy) = policy else { return None };
    let versions = aws.policy_versions(policy).await.ok()?;
    let newest = versions.first().filter(|version| !version.is_default)?;
    let document = aws.policy_document(&policy.arn, &newest.id).await.ok()?;
    let allows = permissions::allow(&[&document], &function_policy::caller(you), &[function_policy::scans_table(you)]);
    let allows = allows.ok()?.does_hold();
    let (newest, default) = (&newest.id, &policy.default_version);
    allows.then(|| {
        Judgement::fails(
            format!("{newest} as the default version"),
            format!("{newest} allows it, and {default} is the default version"),
        )
        .advising(format!("Only the default version is in force: open the policy's Policy versions, choose {newest} and Set as default."))
    })
}
