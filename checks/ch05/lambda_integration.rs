//! 5.12: GET /chapters is answered by the function, which this API, and not every API, may invoke.

use crate::services::apigateway::{Resource, Stage};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function named get-chapters",
        or "Exercise 5.10 creates it.", at console::FUNCTIONS;
    API: "your account has a REST API in {{ region }}",
        or "Exercise 5.3 creates it.", at console::APIS;
    RESOURCE: "the API has the resource /chapters",
        or "Exercise 5.4 creates it.", at console::APIS;
    PROXY: "a Lambda proxy integration answers GET /chapters",
        or "Choose GET below /chapters, edit the integration request: Lambda function, with Lambda proxy integration on.",
        at console::APIS;
    TARGET: "the integration invokes get-chapters",
        or "Edit the integration request of GET, and choose the function get-chapters.", at console::APIS;
    PERMISSION: "the function's policy lets this API, and no other, invoke it",
        or "Under Configuration, Permissions, Resource-based policy statements, add one for API Gateway with that source ARN.",
        at console::FUNCTION_PERMISSIONS;
    STAGE: "the stage serves /chapters as the API now has it",
        or "The API has changed since it was deployed: choose Deploy API, and the stage that is there already.",
        at console::APIS;
    PAGE: "https://{{ api_domain }}/chapters answers with the articles",
        or "Call the function with Test on its page, and read what its log says.", at console::FUNCTION_CODE;
}

pub const READS: Reads =
    &[reads::FUNCTION, reads::FUNCTION_POLICY, reads::REST_API, reads::RESOURCES, reads::STAGES, reads::STAGE_EXPORT];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (function, api) = join!(aws.function(you, "get-chapters"), aws.rest_api(you));
    let function = it.finds(FUNCTION, function, |f| f.arn.clone())?;
    let api = it.finds(API, api, RestApi::describe)?;
    let page = Url::https(&you.names.api_domain).page("/chapters");
    let (chapters, stage, page) = join!(aws.chapters(you, &api), aws.stage(you, &api), aws.visit(&page));
    let chapters = it.finds(RESOURCE, chapters, |resource| format!("{} with {}", resource.path, resource.verbs()))?;
    it.expects(PROXY, Ok(judge::lambda::invocation::proxied(&chapters, "GET")));
    it.expects(TARGET, Ok(judge::lambda::invocation::invokes(&chapters, "GET", &function.arn)));
    let invoked = judge::lambda::invocation::invoked(&chapters, "GET").filter(|arn| arn.starts_with(&function.arn));
    let invoked = invoked.unwrap_or(&function.arn);
    let stage = stage.map(Found::here);
    let (policy, current) = join!(aws.function_policy(&function, invoked), current(aws, you, &api, &chapters, &stage));
    let name = stage.as_ref().ok().and_then(Option::as_ref).map_or("v1", |stage| &stage.name);
    let permission =
        policy.map(|policy| judge::lambda::invocation::only_api_invokes(policy.as_ref(), invoked, &api, name, you));
    it.expects(PERMISSION, permission);
    it.expects(STAGE, current);
    let serving = [PROXY, TARGET, PERMISSION, STAGE];
    it.shows(PAGE, &serving, page.map(|page| judge::web::articles::api_answers(&page, &you.domain)));
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
    match stage.as_ref().map_err(Clone::clone)? {
        Some(stage) => Ok(judge::apigateway::deployment::up_to_date(chapters, &aws.export(you, api, stage).await?)),
        None => Ok(Judgement::absent("a stage", "the API was never deployed")),
    }
}
