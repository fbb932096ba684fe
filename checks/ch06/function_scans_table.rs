//! 6.8: the function reads the chapters from the table.

use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function named get-chapters",
        or "Exercise 5.10 creates it.", at console::FUNCTIONS;
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at console::FUNCTION_CODE;
}

pub const READS: Reads = &[reads::FUNCTION];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, "get-chapters").await, |f| f.arn.clone())?;
    it.expects(READY, Ok(judge::ready(&function)));
    Ok(())
}
