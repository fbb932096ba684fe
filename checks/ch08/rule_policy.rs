//! 8.10: a policy of the account lets the function read sign-ins, add them to a file, and keep how far it is.

use crate::book::function_policy::{self, InForce};
use crate::book::{analytics_policy, rule_policy};
use crate::documents::policy::Policy;
use crate::judge::iam::permissions;
use crate::verifier::prelude::*;

clauses! {
    POLICY: "your account has the policy function-rule-analytics-auth-callback, or another that serves the same end",
        or "In IAM, under Policies, create a policy named function-rule-analytics-auth-callback.", at iam::CONSOLE_POLICIES;
    QUERIES: "the policy allows dynamodb:Query on the table analytics",
        or "Add a statement that allows dynamodb:Query on arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/analytics.",
        at iam::CONSOLE_POLICIES;
    FILE: "the policy allows s3:GetObject and s3:PutObject on analytics/auth-callback.csv in the bucket {{ data_bucket }}",
        or "Add a statement that allows s3:GetObject and s3:PutObject on arn:{{ partition }}:s3:::{{ data_bucket }}/analytics/auth-callback.csv.",
        at iam::CONSOLE_POLICIES;
    PARAMETERS: "the policy lets the function read both parameters, in one of three ways",
        or "Add a statement that allows ssm:GetParameters on arn:{{ partition }}:ssm:{{ region }}:{{ account }}:parameter/function-rule-analytics-auth-callback/*.",
        at iam::CONSOLE_POLICIES;
    MOVES: "the policy allows ssm:PutParameter on the one that says where the next interval begins",
        or "Add a statement that allows ssm:PutParameter on arn:{{ partition }}:ssm:{{ region }}:{{ account }}:parameter/function-rule-analytics-auth-callback/*.",
        at iam::CONSOLE_POLICIES;
    LOGS: "the policy lets the function write its logs",
        or "Add a statement that allows logs:CreateLogStream and logs:PutLogEvents on arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/rule-analytics-auth-callback:*.",
        at iam::CONSOLE_POLICIES;
    NARROW: "for DynamoDB and S3, the policy names this table and this bucket alone",
        or "Name the table and the bucket as the resources.", at iam::CONSOLE_POLICIES, pillar Security;
}

pub const READS: Reads =
    &[iam::POLICY_FOR_SERVICE, iam::POLICY_USERS, lambda::LOG_GROUP_IN_USE.named(book::RULE_FUNCTION)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let fits = |policies: &[Policy]| rule_policy::is_allowed_by(policies, you);
    let policy =
        it.finds(POLICY, aws.policy_for_service(you, ("lambda.amazonaws.com", book::RULE_ROLE), fits).await)?;
    let in_force = InForce::of_function(aws, you, book::RULE_FUNCTION, &policy).await;
    it.expects(QUERIES, in_force.allows(&[rule_policy::queries_table(you)]));
    it.expects(FILE, in_force.allows(&rule_policy::changes_file(you)));
    let reads = |all: Vec<&Policy>| rule_policy::reads_parameters(you, &all, |needs| in_force.allows(needs));
    it.expects(PARAMETERS, in_force.documents().and_then(reads));
    let moves = in_force.allows(&[rule_policy::moves_start(you)]);
    let moves = |all: Vec<&Policy>| Ok(rule_policy::with_one_slash(moves?, &all));
    it.expects(MOVES, in_force.documents().and_then(moves));
    it.expects(LOGS, in_force.writes_logs(aws).await);
    let (table, bucket) = (analytics_policy::table_arn(you), function_policy::data_bucket_arn(you));
    let narrow =
        |all: &[&Policy]| permissions::one_table(all, you, &table).and(permissions::this_bucket(all, you, &bucket));
    it.expects(NARROW, in_force.no_more_than(&rule_policy::ever_needed(you, in_force.log_group()), narrow));
    Ok(())
}
