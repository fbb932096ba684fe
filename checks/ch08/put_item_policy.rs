//! 8.2: a policy of the account lets its holder put items into the table analytics, and no more.

use crate::book::analytics_policy;
use crate::documents::policy::Policy;
use crate::judge::iam::permissions;
use crate::verifier::prelude::*;

clauses! {
    POLICY: "your account has the policy api-analytics-put-item, or another that serves the same end",
        or "In IAM, under Policies, create a policy named api-analytics-put-item.", at iam::CONSOLE_POLICIES;
    PUTS: "the policy allows dynamodb:PutItem on the table analytics",
        or "Add a statement that allows dynamodb:PutItem on arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics.",
        at iam::CONSOLE_POLICIES, pillar Security;
    ONE_TABLE: "for tables, the policy names the table analytics and no other",
        or "Name the table analytics as the resource.", at iam::CONSOLE_POLICIES, pillar Security;
}

pub const READS: Reads = &[iam::POLICY_FOR_SERVICE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let fits = |policies: &[Policy]| analytics_policy::is_allowed_by(policies, you);
    let policy = aws.policy_for_service(you, (analytics_policy::SERVICE, analytics_policy::PUT_ITEM), fits).await;
    let policy = it.finds(POLICY, policy)?;
    let documents = aws.documents_of(you, &policy).await;
    let all = documents.as_ref().map(|all| all.iter().collect::<Vec<_>>()).map_err(Clone::clone);
    let (asks, needs) = (analytics_policy::caller(you, None), [analytics_policy::puts_item(you)]);
    it.expects(PUTS, all.clone().and_then(|all| permissions::allow(&all, &asks, &needs)));
    let narrow = |all: &[&Policy]| permissions::one_table(all, you, &analytics_policy::table_arn(you));
    let narrow =
        |all: Vec<&Policy>| permissions::no_more_than_needed(narrow(&all), &all, &analytics_policy::ever_needed(you));
    it.expects(ONE_TABLE, all.map(narrow));
    Ok(())
}
