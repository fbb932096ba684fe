//! 5.3: a REST API that visitors can reach.

use crate::judge::apigateway::api;
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API, or "In API Gateway, switch to {{ region }} and create a REST API named website.";
    ENDPOINT: "its endpoint can be reached from the internet",
        or "Open API settings, edit the API details and choose the endpoint type Regional.", at apigateway::CONSOLE;
}

pub const READS: Reads = &[apigateway::REST_API];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you, book::api(you)).await)?;
    it.expects(ENDPOINT, api::public_endpoint(&api));
    Ok(())
}
