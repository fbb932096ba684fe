//! 6.2: a policy of the account lets the function read the data bucket and write its logs, and no more.

use crate::documents::policy::Policy;
use crate::verifier::prelude::*;

clauses! {
    POLICY: "your account has the policy function-get-chapters",
        or "In IAM, under Policies, create a policy named function-get-chapters.", at console::IAM_POLICIES;
    READS_DATA: "the policy allows s3:GetObject on chapters.json in the bucket {{ data_bucket }}",
        or "Add a statement that allows s3:GetObject on arn:{{ partition }}:s3:::{{ data_bucket }}/*.", at console::IAM_POLICIES;
    ONE_BUCKET: "for S3, the policy names the bucket and not every bucket",
        or "Set the Resource to arn:{{ partition }}:s3:::{{ data_bucket }}/*.", at console::IAM_POLICIES;
    LOGS: "the policy lets the function write its logs",
        or "Add a statement that allows logs:CreateLogStream and logs:PutLogEvents on arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group:/aws/lambda/get-chapters:*.",
        at console::IAM_POLICIES;
}

pub const READS: Reads = &[reads::POLICY_FOR_FUNCTION];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let policy = aws.policy_for(you, "get-chapters", "function-get-chapters").await;
    let policy = it.finds(POLICY, policy, |policy| policy.arn.clone())?;
    let document = aws.policy_document(&policy.arn, &policy.default_version).await;
    let judged = |judge: fn(&[&Policy], &Learner) -> Read<Judgement>| document.clone().and_then(|d| judge(&[&d], you));
    it.expects(READS_DATA, judged(judge::iam::permissions::reads_data));
    it.expects(LOGS, judged(judge::iam::permissions::writes_logs));
    it.expects(
        ONE_BUCKET,
        document.map(|d| {
            judge::iam::permissions::no_more_than_needed(judge::iam::permissions::one_bucket(&[&d], you), &[&d], you)
        }),
    );
    Ok(())
}
