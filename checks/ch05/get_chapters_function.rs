//! 5.10: a function answers with the list of chapters.

use crate::judge::lambda::{code, function, trial};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::GET_CHAPTERS, or "Create it in Lambda in {{ region }}: Author from scratch, under the name get-chapters.";
    RUNTIME: "it runs on a Node.js or Python that AWS supports",
        or "Edit the runtime settings on the page Code: choose the newest Node.js.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    ARCHITECTURE: "its architecture is arm64",
        or "Edit the runtime settings on the page Code: Architecture, arm64.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS), pillar CostOptimization;
    READY = given::FUNCTION_IS_READY;
    HANDLER = given::FUNCTION_HAS_HANDLER;
    ANSWER = given::FUNCTION_ANSWERS;
    CORS: "its code sends the header Access-Control-Allow-Origin for the website",
        or "Add the header to the answer, with https://{{ domain }} or *, and deploy the code.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    TRIAL: "called as API Gateway calls it, it answers with the chapters",
        or "Mend the code at the place where it fails, and deploy it again.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::GET_CHAPTERS)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::GET_CHAPTERS.text).await)?;
    it.expects(RUNTIME, function::supported_runtime(&function));
    it.expects(ARCHITECTURE, Judgement::equal(&function.architecture, "arm64"));
    it.expects(READY, function::ready(&function));
    let event = trial::event(book::CHAPTERS_PATH);
    let (package, tried) = join!(aws.package(&function), aws.try_function(&function, event));
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(ANSWER, package.judged(|package| code::answers(package)));
    it.expects(CORS, package.judged(|package| code::allows_origin(package, &you.domain)));
    let judged = |answer| trial::not_here(&function).unwrap_or_else(|| trial::answered(&answer, &you.domain));
    it.sees(TRIAL, &[READY, HANDLER, ANSWER, CORS], tried.map(judged));
    Ok(())
}
