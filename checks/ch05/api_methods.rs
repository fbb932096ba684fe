//! 5.4: the API has the resource /chapters, and everyone may call its methods GET and OPTIONS.

use crate::judge::apigateway::visitors::Called;
use crate::judge::apigateway::{api, visitors};
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API;
    RESOURCE = given::CHAPTERS_RESOURCE, or "Choose / in the list of resources, create a resource named chapters and turn CORS on.";
    GET: "/chapters has a method GET that everyone may call",
        or "Choose /chapters, create a method of type GET, and leave authorization at NONE and the API key not required.",
        at apigateway::CONSOLE;
    OPTIONS: "/chapters has a method OPTIONS that everyone may call",
        or "Choose /chapters and Enable CORS, or create a method of type OPTIONS without authorization.", at apigateway::CONSOLE;
}

pub const READS: Reads = &[apigateway::REST_API, apigateway::RESOURCES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you, book::api(you)).await)?;
    let chapters = aws.resource(you, &api, book::CHAPTERS_PATH).await;
    let chapters = it.finds(RESOURCE, chapters)?;
    let open = |verb| {
        let called = Called { stage: book::api(you).stage, verb, path: book::CHAPTERS_PATH };
        api::open_method(&chapters, verb).but(visitors::kept_out(&api, you, called))
    };
    it.expects(GET, open("GET"));
    it.expects(OPTIONS, open("OPTIONS"));
    Ok(())
}
