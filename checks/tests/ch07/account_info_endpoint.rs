//! 7.17: which token the method takes, what browsers are told, who may invoke the function, and what the stage has of it.

use crate::testing::INFO_PREFLIGHT;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch07/account_info_endpoint";
const RESOURCES: &str = "apigateway:GetResources";
const AUTHORIZERS: &str = "apigateway:GetAuthorizers";
const DEPLOYMENT: &str = "apigateway:GetDeployment";
const EXPORT: &str = "apigateway:GetExport";
const POLICY: &str = "lambda:GetPolicy";
const SCOPES: &str = r#""authorizationScopes":["aws.cognito.signin.user.admin"]"#;
const ADMINISTRATOR: &str = "import { CognitoIdentityProviderClient, AdminUpdateUserAttributesCommand }
    from '@aws-sdk/client-cognito-identity-provider';
    export const handler = async (event) => new CognitoIdentityProviderClient().send(
        new AdminUpdateUserAttributesCommand({ Username: 'ada' }));";

fn with(from: &str, to: &str) -> Account {
    solved().edited(RESOURCES, from, to)
}

/// The API was changed so, and deployed since.
fn deployed(from: &str, to: &str) -> Account {
    with(from, to).edited(EXPORT, from, to)
}

/// The method has these scopes, in the API and in the stage.
fn scoped(scopes: &str) -> Account {
    let lock = |scopes: &str| format!(r#""put":{{"security":[{{"website-users":{scopes}}}]"#);
    let before = lock(r#"["aws.cognito.signin.user.admin"]"#);
    with(SCOPES, &format!(r#""authorizationScopes":{scopes}"#)).edited(EXPORT, &before, &lock(scopes))
}

#[tokio::test]
async fn the_method_asks_for_a_token_of_the_pool() {
    let open = with(r#""authorizationType":"COGNITO_USER_POOLS""#, r#""authorizationType":"NONE""#).edited(
        DEPLOYMENT,
        "COGNITO_USER_POOLS",
        "NONE",
    );
    let no_token = (Skipped, "scope", "asks for no token of a user pool");
    expect(&open, SLUG, Verdict::NotDone, &[(Fails, "authorizer", "everyone may call it"), no_token]).await;
    let signed = with(r#""authorizationType":"COGNITO_USER_POOLS""#, r#""authorizationType":"AWS_IAM""#).edited(
        DEPLOYMENT,
        "COGNITO_USER_POOLS",
        "AWS_IAM",
    );
    expect(&signed, SLUG, Verdict::NotDone, &[(Fails, "authorizer", "the authorization AWS_IAM"), no_token]).await;
    let gone = with(r#""authorizerId":"auth01""#, r#""authorizerId":"auth02""#);
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "authorizer", "not there any more")]).await;
    let other = solved().edited(AUTHORIZERS, "us-east-1_AbCdEfGhI", "us-east-1_Other");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "authorizer", "us-east-1_Other")]).await;
    let key = r#"aws.cognito.signin.user.admin"],"apiKeyRequired":false"#;
    let keyed = with(key, &key.replace("false", "true"));
    expect(&keyed, SLUG, Verdict::NotDone, &[(Fails, "authorizer", "needs an API key besides")]).await;
}

#[tokio::test]
async fn what_a_function_decides_is_not_told() {
    let account = with(r#""authorizationType":"COGNITO_USER_POOLS""#, r#""authorizationType":"CUSTOM""#).edited(
        DEPLOYMENT,
        "COGNITO_USER_POOLS",
        "CUSTOM",
    );
    let expected =
        [(Skipped, "authorizer", "a function decides"), (Skipped, "scope", "asks for no token of a user pool")];
    expect(&account, SLUG, Verdict::Done, &expected).await;
}

