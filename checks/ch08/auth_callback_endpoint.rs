//! 8.4: POST /analytics/auth-callback puts an item into the table, without a function, for users of the website alone.

use crate::endpoint::Endpoint;
use crate::judge::apigateway::authorizer;
use crate::judge::apigateway::put_item;
use crate::judge::apigateway::visitors::{self, Called};
use crate::judge::web::cors::Asking;
use crate::putting;
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API;
    DOMAIN = given::POOL_DOMAIN;
    METHOD: "the API has a method POST for /analytics/auth-callback",
        or "Create the resource analytics, below it the resource auth-callback with CORS on, and in that a method of type POST.",
        at apigateway::CONSOLE;
    AUTHORIZER: "POST answers those alone who have a token of the user pool behind {{ auth_domain }}",
        or "Edit the method request of POST, and choose the authorizer of exercise 7.13 as its authorization.",
        at apigateway::CONSOLE, pillar Security;
    SCOPE: "POST takes the access token, which a scope says",
        or "Edit the method request of POST, add the authorization scope aws.cognito.signin.user.admin, and deploy the API again.",
        at apigateway::CONSOLE;
    TARGET: "POST asks DynamoDB itself to put an item",
        or "Edit the integration request of POST: AWS service, {{ region }}, DynamoDB, HTTP method POST, action name PutItem.",
        at apigateway::CONSOLE;
    ROLE: "it asks with a role that API Gateway may take on, and that may put items into the table analytics and no other",
        or "Edit the integration request of POST, and write the ARN of the role of exercise 8.3 as its execution role.",
        at apigateway::CONSOLE, pillar Security;
    TEMPLATE: "the mapping template makes an item with the dataType auth-callback and the time of the request",
        or "Edit the integration request of POST, and put in the mapping template for application/json.",
        at apigateway::CONSOLE;
    ANSWER: "pages of https://{{ domain }} may read what POST answers",
        or "Create the method response 200 with the header Access-Control-Allow-Origin, and give that the value '*' in the integration response.",
        at apigateway::CONSOLE;
    PREFLIGHT: "OPTIONS tells browsers that pages of https://{{ domain }} may send POST with the header Authorization",
        or "Choose /analytics/auth-callback, Enable CORS, tick OPTIONS and POST, and leave Authorization among the headers.",
        at apigateway::CONSOLE;
    DEPLOYED: "a stage serves POST /analytics/auth-callback with the authorizer, and OPTIONS without",
        or "Choose Deploy API on the page of resources, and the stage that is there already.", at apigateway::CONSOLE;
    CURRENT: "the stage serves /analytics/auth-callback as the API now has it",
        or "The API has changed since it was deployed: choose Deploy API, and the stage that is there already.", at apigateway::CONSOLE;
    TRIAL: "asked by somebody who has signed in, it puts such an item into the table",
        or "Look at what the API answers, and at the mapping template.", at apigateway::CONSOLE;
}

const VERB: &str = "POST";
const PATH: &str = book::AUTH_CALLBACK_PATH;
/// What the page sends.
const ASKING: Asking<'_> = Asking { verb: VERB, headers: &["Authorization"] };

pub const READS: Reads = &[
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::AUTHORIZERS,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
    apigateway::STAGE_EXPORT,
    cognito::POOL_DOMAIN,
    cognito::APP_CLIENTS,
    iam::ROLE_PERMISSIONS,
    dynamodb::TABLE_POLICY.named(book::ANALYTICS_TABLE),
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (api, domain) = join!(aws.rest_api(you, book::api(you)), aws.pool_domain(you, &you.names.auth_domain));
    let api = it.finds(API, api);
    let domain = it.finds(DOMAIN, domain.map(Found::from));
    let (api, domain) = (api?, domain?);
    let (resources, stage, authorizers, clients) = join!(
        aws.resources(you, &api),
        aws.stage(you, &api, book::api(you)),
        aws.authorizers(you, &api),
        aws.app_clients(you, &domain.pool_id)
    );
    let post = it.finds(METHOD, resources.clone().map(|all| apigateway::answering_or_near(&all, PATH, VERB)))?;
    let method = post.method(VERB).expect("it answers the verb");
    let called = Called { stage: book::api(you).stage, verb: VERB, path: PATH };
    let kept_out = visitors::kept_out(&api, you, called);
    let pool = domain.pool_arn(you);
    it.expects(AUTHORIZER, authorizers.map(|all| authorizer::guards(method, &all, &pool).but(kept_out)));
    let resources = resources.unwrap_or_default();
    let options = apigateway::answering(&resources, PATH, "OPTIONS");
    let stage = stage.map(Found::here);
    let endpoint = Endpoint { you, api: &api, called, resource: &post, options, stage: &stage };
    let integration = method.integration.as_ref();
    let served = stage.as_ref().ok().and_then(Option::as_ref).map_or(called.stage, |stage| &stage.name);
    let (scope, role, deployed, current, tried) = join!(
        putting::fitting_token(aws, you, method, clients),
        putting::under_role(aws, you, &api, integration),
        endpoint.deployed(aws),
        endpoint.current(aws),
        putting::tried(aws, (&api, served), (method, domain.pool_id.as_str()))
    );
    it.expects(SCOPE, scope);
    let target = put_item::asks(integration, &you.region);
    let asks = !target.does_fail();
    it.expects(TARGET, target);
    match integration.filter(|_| asks) {
        Some(integration) => {
            let variables = stage.as_ref().ok().and_then(Option::as_ref).map(|stage| &stage.variables);
            it.expects(ROLE, role);
            it.expects(TEMPLATE, putting::or_tried(putting::sign_in(you, integration, variables), &tried));
            it.expects(ANSWER, put_item::lets_pages_read(method, integration, &you.domain));
        }
        None => [ROLE, TEMPLATE, ANSWER].into_iter().for_each(|clause| it.skips(clause, "POST does not ask DynamoDB")),
    }
    it.expects(PREFLIGHT, endpoint.preflight(ASKING));
    it.expects(DEPLOYED, deployed);
    it.expects(CURRENT, current);
    it.sees(TRIAL, &[AUTHORIZER, SCOPE, TARGET, ROLE, TEMPLATE, DEPLOYED, CURRENT], tried);
    Ok(())
}
