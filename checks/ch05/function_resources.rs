//! 5.11: the function's role lets it write its log, and the log is kept for a while and not forever.

use crate::book::function_policy;
use crate::judge::iam::{caller, trust};
use crate::judge::lambda::function;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::GET_CHAPTERS;
    ROLE: "the function's execution role is there",
        or "Give the function another role: Configuration, Permissions, Edit, Create a new role.",
        at lambda::CONSOLE_PERMISSIONS.of(book::GET_CHAPTERS);
    TRUST = given::LAMBDA_MAY_ASSUME_ROLE;
    LOGS: "the role lets the function write its log",
        or "Open the role in IAM, and attach the policy AWSLambdaBasicExecutionRole.", at iam::CONSOLE_ROLES;
    LOG_GROUP: "the function's log group is there",
        or "Call the function once with Test on its page, or create the log group /aws/lambda/get-chapters yourself.",
        at logs::CONSOLE;
    RETENTION: "the log group has a retention setting",
        or "Choose the log group, then Actions, Edit retention settings, 1 month.", at logs::CONSOLE, pillar CostOptimization;
}

pub const READS: Reads =
    &[lambda::FUNCTION.named(book::GET_CHAPTERS), logs::LOG_GROUP, iam::ROLE, iam::ROLE_PERMISSIONS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::GET_CHAPTERS.text).await)?;
    let name = function.role_name();
    let (group, role, permissions) =
        join!(aws.log_group(you, &function.log_group), aws.role(you, name), aws.role_permissions(you, name));
    it.expects(RETENTION, group.clone().map(|group| function::retention(group.here().as_ref())));
    it.expects(LOG_GROUP, group.map(|group| group.judged(|group| Judgement::holds(group.name))));
    let role = it.finds(ROLE, role)?;
    it.expects(TRUST, trust::lambda_may_take_on(&role.trust, &you.account, &function.arn));
    let needs = function_policy::writes_logs(you, Some(&function.log_group));
    let asks = function_policy::caller_as(you, &function);
    it.expects(LOGS, permissions.and_then(|all| caller::role_allows(&all, &asks, &needs)));
    Ok(())
}
