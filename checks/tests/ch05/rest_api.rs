//! 5.3 to 5.6: APIs beside others, methods that answer, and stages that serve something else than the API says.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const DEPLOYED: &str = "ch05/api_deployment";
const MOCKED: &str = "ch05/mock_integration";
const APIS: &str = "apigateway:GetRestApis";
const RESOURCES: &str = "apigateway:GetResources";
const EXPORT: &str = "apigateway:GetExport";
/// What the mock of GET sends beside its body.
const ORIGIN: &str = r#"{"method.response.header.Access-Control-Allow-Origin": "'*'"}"#;

/// The account as after 5.6, when a mock integration answered.
fn mocked() -> Account {
    solved().with(apigateway::mocked)
}

#[tokio::test]
async fn of_several_apis_the_one_with_the_resource_or_the_mapping_counts() {
    for account in [
        solved().with(apigateway::doubled),
        solved().with(apigateway::doubled).answers(
            "apigateway:GetBasePathMappings",
            ok(r#"{"item": [{"basePath": "(none)", "restApiId": "a1b2c3d4e5", "stage": "v1"}]}"#),
        ),
    ] {
        let findings = check(&account, "ch05/rest_api").await;
        assert!(says(finding(&findings, "api"), "a1b2c3d4e5"), "{findings:#?}");
    }
}

/// API Gateway's lists say where they go on, and a page without entries is not the end.
#[tokio::test]
async fn lists_of_several_pages_are_read_to_their_end() {
    let more = || ok(r#"{"item": [], "position": "M0RE"}"#);
    let account = solved()
        .answers(APIS, more())
        .answers_to(APIS, "position=M0RE", ok(apigateway::REST_APIS))
        .answers(RESOURCES, more())
        .answers_to(RESOURCES, "position=M0RE", ok(apigateway::resources(apigateway::FUNCTION)));
    expect(&account, "ch05/api_methods", Verdict::Done, &[]).await;
    let endless = solved().answers(RESOURCES, more());
    let resource = (CannotTell, "resource", "leads back to a page");
    expect(&endless, "ch05/api_methods", Verdict::CannotTell, &[resource]).await;
}

#[tokio::test]
async fn several_apis_of_other_purposes_are_named() {
    let account = solved()
        .with(apigateway::doubled)
        .edited(APIS, r#""name": "website""#, r#""name": "music""#)
        .answers(RESOURCES, ok(r#"{"item": [{"id": "r", "path": "/"}]}"#));
    let found = (Fails, "api", "2 REST APIs, among them photos, music");
    expect(&account, "ch05/rest_api", Verdict::NotDone, &[found]).await;
}

#[tokio::test]
async fn an_api_elsewhere_or_of_another_kind_is_named() {
    let elsewhere =
        solved().with(apigateway::without).answers_to(APIS, "//apigateway.eu-west-1.", ok(apigateway::REST_APIS));
    expect(&elsewhere, "ch05/rest_api", Verdict::NotDone, &[(Fails, "api", "in eu-west-1")]).await;
    let http = r#"{"items": [{"apiId": "h1", "name": "site", "protocolType": "HTTP",
        "routeSelectionExpression": "$request.method $request.path"}]}"#;
    let http = solved().with(apigateway::without).answers("apigatewayv2:GetApis", ok(http));
    expect(&http, "ch05/rest_api", Verdict::NotDone, &[(Fails, "api", "an HTTP API named site")]).await;
    let unreadable = solved().with(apigateway::without).answers("apigatewayv2:GetApis", Answer::Refused);
    expect(&unreadable, "ch05/rest_api", Verdict::NotDone, &[(Fails, "api", "nothing of that name")]).await;
}

#[tokio::test]
async fn what_aws_always_sends_is_not_taken_for_a_state_when_it_is_lacking() {
    let account = solved().edited(RESOURCES, r#""authorizationType": "NONE", "#, "");
    let resource = (CannotTell, "resource", "no authorizationType, which AWS always sends");
    expect(&account, "ch05/api_methods", Verdict::CannotTell, &[resource]).await;
    let account = solved().answers(EXPORT, ok(r#"{"swagger": "2.0"}"#));
    let (clause, why) = ("current", "no OpenAPI 3.0 document, which AWS always sends");
    expect(&account, DEPLOYED, Verdict::CannotTell, &[(CannotTell, clause, why), outside()]).await;
}

/// What is seen from outside stands on the other clauses.
fn outside() -> Expected<'static> {
    (Skipped, "answers", "not checked: first,")
}

#[tokio::test]
async fn a_change_that_was_not_deployed_is_told_by_what_differs() {
    for (from, to, says) in [
        (r#""type": "mock""#, r#""type": "http_proxy""#, "MOCK in the API, HTTP_PROXY in the stage"),
        (r#""'*'""#, r#""'https://example.org'""#, "the stage sends other headers with status 200"),
        ("The first", "The last", "the stage sends another body with status 200"),
        (r#"\"statusCode\" : 200"#, r#"\"statusCode\" : 500"#, "other templates of the request"),
        (r#""statusCode": "200""#, r#""statusCode": "202""#, "other statuses"),
        (r#""get": {"#, r#""get": {"security": [{"api_key": []}], "#, "not open to everyone in the stage"),
        (r#""options""#, r#""put""#, "OPTIONS /chapters: the stage does not have it"),
        ("x-amazon-apigateway-integration", "x-other", "no integration in the stage"),
    ] {
        let account = mocked().edited(EXPORT, from, to);
        expect(&account, DEPLOYED, Verdict::NotDone, &[(Fails, "current", says), outside()]).await;
    }
    // Layout and other resources are no change of this one.
    for (from, to) in [(r#"[{\"id\": 1"#, r#"[ {\"id\":1"#), (r#""paths": {"#, r#""paths": {"/other": {"get": {}}, "#)]
    {
        expect(&mocked().edited(EXPORT, from, to), DEPLOYED, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn a_function_that_was_not_deployed_is_told() {
    let account = solved().with(apigateway::mocked).answers(RESOURCES, ok(apigateway::resources(apigateway::FUNCTION)));
    let changed = (Fails, "current", "GET /chapters: AWS_PROXY in the API, MOCK in the stage");
    expect(&account, DEPLOYED, Verdict::NotDone, &[changed, outside()]).await;
    let account = solved().edited(EXPORT, "function:get-chapters", "function:other");
    expect(&account, DEPLOYED, Verdict::NotDone, &[(Fails, "current", "function:other"), outside()]).await;
}

#[tokio::test]
async fn a_deployment_before_the_method_and_no_stage_at_all() {
    let account = solved().edited("apigateway:GetDeployment", r#""GET": "#, r#""POST": "#);
    let serves = (Fails, "serves", "OPTIONS /chapters, POST /chapters");
    expect(&account, DEPLOYED, Verdict::NotDone, &[serves, outside()]).await;
    let account = solved().answers("apigateway:GetStages", ok(r#"{"item": []}"#));
    expect(&account, DEPLOYED, Verdict::NotDone, &[(Fails, "stage", "nothing of that name")]).await;
}

#[tokio::test]
async fn of_several_stages_the_mapped_one_counts() {
    let account = solved().edited(
        "apigateway:GetStages",
        r#"{"item": ["#,
        r#"{"item": [{"deploymentId": "dep000",
        "stageName": "old"}, "#,
    );
    let findings = check(&account, DEPLOYED).await;
    assert!(says(finding(&findings, "stage"), "the stage v1"), "{findings:#?}");
}

#[tokio::test]
async fn an_api_without_an_address_of_its_own_is_not_asked_there() {
    let account =
        solved().edited(APIS, r#""disableExecuteApiEndpoint": false"#, r#""disableExecuteApiEndpoint": true"#);
    let skipped = (Skipped, "answers", "is turned off");
    expect(&account, DEPLOYED, Verdict::Done, &[skipped]).await;
}

/// The stage's own address says that there is no such path.
fn refusing() -> Account {
    let refusal = World::api_answer("403 Forbidden", &[], r#"{"message":"Missing Authentication Token"}"#);
    let page = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1/chapters";
    solved().amid(World::solved().replies(page, refusal).open())
}

#[tokio::test]
async fn a_stage_that_was_deployed_this_moment_is_waited_for() {
    let address = "answers";
    let refused = (Fails, address, "API Gateway knows no GET on this path");
    expect(&refusing(), DEPLOYED, Verdict::NotDone, &[refused]).await;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let (before, after) = (r#""lastUpdatedDate": 1767225600"#, format!(r#""lastUpdatedDate": {now}"#));
    let fresh = refusing().edited("apigateway:GetStages", before, &after);
    let waits = (NotReady, address, "at the longest about 1 minute");
    expect(&fresh, DEPLOYED, Verdict::NotReady, &[waits]).await;
}

#[tokio::test]
async fn what_a_mock_answers() {
    let (request, response, origin) = ("request", "response", "origin");
    let preflight = "preflight";
    for (from, to, clause, says) in [
        (r#"{\"statusCode\": 200}"#, r#"{\"statusCode\": 500}"#, request, "statusCode 500"),
        (
            r#""requestTemplates": {"application/json": "#,
            r#""requestTemplates": {"text/plain": "#,
            request,
            "for text/plain",
        ),
        (r#"\"title\""#, r#"\"name\""#, response, "no title"),
        (r#"[{\"id\": 1"#, r#"[{\"id\": 1,"#, response, "no JSON"),
        (ORIGIN, r#"{"method.response.header.Access-Control-Allow-Origin": "*"}"#, origin, "single quotation marks"),
        (
            ORIGIN,
            r#"{"method.response.header.Access-Control-Allow-Origin": "'https://example.com/'"}"#,
            origin,
            "without a slash",
        ),
        (ORIGIN, "{}", origin, "no value for Access-Control-Allow-Origin"),
        (r#"{"method.response.header.Access-Control-Allow-Origin": false}"#, "{}", origin, "declares"),
        (r#""'GET,OPTIONS'""#, r#""'OPTIONS'""#, preflight, "Access-Control-Allow-Methods with GET"),
    ] {
        let account = solved_for(MOCKED).edited(RESOURCES, from, to);
        expect(&account, MOCKED, Verdict::NotDone, &[(Fails, clause, says)]).await;
    }
}

/// CDK and SAM write their preflights otherwise, and templates may have statements.
#[tokio::test]
async fn other_right_mocks() {
    for (from, to) in [
        (r#""'*'""#, r#""'https://example.com'""#),
        (r#"{\"statusCode\": 200}"#, "{ statusCode: 200 }"),
        (r#""'GET,OPTIONS'""#, r#""'*'""#),
        (r#"\"id\": 1"#, r#"\"id\": $context.requestTime"#),
        ("Access-Control-Allow-Origin", "access-control-allow-origin"),
    ] {
        expect(&solved_for(MOCKED).edited(RESOURCES, from, to), MOCKED, Verdict::Done, &[]).await;
    }
}
