//! 7.17: PUT /account/info is answered by the function, for users of the website alone.

use crate::judge::apigateway::authorizer::{self, Token};
use crate::judge::apigateway::deployment;
use crate::judge::apigateway::mock::{self, Asking};
use crate::judge::apigateway::visitors::{self, Called};
use crate::judge::cognito::client;
use crate::judge::lambda::user_attributes::{self, Way};
use crate::judge::lambda::{function, invocation};
use crate::permission::{self, Asked};
use crate::services::apigateway::{Method, Resource, RestApi, Stage};
use crate::services::lambda::Function;
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
}

const VERB: &str = "PUT";
const PATH: &str = book::ACCOUNT_INFO_PATH;
/// What the account page sends.
const ASKING: Asking = Asking { verb: VERB, headers: &["Authorization", "Content-Type"] };

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
    let (resources, stage, authorizers, clients, package) = join!(
        aws.resources(you, &api),
        aws.stage(you, &api, book::api(you)),
        aws.authorizers(you, &api),
        aws.app_clients(you, &domain.pool_id),
        aws.package(&function)
    );
    let put = it.finds(METHOD, resources.clone().map(|all| apigateway::answering_or_near(&all, PATH, VERB)))?;
    let method = put.method(VERB).expect("it answers the verb");
    let pool = domain.pool_arn(you);
    let kept_out = visitors::kept_out(&api, you, Called { stage: book::api(you).stage, verb: VERB, path: PATH });
    it.expects(AUTHORIZER, authorizers.map(|all| authorizer::guards(method, &all, &pool).but(kept_out)));
    let way = package.map(|package| user_attributes::way(&package));
    it.expects(SCOPE, scope(you, method, clients, way));
    it.expects(PROXY, invocation::proxied(&put, VERB));
    let options = resources.map(|all| apigateway::answering(&all, PATH, "OPTIONS").cloned());
    it.expects(PREFLIGHT, options.clone().map(|options| preflight(you, &api, options.as_ref(), &put)));
    let stage = stage.map(Found::here);
    let served = join!(
        invoked(aws, you, (&api, &put), &function, &stage),
        deployed(aws, you, &api, (&put, &options), &stage),
        current(aws, you, &api, (&put, &options), &stage)
    );
    let ((target, permission), deployed, current) = served;
    it.expects(TARGET, target);
    it.expects(PERMISSION, permission);
    it.expects(DEPLOYED, deployed);
    it.expects(CURRENT, current);
    Ok(())
}

/// The account page sends the access token, and so the method must have a scope. Without one it takes the ID token, which is
/// of no use to a function that changes the user by the token.
fn scope(
    you: &Learner,
    method: &Method,
    clients: Read<Vec<cognito::AppClient>>,
    way: Read<Option<Way>>,
) -> Read<Judgement> {
    const NONE: &str = "no scope, so that API Gateway takes ID tokens alone";
    if method.authorization == "CUSTOM" {
        return Ok(Judgement::skips("a function decides about the token"));
    }
    if authorizer::token(method) == Token::Access {
        let clients = clients?;
        return Ok(match client::fitting(&clients, &book::sign_in_pages(you)) {
            Some(client) => authorizer::scopes_are_given(method, client),
            None => Judgement::fails("an app client that gives tokens with the scope", "the pool has no app client"),
        });
    }
    Ok(match way? {
        Some(Way::ByToken) => Judgement::fails("a scope, such as aws.cognito.signin.user.admin", NONE),
        Some(Way::AsAdministrator) => Judgement::holds(NONE).advising(
            "Your function needs no access token, so that this works if your page sends the ID token. The page of exercise 7.18 \
             sends the access token: add the scope aws.cognito.signin.user.admin for that.",
        ),
        None => Judgement::skips(format!("{NONE}; not told from the code which token the function needs")),
    })
}

/// Browsers ask before they send a PUT, and get an answer if OPTIONS is open to everyone.
fn preflight(you: &Learner, api: &RestApi, options: Option<&Resource>, put: &Resource) -> Judgement {
    let Some(options) = options else {
        return Judgement::absent("a method OPTIONS", put.verbs());
    };
    let called = Called { stage: book::api(you).stage, verb: "OPTIONS", path: PATH };
    let mock = options.method("OPTIONS").and_then(|method| method.integration.as_ref());
    let bytes = mock.and_then(|mock| mock::takes_bytes(api, mock));
    mock::answers_preflight(options, ASKING, &you.domain).but(bytes).but(visitors::kept_out(api, you, called))
}

/// Whether the integration invokes the function, and may.
async fn invoked(
    aws: &Aws,
    you: &Learner,
    (api, put): (&RestApi, &Resource),
    function: &Function,
    stage: &Read<Option<Stage>>,
) -> (Read<Judgement>, Read<Judgement>) {
    let known = stage.as_ref().ok().and_then(Option::as_ref);
    let arn = invocation::invoked(put, VERB, known);
    let target = invocation::invokes(arn.as_deref(), known, &function.arn).but(function::throttled(function));
    let arn = arn.filter(|arn| invocation::is_of(arn, &function.arn)).unwrap_or_else(|| function.arn.clone());
    let called = Called { stage: known.map_or(book::api(you).stage, |stage| &stage.name), verb: VERB, path: PATH };
    let asked = Asked { api, called, invoked: &arn, role: permission::role(put, VERB) };
    (Ok(target), permission::of(aws, you, function, asked).await)
}

/// The methods PUT and OPTIONS are in what the stage serves, with the authorization that they have in the API.
async fn deployed(
    aws: &Aws,
    you: &Learner,
    api: &RestApi,
    (put, options): (&Resource, &Read<Option<Resource>>),
    stage: &Read<Option<Stage>>,
) -> Read<Judgement> {
    let Some(stage) = stage.as_ref().map_err(Clone::clone)? else {
        return Ok(Judgement::absent("a stage", "the API was never deployed"));
    };
    let deployed = aws.deployed(you, api, stage).await?;
    let refused = deployment::lets_no_call_through(stage, Called { stage: &stage.name, verb: VERB, path: &put.path });
    let put = deployment::serves_alike(&deployed, put, VERB);
    let options = options.as_ref().map_err(Clone::clone)?.as_ref();
    let options = options.map(|options| deployment::serves_alike(&deployed, options, "OPTIONS"));
    Ok(options.into_iter().fold(put, Judgement::and).but(refused))
}

/// The integrations that the stage has are those of the API.
async fn current(
    aws: &Aws,
    you: &Learner,
    api: &RestApi,
    (put, options): (&Resource, &Read<Option<Resource>>),
    stage: &Read<Option<Stage>>,
) -> Read<Judgement> {
    let Some(stage) = stage.as_ref().map_err(Clone::clone)? else {
        return Ok(Judgement::skips("the API was never deployed"));
    };
    let served = aws.export(you, api, stage).await?;
    let put = deployment::same_integration(put, VERB, &served);
    Ok(match options.as_ref().map_err(Clone::clone)? {
        Some(options) => put.and(deployment::same_integration(options, "OPTIONS", &served)),
        None => put,
    })
}
