//! 5.3: a REST API that visitors can reach.

use crate::judge::apigateway::visitors;
use crate::judge::apigateway::visitors::Called;
use crate::services::apigateway::RestApi;
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API, or "In API Gateway, switch to {{ region }} and create a REST API named website.";
    ENDPOINT: "its endpoint can be reached from the internet",
        or "Open API settings, edit the API details and choose the endpoint type Regional.", at apigateway::CONSOLE;
}

pub const READS: Reads = &[apigateway::REST_API];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you, book::api(you)).await)?;
    it.expects(ENDPOINT, endpoint(aws, you, &api).await);
    Ok(())
}

async fn endpoint(aws: &Aws, you: &Learner, api: &RestApi) -> Read<Judgement> {
    let called = Called { stage: book::api(you).stage, verb: "GET", path: book::CHAPTERS_PATH };
    // Only an API without an address of its own needs another.
    let is_mapped = !api.has_default_endpoint
        && aws.api_mappings(you, &you.names.api_domain).await?.iter().any(|mapping| mapping.api_id == api.id);
    Ok(visitors::public_endpoint(api, is_mapped).but(visitors::kept_out(api, you, called)))
}
