//! 6.4: the function works under its own role.

use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function named get-chapters",
        or "Exercise 5.10 creates it.", at console::FUNCTIONS;
    ROLE: "the function works under the role function-get-chapters",
        or "Open the function: Configuration, Permissions, Edit, Use an existing role, function-get-chapters.",
        at console::FUNCTION_PERMISSIONS;
    READY: "the function is active, and its last change succeeded",
        or "Read the reason, and save the setting once more.", at console::FUNCTION_PERMISSIONS;
}

pub const READS: Reads = &[reads::FUNCTION];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, "get-chapters").await, |f| f.arn.clone())?;
    it.expects(ROLE, Ok(judge::works_under(&function, "function-get-chapters")));
    it.expects(READY, Ok(judge::ready(&function)));
    Ok(())
}
