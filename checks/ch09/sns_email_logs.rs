//! 9.12: the log of the function that the topic calls is kept for a while, and not forever.

use crate::judge::lambda::function;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::SEND_EMAIL;
    LOG_GROUP: "the function's log group is there",
        or "Run the function once with Test on its page, or create the log group /aws/lambda/sns-send-email yourself.",
        at logs::CONSOLE;
    RETENTION: "the log group has a retention setting",
        or "Choose the log group, then Actions, Edit retention settings, 1 month.", at logs::CONSOLE, pillar CostOptimization;
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::SEND_EMAIL), logs::LOG_GROUP];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::SEND_EMAIL.text).await)?;
    let group = it.finds(LOG_GROUP, aws.log_group(you, &function.log_group).await)?;
    it.expects(RETENTION, function::retention(Some(&group)));
    Ok(())
}
