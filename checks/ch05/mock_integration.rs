//! 5.5: API Gateway itself answers GET /chapters with made-up chapters, and lets pages of the website read them.

use crate::verifier::prelude::*;

clauses! {
    API: "your account has a REST API in {{ region }}",
        or "Exercise 5.3 creates it.", at console::APIS;
    RESOURCE: "the API has the resource /chapters",
        or "Exercise 5.4 creates it.", at console::APIS;
    MOCK: "a mock integration answers GET /chapters",
        or "Choose GET below /chapters, edit the integration request and choose Mock.", at console::APIS;
}

pub const READS: Reads = &[reads::REST_API, reads::RESOURCES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you).await, RestApi::describe)?;
    let chapters = aws.chapters(you, &api).await;
    let chapters = it.finds(RESOURCE, chapters, |resource| format!("{} with {}", resource.path, resource.verbs()))?;
    it.expects(MOCK, Ok(judge::answered_by(&chapters, "GET", "MOCK")));
    Ok(())
}
