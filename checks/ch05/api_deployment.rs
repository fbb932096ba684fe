//! 5.6: a stage serves GET /chapters, as the API now has it.

use crate::documents::openapi::OpenApi;
use crate::endpoint;
use crate::judge::apigateway::visitors::Called;
use crate::judge::apigateway::{deployment, mock, visitors};
use crate::judge::lambda::{function, invocation};
use crate::judge::web::cors::Asking;
use crate::judge::web::{articles, preflight};
use crate::services::apigateway::{Resource, RestApi, Stage};
use crate::services::lambda::is_of;
use crate::verifier::prelude::*;
use crate::wait::STAGE_DEPLOYMENT;

clauses! {
    API = given::REST_API;
    STAGE: "the API has a stage",
        or "Choose Deploy API on the page of resources, and create a new stage named v1.", at apigateway::CONSOLE;
    SERVES: "the stage serves GET /chapters",
        or "Choose Deploy API on the page of resources, and the stage that is there already.", at apigateway::CONSOLE;
    CURRENT = given::STAGE_IS_CURRENT;
    ANSWERS: "the stage's own address answers with the chapters",
        or "Open the stage's invoke URL with /chapters behind it in a browser.", at apigateway::CONSOLE;
    PREFLIGHT: "asked by a browser, the stage lets pages of https://{{ domain }} send GET",
        or "Choose /chapters, Enable CORS (exercise 5.5), and deploy the API again.", at apigateway::CONSOLE;
}

const BY_NAME: &str = "the API's own address is turned off, and exercise 5.8 looks at its custom domain name";

/// What a browser asks before a page sends GET with a content type, and what it must be told: a page may do without one.
const ASKING: Asking<'_> = Asking { verb: "GET", headers: &["Content-Type"] };
const ASKED: Asking<'_> = Asking { verb: "GET", headers: &[] };

pub const READS: Reads = &[
    apigateway::REST_API,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
    apigateway::STAGE_EXPORT,
    apigateway::RESOURCES,
    lambda::FUNCTION.named(book::GET_CHAPTERS),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let api = it.finds(API, aws.rest_api(you, book::api(you)).await)?;
    let (stage, chapters) = join!(aws.stage(you, &api, book::api(you)), aws.resource(you, &api, book::CHAPTERS_PATH));
    let stage = it.finds(STAGE, stage)?;
    let address = Url::https(api.host()).page(&format!("/{}{}", stage.name, book::CHAPTERS_PATH));
    let question = endpoint::question(you, &api.host(), &format!("/{}{}", stage.name, book::CHAPTERS_PATH), ASKING);
    let (deployed, served, answer, allowed) = join!(
        aws.deployed(you, &api, &stage),
        aws.export(you, &api, &stage),
        aws.visit(&address),
        aws.visit(&question)
    );
    let called = Called { stage: &stage.name, verb: "GET", path: book::CHAPTERS_PATH };
    let refused = deployment::lets_no_call_through(&stage, called).or_else(|| visitors::kept_out(&api, you, called));
    it.expects(SERVES, deployed.map(|deployed| deployment::serves(&deployed, book::CHAPTERS_PATH, "GET").but(refused)));
    let method = chapters.clone().ok().and_then(Found::here);
    it.expects(CURRENT, served.and_then(|served| Ok(is_current(chapters?, &served))));
    if !api.has_default_endpoint {
        it.expects(ANSWERS, by_name(aws, you, &api).await);
        it.skips(PREFLIGHT, BY_NAME);
        return Ok(());
    }
    // Both are judged where the stage has what the API says, so what that says wrongly is answered wrongly after the wait, too.
    let may_change = |said: Option<Judgement>| stage.is_fresh(aws.now()) && !said.is_some_and(|said| said.does_fail());
    let said = method.as_ref().and_then(|chapters| mock::answers_articles(chapters, "GET", &you.domain));
    let answered = |answer| articles::answered(&answer, &you.domain).unless(may_change(said), STAGE_DEPLOYMENT);
    let answer = match answer.map(answered) {
        Ok(judged) if !judged.does_hold() => Ok(turned_off(aws, you, method.as_ref(), &stage).await.unwrap_or(judged)),
        answer => answer,
    };
    it.sees(ANSWERS, &[SERVES, CURRENT], answer);
    let said = method.as_ref().map(|chapters| mock::names_pages(chapters, &you.domain));
    let allows = |answer| {
        preflight::allows(&answer, &you.domain, book::CHAPTERS_PATH, ASKED).unless(may_change(said), STAGE_DEPLOYMENT)
    };
    it.sees(PREFLIGHT, &[SERVES, CURRENT], allowed.map(allows));
    Ok(())
}

fn is_current(chapters: Found<Resource>, served: &OpenApi) -> Judgement {
    match chapters {
        Found::Missing(None) => deployment::gone(book::CHAPTERS_PATH),
        found => found.judged(|chapters| deployment::up_to_date(&chapters, served)),
    }
}

/// Why the method answers with an error later in the book: the function behind it is turned off.
async fn turned_off(aws: &Aws, you: &Learner, method: Option<&Resource>, stage: &Stage) -> Option<Judgement> {
    let invoked = invocation::invoked(method?, "GET", Some(stage))?;
    let function = aws.function(you, book::GET_CHAPTERS.text).await.ok()?.here()?;
    function::throttled(&function).filter(|_| is_of(&invoked, &function.arn))
}

/// An API without an address of its own answers at its custom domain name alone.
async fn by_name(aws: &Aws, you: &Learner, api: &RestApi) -> Read<Judgement> {
    let mappings = aws.api_mappings(you, &you.names.api_domain).await?;
    let is_mapped = mappings.iter().any(|mapping| mapping.api_id == api.id);
    let reached = visitors::public_endpoint(api, is_mapped);
    Ok(reached.and(Judgement::skips(BY_NAME)))
}
