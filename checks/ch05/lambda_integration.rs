//! 5.12: GET /chapters calls the function.

use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function named get-chapters",
        or "Exercise 5.10 creates it.", at console::FUNCTIONS;
    PERMISSION: "the function's policy lets API Gateway invoke it",
        or "Add a permission under Configuration, Permissions, Resource-based policy statements: AWS service, API Gateway.",
        at console::FUNCTION_PERMISSIONS;
}

pub const READS: Reads = &[reads::FUNCTION, reads::FUNCTION_POLICY];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, "get-chapters").await, |f| f.arn.clone())?;
    let policy = aws.function_policy(&function).await;
    it.expects(PERMISSION, policy.map(|policy| judge::gateway_may_invoke(policy.as_ref(), &function)));
    Ok(())
}
