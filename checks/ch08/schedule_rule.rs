//! 8.14: a rule or a schedule runs the function that makes a file of the sign-ins, and the file has lines.

use crate::judge::schedule::{self, written};
use crate::services::s3::object::Content;
use crate::trigger;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::RULE_FUNCTION;
    SCHEDULE: "a rule or a schedule in {{ region }} leads to rule-analytics-auth-callback",
        or "In EventBridge, switch to {{ region }}, create a schedule such as rate(1 day), and choose the function as its target.",
        at eventbridge::CONSOLE;
    ENABLED: "it is enabled",
        or "Select it in EventBridge and choose Enable.", at eventbridge::CONSOLE;
    NEXT_RUN: "it has a run that is still to come",
        or "Edit it, and give it a recurring schedule such as rate(1 day) or cron(0 6 * * ? *), without an end.", at eventbridge::CONSOLE;
    PERMISSION: "it may invoke the function",
        or "For a rule, add a statement to the function's policy: principal events.amazonaws.com, and the rule's ARN as its source ARN. For a schedule, let its role do lambda:InvokeFunction on the function.",
        at lambda::CONSOLE_PERMISSIONS.of(book::RULE_FUNCTION), pillar Security;
    FILE: "the bucket {{ data_bucket }} holds analytics/auth-callback.csv with a line of data",
        or "Enable the rule or the schedule, and let it have a run that is still to come.", at s3::CONSOLE_OBJECTS.of(book::DATA);
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::RULE_FUNCTION),
    lambda::ALIASES.named(book::RULE_FUNCTION),
    lambda::FUNCTION_POLICY.named(book::RULE_FUNCTION),
    eventbridge::RULES_OF_TARGET,
    scheduler::SCHEDULES,
    iam::ROLE_PERMISSIONS,
    s3::BUCKET.named(book::DATA),
    s3::CONTENT.named(book::SIGN_INS_FILE).within(book::DATA),
    logs::FUNCTION_LOG,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let now = aws.now();
    let function = it.finds(FUNCTION, aws.function(you, book::RULE_FUNCTION.text).await)?;
    let (trigger, file, log) =
        join!(trigger::of(aws, you, &function, now), file(aws, you), aws.function_log(you, &function));
    let trigger = it.finds(SCHEDULE, trigger)?;
    it.expects(ENABLED, schedule::enabled(&trigger));
    it.expects(NEXT_RUN, schedule::next_run(&trigger, now));
    it.expects(PERMISSION, trigger::may_invoke(aws, you, &function, &trigger.by).await);
    let written = |log: Option<&_>| file.map(|file| written::has_line(&file, log, &trigger, now));
    it.expects(FILE, log.and_then(|log| written(log.as_ref())));
    Ok(())
}

async fn file(aws: &Aws, you: &Learner) -> Read<Found<Content>> {
    aws.content_in(aws.bucket(you, &you.names.data_bucket).await, book::SIGN_INS_FILE.text).await
}
