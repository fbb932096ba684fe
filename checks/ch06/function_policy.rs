//! 6.2: a policy of the account lets the function read the data bucket and write its logs, and no more.

use crate::book::function_policy;
use crate::judge::iam::permissions;
use crate::judge::iam::permissions::Need;
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

pub const READS: Reads =
    &[iam::POLICY_FOR_FUNCTION.named(book::GET_CHAPTERS), lambda::LOG_GROUP_IN_USE.named(book::GET_CHAPTERS)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let policy = aws.policy_for(you, book::GET_CHAPTERS.text, book::FUNCTION_POLICY).await;
    let policy = it.finds(POLICY, policy)?;
    let (documents, group) = join!(aws.documents_of(you, &policy), aws.log_group_in_use(you, book::GET_CHAPTERS.text));
    let asks = function_policy::caller(you);
    let documents = documents.as_ref().map(|all| all.iter().collect::<Vec<_>>()).map_err(Clone::clone);
    let allows = |needs: &[Need]| documents.clone().and_then(|all| permissions::allow(&all, &asks, needs));
    it.expects(READS_DATA, allows(&[function_policy::reads_data(you)]));
    let group = group.as_ref().map(Option::as_deref);
    it.expects(LOGS, group.map_err(Clone::clone).and_then(|group| allows(&function_policy::writes_logs(you, group))));
    let group = group.unwrap_or_default();
    it.expects(
        ONE_BUCKET,
        documents.map(|all| {
            let one = permissions::one_bucket(&all, you, &function_policy::data_bucket_arn(you));
            permissions::no_more_than_needed(one, &all, &function_policy::ever_needed(you, group))
        }),
    );
    Ok(())
}
