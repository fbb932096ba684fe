//! 5.11: the function's log is kept for a while and not for ever.

use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function named get-chapters",
        or "Exercise 5.10 creates it.", at console::FUNCTIONS;
    LOG_GROUP: "the function's log group is there",
        or "Call the function once with Test on its page, or create the log group /aws/lambda/get-chapters yourself.",
        at console::LOG_GROUPS;
    RETENTION: "the log group has a retention setting",
        or "Open the log group: Actions, Edit retention settings, 1 month.", at console::LOG_GROUPS;
}

pub const READS: Reads = &[reads::FUNCTION, reads::LOG_GROUP];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, "get-chapters").await, |f| f.arn.clone())?;
    let group = it.finds(LOG_GROUP, aws.log_group(you, &function.log_group).await, |group| group.name.clone())?;
    let retention = match group.retention_days {
        Some(days) => Judgement::holds(format!("entries are kept for {days} days")),
        None => Judgement::fails("a number of days, such as 30", "entries never expire"),
    };
    it.expects(RETENTION, Ok(retention));
    Ok(())
}
