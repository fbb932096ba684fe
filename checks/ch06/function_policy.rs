//! 6.2: a policy of the account lets the function read the data bucket and write its logs, and no more.

use crate::book::function_policy::{self, InForce};
use crate::judge::iam::permissions;
use crate::verifier::prelude::*;

clauses! {
    POLICY = given::FUNCTION_POLICY, or "In IAM, under Policies, create a policy named function-get-chapters.";
    READS_DATA: "the policy allows s3:GetObject on chapters.json in the bucket {{ data_bucket }}",
        or "Add a statement that allows s3:GetObject on arn:{{ partition }}:s3:::{{ data_bucket }}/*.", at iam::CONSOLE_POLICIES;
    ONE_BUCKET: "for S3, the policy names the bucket and not every bucket",
        or "Set the Resource to arn:{{ partition }}:s3:::{{ data_bucket }}/*.", at iam::CONSOLE_POLICIES, pillar Security;
    LOGS: "the policy lets the function write its logs",
        or "Add a statement that allows logs:CreateLogStream and logs:PutLogEvents on arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*.",
        at iam::CONSOLE_POLICIES;
}

pub const READS: Reads = &[
    iam::POLICY_FOR_FUNCTION.named(book::GET_CHAPTERS),
    iam::POLICY_USERS,
    lambda::LOG_GROUP_IN_USE.named(book::GET_CHAPTERS),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let policy = aws.policy_for(you, book::GET_CHAPTERS.text, book::FUNCTION_POLICY).await;
    let policy = it.finds(POLICY, policy)?;
    let in_force = InForce::of(aws, you, &policy).await;
    it.expects(READS_DATA, in_force.allows(&[function_policy::reads_data(you)]));
    it.expects(LOGS, in_force.writes_logs(aws).await);
    let bucket = function_policy::data_bucket_arn(you);
    it.expects(ONE_BUCKET, in_force.no_more_than_needed(|all| permissions::one_bucket(all, you, &bucket)));
    Ok(())
}
