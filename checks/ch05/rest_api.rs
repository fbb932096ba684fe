//! 5.3: a REST API that visitors can reach.

use crate::verifier::prelude::*;

clauses! {
    API: "your account has a REST API in {{ region }}",
        or "In API Gateway, switch to {{ region }} and create a REST API named website.", at console::APIS;
    ENDPOINT: "its endpoint can be reached from the internet",
        or "Open API settings, edit the API details and choose the endpoint type Regional.", at console::APIS;
}

pub const READS: Reads = &[reads::REST_API];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you).await, RestApi::describe)?;
    it.expects(ENDPOINT, Ok(judge::apigateway::api::public_endpoint(&api)));
    Ok(())
}
