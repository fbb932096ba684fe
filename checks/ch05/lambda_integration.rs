//! 5.12: GET /chapters is answered by the function, which this API, and not every API, may invoke.

use crate::judge::apigateway::deployment;
use crate::judge::apigateway::visitors::Called;
use crate::judge::lambda::{function, invocation};
use crate::judge::web::articles;
use crate::permission::{self, Asked};
use crate::services::apigateway::{Resource, RestApi, Stage};
use crate::services::lambda::is_of;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::GET_CHAPTERS;
    API = given::REST_API;
    RESOURCE = given::CHAPTERS_RESOURCE;
    PROXY: "a Lambda proxy integration answers GET /chapters",
        or "Choose GET below /chapters, edit the integration request: Lambda function, with Lambda proxy integration on.",
        at apigateway::CONSOLE;
    TARGET: "the integration invokes get-chapters",
        or "Edit the integration request of GET, and choose the function get-chapters.", at apigateway::CONSOLE;
    PERMISSION: "the function's policy lets this API, and no other, invoke it",
        or "Under Configuration, Permissions, Resource-based policy statements, add one for API Gateway with that source ARN.",
        at lambda::CONSOLE_PERMISSIONS.of(book::GET_CHAPTERS), pillar Security;
    STAGE = given::STAGE_IS_CURRENT;
    PAGE = given::API_ANSWERS;
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::GET_CHAPTERS),
    lambda::FUNCTION_POLICY.named(book::GET_CHAPTERS),
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::STAGES,
    apigateway::STAGE_EXPORT,
    iam::ROLE_PERMISSIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (function, api) = join!(aws.function(you, book::GET_CHAPTERS.text), aws.rest_api(you, book::api(you)));
    let function = it.finds(FUNCTION, function)?;
    let api = it.finds(API, api)?;
    let page = Url::https(&you.names.api_domain).page(book::CHAPTERS_PATH);
    let (chapters, stage, page) =
        join!(aws.resource(you, &api, book::CHAPTERS_PATH), aws.stage(you, &api, book::api(you)), aws.visit(&page));
    let chapters = it.finds(RESOURCE, chapters)?;
    it.expects(PROXY, invocation::proxied(&chapters, "GET"));
    let stage = stage.map(Found::here);
    let known = stage.as_ref().ok().and_then(Option::as_ref);
    let invoked = invocation::invoked(&chapters, "GET", known);
    let target = invocation::invokes(invoked.as_deref(), known, &function.arn);
    it.expects(TARGET, target.but(function::throttled(&function)));
    let invoked = invoked.filter(|arn| is_of(arn, &function.arn)).unwrap_or_else(|| function.arn.clone());
    let name = known.map_or(book::api(you).stage, |stage| &stage.name);
    let called = Called { stage: name, verb: "GET", path: book::CHAPTERS_PATH };
    let asked = Asked { api: &api, called, invoked: &invoked, role: permission::role(&chapters, "GET") };
    let (permission, current) =
        join!(permission::of(aws, you, &function, asked), current(aws, you, &api, &chapters, &stage));
    it.expects(PERMISSION, permission);
    it.expects(STAGE, current);
    let serving = [PROXY, TARGET, PERMISSION, STAGE];
    it.sees(PAGE, &serving, page.map(|page| articles::answered(&page, &you.domain)));
    Ok(())
}

/// Whether the stage serves the resource as it is now.
async fn current(
    aws: &Aws,
    you: &Learner,
    api: &RestApi,
    chapters: &Resource,
    stage: &Read<Option<Stage>>,
) -> Read<Judgement> {
    Ok(match stage.as_ref().map_err(Clone::clone)? {
        Some(stage) => deployment::up_to_date(chapters, &aws.export(you, api, stage).await?),
        None => Judgement::absent("a stage", "the API was never deployed"),
    })
}