/// Scopes decide which token API Gateway takes, and the code which one it needs.
#[tokio::test]
async fn without_a_scope_the_method_takes_the_wrong_token() {
    let account = scoped("[]");
    for none in
        [account.clone(), account.clone().edited(RESOURCES, r#""authorizationScopes":[]"#, r#""operationName":"put""#)]
    {
        expect(&none, SLUG, Verdict::NotDone, &[(Fails, "scope", "takes ID tokens alone")]).await;
    }
    let changed = |code: &str| account.clone().amid(World::solved().with_account_code(&[("index.mjs", code)]).open());
    let expected = [(Holds, "scope", "this works if your page sends the ID token")];
    expect(&changed(ADMINISTRATOR), SLUG, Verdict::Done, &expected).await;
    let unsure = changed("export const handler = async () => ({});");
    expect(&unsure, SLUG, Verdict::Done, &[(Skipped, "scope", "not told from the code")]).await;
}

#[tokio::test]
async fn one_of_the_scopes_must_be_of_the_app_client() {
    let unknown = scoped(r#"["email"]"#);
    expect(&unknown, SLUG, Verdict::NotDone, &[(Fails, "scope", "No token of your website has such a scope")]).await;
    let several = scoped(r#"["email","openid"]"#);
    expect(&several, SLUG, Verdict::Done, &[]).await;
    let no_client = solved().answers("cognito-idp:ListUserPoolClients", ok(cognito::NO_CLIENTS));
    expect(&no_client, SLUG, Verdict::NotDone, &[(Fails, "scope", "the pool has no app client")]).await;
}

#[tokio::test]
async fn browsers_are_told_that_the_page_may_send_its_request() {
    let headers = "'Authorization,Content-Type'";
    let methods = "'PUT,OPTIONS'";
    for (from, to, found) in [
        (headers, "'Content-Type'", "sends the header Authorization"),
        (headers, "'*'", "sends the header Authorization"),
        (headers, "'Authorization'", "sends the header Content-Type"),
        (methods, "'GET,OPTIONS'", "Access-Control-Allow-Methods: 'GET,OPTIONS'"),
        (methods, "'put'", "Access-Control-Allow-Methods with PUT"),
    ] {
        expect(&deployed(from, to), SLUG, Verdict::NotDone, &[(Fails, "preflight", found)]).await;
    }
    for (from, to) in [(headers, "'content-type, AUTHORIZATION'"), (headers, "'*,authorization'"), (methods, "'*'")] {
        expect(&deployed(from, to), SLUG, Verdict::Done, &[]).await;
    }
}

/// Nothing else of OPTIONS is in the text than that it asks for nothing.
#[tokio::test]
async fn a_question_that_needs_a_token_is_never_answered() {
    let open = r#""OPTIONS":{"httpMethod":"OPTIONS","authorizationType":"NONE""#;
    let locked = with(open, &open.replace("NONE", "COGNITO_USER_POOLS"));
    let findings = check(&locked, SLUG).await;
    assert_eq!(findings.verdict(), Verdict::NotDone, "{findings:#?}");
    assert!(says(finding(&findings, "preflight"), "OPTIONS asks who is there"), "{findings:#?}");
    let missing = with(r#""OPTIONS":{"httpMethod""#, r#""PATCH":{"httpMethod""#);
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "preflight", "PATCH, PUT")]).await;
}

/// Visitors meet what was deployed.
#[tokio::test]
async fn a_deployment_from_before_the_authorizer_is_found() {
    let before = solved().edited(DEPLOYMENT, "COGNITO_USER_POOLS", "NONE");
    let expected = [(Fails, "deployed", "PUT /account/info with the authorization NONE")];
    expect(&before, SLUG, Verdict::NotDone, &expected).await;
    let without = solved().edited(DEPLOYMENT, "/account/info", "/account");
    expect(&without, SLUG, Verdict::NotDone, &[(Fails, "deployed", "PUT /account")]).await;
    let never = solved().answers("apigateway:GetStages", ok(r#"{"item": []}"#));
    let expected = [(Fails, "deployed", "the API was never deployed"), (Skipped, "current", "never deployed")];
    expect(&never, SLUG, Verdict::NotDone, &expected).await;
}

/// AWS always tells how a method was deployed; an emulator that does not serves the API as it is.
#[tokio::test]
async fn a_deployment_that_does_not_tell_its_authorization_is_no_failure() {
    let silent = solved().edited(DEPLOYMENT, r#""authorizationType": "COGNITO_USER_POOLS", "#, "");
    expect(&silent, SLUG, Verdict::CannotTell, &[(CannotTell, "deployed", "authorizationType")]).await;
    let here = silent.clone().emulated().amid(World::solved().of_practice());
    let findings = check(&here, SLUG).await;
    assert_eq!(finding(&findings, "deployed").verdict, Holds, "{findings:#?}");
}

#[tokio::test]
async fn a_stage_that_lags_behind_is_found_whatever_it_says_of_the_authorizer() {
    let function = "function:put-account-info/invocations";
    let lagging = solved().edited(EXPORT, function, "function:hello-world/invocations");
    expect(&lagging, SLUG, Verdict::NotDone, &[(Fails, "current", "function:hello-world")]).await;
    let unlocked = solved().edited(EXPORT, r#""security":[{"website-users":["aws.cognito.signin.user.admin"]}],"#, "");
    expect(&unlocked, SLUG, Verdict::Done, &[]).await;
}

/// A resource for every path below it, or for any part of it, answers too.
#[tokio::test]
async fn other_forms_of_the_resource_are_right() {
    for path in ["/account/{proxy+}", "/{proxy+}", "/account/{what}", "/{kind}/info"] {
        let moved = |text: &str| text.replace(r#""/account/info""#, &format!(r#""{path}""#));
        let account = with(r#""path":"/account/info""#, &moved(r#""path":"/account/info""#))
            .edited(DEPLOYMENT, r#""/account/info""#, &moved(r#""/account/info""#))
            .edited(EXPORT, r#""/account/info""#, &moved(r#""/account/info""#));
        expect(&account, SLUG, Verdict::Done, &[(Holds, "method", path)]).await;
    }
    for (path, found) in [
        ("/info", "the resource /info"),
        ("/account/Info", "the resource /account/Info"),
        ("/account/infos", "nothing named info below it"),
    ] {
        let account = with(r#""path":"/account/info""#, &format!(r#""path":"{path}""#));
        let findings = check(&account, SLUG).await;
        let method = finding(&findings, "method");
        assert!(method.verdict == Fails && says(method, found), "{path}: {method:#?}");
    }
    let no_put = with(r#""PUT":{"httpMethod""#, r#""POST":{"httpMethod""#);
    let findings = check(&no_put, SLUG).await;
    assert!(says(finding(&findings, "method"), "/account/info with OPTIONS, POST"), "{findings:#?}");
}

#[tokio::test]
async fn the_integration_and_who_may_invoke_are_judged_like_those_of_the_other_function() {
    let plain =
        with(r#""type":"AWS_PROXY""#, r#""type":"AWS""#).edited(EXPORT, r#""type":"aws_proxy""#, r#""type":"aws""#);
    let findings = check(&plain, SLUG).await;
    assert!(says(finding(&findings, "proxy"), "no proxy integration"), "{findings:#?}");
    let policy = |from: &str, to: &str| {
        solved().answers_to(POLICY, "/put-account-info", ok(account_info::POLICY.replace(from, to)))
    };
    let other = policy("PUT/account/info", "GET/chapters");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "permission", "/*/GET/chapters")]).await;
    let wide = policy("*/PUT/account/info", "*");
    expect(&wide, SLUG, Verdict::Done, &[]).await;
    let every = policy("a1b2c3d4e5/*/PUT/account/info", "*");
    expect(&every, SLUG, Verdict::NotDone, &[(Fails, "permission", "every API of your account")]).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_told_for_its_clause_alone() {
    for (label, clause) in [(AUTHORIZERS, "authorizer"), (DEPLOYMENT, "deployed"), (EXPORT, "current")] {
        let account = solved().refuses(label, (403, "AccessDeniedException"), "no identity-based policy allows it");
        expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, clause, r#""Action":"apigateway:GET""#)]).await;
    }
}

/// The account whose API answers so to a browser that asks before it sends the page's request.
fn answering(reply: Reply) -> Account {
    solved().amid(World::solved().replies(INFO_PREFLIGHT, reply).open())
}

#[tokio::test]
async fn what_a_browser_is_told_decides_whether_the_page_may_ask() {
    for (methods, headers) in [("*", "authorization, content-type"), ("GET, PUT", "*,Authorization")] {
        let account = answering(World::info_preflight(methods, headers));
        expect(&account, SLUG, Verdict::Done, &[(Holds, "answers", "HTTP status 200")]).await;
    }
    for (methods, headers, says) in [
        ("GET,OPTIONS", "Authorization,Content-Type", "Access-Control-Allow-Methods with PUT"),
        ("PUT", "Content-Type", "have Authorization in the list"),
        ("PUT", "*", "have Authorization in the list"),
        ("PUT", "Authorization", "have Content-Type in the list"),
    ] {
        let account = answering(World::info_preflight(methods, headers));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "answers", says)]).await;
    }
    let refusal = World::api_answer("403 Forbidden", &[], r#"{"message":"Missing Authentication Token"}"#);
    expect(&answering(refusal.clone()), SLUG, Verdict::NotDone, &[(Fails, "answers", "Missing Authentication")]).await;
    expect(&answering(World::cloudfront_page()), SLUG, Verdict::NotDone, &[(Fails, "answers", "CloudFront's answer")])
        .await;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let (before, after) = (r#""lastUpdatedDate": 1767225600"#, format!(r#""lastUpdatedDate": {now}"#));
    let fresh = answering(refusal).edited("apigateway:GetStages", before, &after);
    expect(&fresh, SLUG, Verdict::NotReady, &[(NotReady, "answers", "at the longest about 1 minute")]).await;
}

/// What is wrong in the settings is said once, by the clause that names the setting.
#[tokio::test]
async fn nobody_looks_from_outside_at_what_is_wrong_inside() {
    let refusal = World::api_answer("403 Forbidden", &[], r#"{"message":"Missing Authentication Token"}"#);
    let account =
        answering(refusal).edited(RESOURCES, "'PUT,OPTIONS'", "'GET'").edited(EXPORT, "'PUT,OPTIONS'", "'GET'");
    let expected = [(Fails, "preflight", "Access-Control-Allow-Methods"), (Skipped, "answers", "not checked until")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}
