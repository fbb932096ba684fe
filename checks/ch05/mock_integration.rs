//! 5.5: API Gateway itself answers GET /chapters with made-up chapters, and lets pages of the website read them.

use crate::judge::apigateway::api::Answering;
use crate::judge::apigateway::visitors::Called;
use crate::judge::apigateway::{api, mock, visitors};
use crate::judge::web::cors::Asking;
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API;
    RESOURCE = given::CHAPTERS_RESOURCE;
    MOCK: "GET /chapters has a mock integration",
        or "Choose GET below /chapters, edit the integration request and choose Mock.", at apigateway::CONSOLE;
    REQUEST: "the mock's request template asks for the status 200",
        or "Edit the integration request of GET: mapping template application/json, {\"statusCode\": 200}.", at apigateway::CONSOLE;
    RESPONSE: "the mock answers with a JSON array of chapters",
        or "Edit the integration response of GET: mapping template application/json, with the array of api/mock-response.json.",
        at apigateway::CONSOLE;
    ORIGIN: "the answer lets pages of https://{{ domain }} read it",
        or "Add the header Access-Control-Allow-Origin to the method response 200 of GET, then map it to '*' in the integration response.",
        at apigateway::CONSOLE;
    PREFLIGHT: "OPTIONS /chapters tells browsers that pages of https://{{ domain }} may send GET",
        or "Choose /chapters, Enable CORS, tick OPTIONS and GET, and save.", at apigateway::CONSOLE;
}

/// Only requests with unusual headers are preceded by the question, so that the list of headers does not matter for the
/// book's page.
const GET: Asking<'_> = Asking { verb: "GET", headers: &[] };
pub const READS: Reads = &[apigateway::REST_API, apigateway::RESOURCES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you, book::api(you)).await)?;
    let chapters = aws.resource(you, &api, book::CHAPTERS_PATH).await;
    let chapters = it.finds(RESOURCE, chapters)?;
    let called = |verb| Called { stage: book::api(you).stage, verb, path: book::CHAPTERS_PATH };
    let kept_out = |verb| visitors::kept_out(&api, you, called(verb));
    let question = chapters.method("OPTIONS").and_then(|method| method.integration.as_ref());
    let bytes = question.and_then(|question| mock::takes_bytes(&api, question));
    it.expects(PREFLIGHT, mock::answers_preflight(&chapters, GET, &you.domain).but(bytes).but(kept_out("OPTIONS")));
    let mock = api::integration(&chapters, "GET", "MOCK");
    let Answering { method, integration: mock } = it.finds(MOCK, mock)?;
    it.expects(REQUEST, mock::asks_for_200(mock).but(mock::takes_bytes(&api, mock)));
    it.expects(RESPONSE, mock::sends_articles(mock));
    let refused = api::asks_who_is_there(method, "GET").or_else(|| kept_out("GET"));
    it.expects(ORIGIN, mock::lets_pages_read(method, mock, &you.domain).but(refused));
    Ok(())
}
