//! Judgements of a function that was called as API Gateway calls it.

use serde_json::json;

use crate::judge::lambda::code::LAYERS;
use crate::judge::web::articles;
use crate::judgement::Judgement;
use crate::outside::web::Answer;
use crate::services::lambda::Function;

/// API Gateway's event for GET on a path (API Gateway Developer Guide, "Input format of a Lambda function for proxy
/// integration"), as far as a handler reads it.
pub fn event(path: &str) -> String {
    let event = json!({
        "resource": path, "path": path, "httpMethod": "GET", "headers": {}, "multiValueHeaders": {},
        "queryStringParameters": null, "multiValueQueryStringParameters": null, "pathParameters": null,
        "stageVariables": null, "requestContext": { "resourcePath": path, "httpMethod": "GET", "path": path },
        "body": null, "isBase64Encoded": false,
    });
    event.to_string()
}

/// Why the function cannot be tried in a practice account, if it cannot.
pub fn not_here(function: &Function) -> Option<Judgement> {
    match &function.handler {
        Some(handler) if handler.starts_with(LAYERS) => {
            Some(Judgement::skips(format!("the practice account has no {LAYERS}, where the layer with the handler is")))
        }
        Some(_) => None,
        None => Some(Judgement::skips("the practice account runs no container images")),
    }
}

/// The function answers with the articles, for pages of `domain`.
pub fn answered(answer: &Answer, domain: &str) -> Judgement {
    let Answer::Page(page) = answer else { return articles::answered(answer, domain) };
    match (page.status, &page.code) {
        (502, Some(error)) => Judgement::fails("an answer with statusCode 200", error.clone()).advising(advice(error)),
        _ => articles::answered(answer, domain),
    }
}

/// What to do about an error, by the words of Node.js, Python and AWS.
fn advice(error: &str) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| error.contains(word));
    if has(&["AccessDenied", "not authorized"]) {
        return "The role of the function does not allow that: add the action and the resource that the error names to its policy.";
    }
    if has(&["Cannot find package", "Cannot find module", "No module named"]) {
        return "The code takes in a module that is neither in the package nor in Lambda's runtime, which has version 3 of the AWS SDK for JavaScript. Mend its name, or add it to the package.";
    }
    if has(&["timed out"]) {
        return "The function waits for something that does not come, or needs longer: look at its log, then raise the timeout.";
    }
    if has(&["statusCode", "body"]) {
        return "The handler must return an object with a number statusCode and a text body (JSON.stringify).";
    }
    "The code fails at this place. `msl-learn open logs` shows the whole error; mend it and choose Deploy."
}
