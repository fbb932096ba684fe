//! 7.17: PUT /account/info is answered by the function, for users of the website alone.

use crate::endpoint::{self, Endpoint};
use crate::judge::apigateway::authorizer::{self, Token};
use crate::judge::apigateway::visitors::{self, Called};
use crate::judge::cognito::client;
use crate::judge::lambda::{invocation, user_attributes};
use crate::judge::web::cors::Asking;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO;
    API = given::REST_API;
    DOMAIN = given::POOL_DOMAIN;
    METHOD: "the API has a method PUT for /account/info",
        or "Create the resource account, below it the resource info with CORS on, and in that a method of type PUT.",
        at apigateway::CONSOLE;
    AUTHORIZER: "PUT answers those alone who have a token of the user pool behind {{ auth_domain }}",
        or "Edit the method request of PUT, and choose the authorizer of exercise 7.13 as its authorization.",
        at apigateway::CONSOLE, pillar Security;
    SCOPE: "PUT takes the access token, which a scope says",
        or "Edit the method request of PUT, add the authorization scope aws.cognito.signin.user.admin, and deploy the API again.",
        at apigateway::CONSOLE;
    PROXY: "a Lambda proxy integration answers PUT",
        or "Edit the integration request of PUT: Lambda function, with Lambda proxy integration on.", at apigateway::CONSOLE;
    TARGET: "the integration invokes put-account-info",
        or "Edit the integration request of PUT, and choose the function put-account-info.", at apigateway::CONSOLE;
    PERMISSION: "the function's policy lets this API, and no other, invoke it",
        or "Under Configuration, Permissions, Resource-based policy statements, add one for API Gateway with that source ARN.",
        at lambda::CONSOLE_PERMISSIONS.of(book::PUT_ACCOUNT_INFO), pillar Security;
    PREFLIGHT: "OPTIONS tells browsers that pages of https://{{ domain }} may send PUT with the header Authorization",
        or "Choose /account/info, Enable CORS, tick OPTIONS and PUT, and leave Authorization among the headers.", at apigateway::CONSOLE;
    DEPLOYED: "a stage serves PUT /account/info with the authorizer, and OPTIONS without",
        or "Choose Deploy API on the page of resources, and the stage that is there already.", at apigateway::CONSOLE;
    CURRENT: "the stage serves /account/info as the API now has it",
        or "The API has changed since it was deployed: choose Deploy API, and the stage that is there already.", at apigateway::CONSOLE;
    ANSWERS: "asked by a browser, https://{{ api_domain }}/account/info lets pages of https://{{ domain }} send PUT",
        or "Compare the custom domain name of the API with exercise 5.7, and deploy the API again.", at apigateway::domain::CONSOLE;
}

const VERB: &str = "PUT";
const PATH: &str = book::ACCOUNT_INFO_PATH;
/// What the account page sends.
const ASKING: Asking<'_> = Asking { verb: VERB, headers: &["Authorization", "Content-Type"] };

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO),
    lambda::FUNCTION_POLICY.named(book::PUT_ACCOUNT_INFO),
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::AUTHORIZERS,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
    apigateway::STAGE_EXPORT,
    cognito::POOL_DOMAIN,
    cognito::APP_CLIENTS,
    iam::ROLE_PERMISSIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (function, api, domain) = join!(
        aws.function(you, book::PUT_ACCOUNT_INFO.text),
        aws.rest_api(you, book::api(you)),
        aws.pool_domain(you, &you.names.auth_domain)
    );
    let function = it.finds(FUNCTION, function);
    let api = it.finds(API, api);
    let domain = it.finds(DOMAIN, domain.map(Found::from));
    let (function, api, domain) = (function?, api?, domain?);
    let question = endpoint::question(you, &you.names.api_domain, PATH, ASKING);
    let (resources, stage, authorizers, clients, package, asked) = join!(
        aws.resources(you, &api),
        aws.stage(you, &api, book::api(you)),
        aws.authorizers(you, &api),
        aws.app_clients(you, &domain.pool_id),
        aws.package(&function),
        aws.visit(&question)
    );
    let put = it.finds(METHOD, resources.clone().map(|all| apigateway::answering_or_near(&all, PATH, VERB)))?;
    let method = put.method(VERB).expect("it answers the verb");
    let called = Called { stage: book::api(you).stage, verb: VERB, path: PATH };
    let kept_out = visitors::kept_out(&api, you, called);
    let pool = domain.pool_arn(you);
    it.expects(AUTHORIZER, authorizers.map(|all| authorizer::guards(method, &all, &pool).but(kept_out)));
    let pages = book::sign_in_pages(you);
    let scope = match authorizer::token(method) {
        Token::Access => clients.map(|all| authorizer::scopes_are_given(method, client::fitting(&all, &pages))),
        Token::Id => package.map(|package| authorizer::without_scope(user_attributes::way(&package))),
        Token::Other => Ok(Judgement::skips("PUT asks for no token of a user pool")),
    };
    it.expects(SCOPE, scope);
    it.expects(PROXY, invocation::proxied(&put, VERB));
    let resources = resources.unwrap_or_default();
    let options = apigateway::answering(&resources, PATH, "OPTIONS");
    let stage = stage.map(Found::here);
    let endpoint = Endpoint { you, api: &api, called, resource: &put, options, stage: &stage };
    it.expects(PREFLIGHT, endpoint.preflight(ASKING));
    let ([target, permission], deployed, current) =
        join!(endpoint.invokes(aws, &function), endpoint.deployed(aws), endpoint.current(aws));
    it.expects(TARGET, target);
    it.expects(PERMISSION, permission);
    it.expects(DEPLOYED, deployed);
    it.expects(CURRENT, current);
    let asked = asked.map(|answer| endpoint.lets_pages_send(&answer, ASKING, aws.now()));
    it.sees(ANSWERS, &[PREFLIGHT, DEPLOYED, CURRENT], asked);
    Ok(())
}
