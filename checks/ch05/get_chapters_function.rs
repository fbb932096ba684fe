//! 5.10: a function answers with the list of chapters.

use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function named get-chapters",
        or "Create it in Lambda in {{ region }}: Author from scratch, under the name get-chapters.", at console::FUNCTIONS;
    RUNTIME: "it runs on a Node.js or Python that AWS supports",
        or "Edit the runtime settings on the page Code: choose the newest Node.js.", at console::FUNCTION_CODE;
    ARCHITECTURE: "its architecture is arm64",
        or "Edit the runtime settings on the page Code: Architecture, arm64.", at console::FUNCTION_CODE;
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at console::FUNCTION_CODE;
}

pub const READS: Reads = &[reads::FUNCTION];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, "get-chapters").await, |f| f.arn.clone())?;
    it.expects(RUNTIME, Ok(judge::supported_runtime(&function)));
    it.expects(ARCHITECTURE, Ok(Judgement::equal(&function.architecture, "arm64")));
    it.expects(READY, Ok(judge::ready(&function)));
    Ok(())
}
