//! 5.6: stages that serve something else than the API says, and one that was deployed this moment.

use crate::testing::STAGE_PREFLIGHT;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch05/api_deployment";
const APIS: &str = "apigateway:GetRestApis";
const RESOURCES: &str = "apigateway:GetResources";
const EXPORT: &str = "apigateway:GetExport";

/// The account as after 5.6, when a mock integration answered.
fn mocked() -> Account {
    solved().with(apigateway::mocked)
}

#[tokio::test]
async fn an_export_that_is_none_tells_nothing() {
    let account = solved().answers(EXPORT, ok(r#"{"swagger": "2.0"}"#));
    let current = (CannotTell, "current", "no OpenAPI 3.0 document, which AWS always sends");
    expect(&account, SLUG, Verdict::CannotTell, &[current]).await;
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
        (r#""get": {"#, r#""put": {}, "get": {"#, "PUT /chapters: the stage has it, the API does not"),
    ] {
        let account = mocked().edited(EXPORT, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "current", says)]).await;
    }
    // Layout and other resources are no change of this one.
    for (from, to) in [(r#"[{\"id\": 1"#, r#"[ {\"id\":1"#), (r#""paths": {"#, r#""paths": {"/other": {"get": {}}, "#)]
    {
        expect(&mocked().edited(EXPORT, from, to), SLUG, Verdict::Done, &[]).await;
    }
}

/// To deploy now would take away what visitors still get.
#[tokio::test]
async fn a_resource_that_is_gone_is_to_be_made_again_first() {
    let account = mocked().edited(RESOURCES, "/chapters", "/verses");
    let gone = (Fails, "current", "the API has no resource /chapters");
    expect(&account, SLUG, Verdict::NotDone, &[gone]).await;
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "current", "make it again first")]).await;
    // So a practice account shows these words beside the command that deploys.
    let findings = check(&account, SLUG).await;
    assert!(finding(&findings, "current").is_own_advice, "{findings:#?}");
}

#[tokio::test]
async fn a_function_that_was_not_deployed_is_told() {
    let account = solved().with(apigateway::mocked).answers(RESOURCES, ok(apigateway::resources(apigateway::FUNCTION)));
    let changed = (Fails, "current", "GET /chapters: AWS_PROXY in the API, MOCK in the stage");
    expect(&account, SLUG, Verdict::NotDone, &[changed]).await;
    let account = solved().edited(EXPORT, "function:get-chapters", "function:other");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "current", "function:other")]).await;
}

#[tokio::test]
async fn a_deployment_before_the_method_and_no_stage_at_all() {
    let account = solved().edited("apigateway:GetDeployment", r#""GET": "#, r#""POST": "#);
    let serves = (Fails, "serves", "OPTIONS /chapters, POST /chapters");
    expect(&account, SLUG, Verdict::NotDone, &[serves]).await;
    // In an emulator, `create-stage` takes any word for a deployment.
    let unknown = "Invalid Deployment identifier specified";
    let account = solved().refuses("apigateway:GetDeployment", (404, "NotFoundException"), unknown);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "serves", "no method")]).await;
    let account = solved().answers("apigateway:GetStages", ok(r#"{"item": []}"#));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "stage", "nothing of that name")]).await;
}

#[tokio::test]
async fn of_several_stages_the_mapped_one_counts() {
    let account = solved().edited(
        "apigateway:GetStages",
        r#"{"item": ["#,
        r#"{"item": [{"deploymentId": "dep000",
        "stageName": "old"}, "#,
    );
    let findings = check(&account, SLUG).await;
    assert!(says(finding(&findings, "stage"), "the stage v1"), "{findings:#?}");
}

#[tokio::test]
async fn an_api_without_an_address_of_its_own_is_not_asked_there() {
    let account =
        solved().edited(APIS, r#""disableExecuteApiEndpoint": false"#, r#""disableExecuteApiEndpoint": true"#);
    let skipped = (Skipped, "answers", "is turned off");
    let unasked = (Skipped, "preflight", "is turned off");
    expect(&account, SLUG, Verdict::Done, &[skipped, unasked]).await;
}

/// The stage's own address says that there is no such path.
fn refusing() -> Account {
    let refusal = World::api_answer("403 Forbidden", &[], r#"{"message":"Missing Authentication Token"}"#);
    let page = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1/chapters";
    let world = World::solved().replies(page, refusal.clone()).replies(STAGE_PREFLIGHT, refusal);
    solved().amid(world.open())
}

#[tokio::test]
async fn a_stage_that_was_deployed_this_moment_is_waited_for() {
    let address = "answers";
    let refused = (Fails, address, "API Gateway knows no GET on this path");
    let asked = (Fails, "preflight", "Missing Authentication Token");
    expect(&refusing(), SLUG, Verdict::NotDone, &[refused, asked]).await;
    let waits = [address, "preflight"].map(|clause| (NotReady, clause, "at the longest about 1 minute"));
    expect(&fresh(refusing()), SLUG, Verdict::NotReady, &waits).await;
}

/// The same, deployed this moment.
fn fresh(account: Account) -> Account {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let (before, after) = (r#""lastUpdatedDate": 1767225600"#, format!(r#""lastUpdatedDate": {now}"#));
    account.edited("apigateway:GetStages", before, &after)
}

/// No wait helps where the API says it so, and the stage has it.
#[tokio::test]
async fn what_is_deployed_wrongly_is_told_at_once() {
    let foreign = |account: Account| {
        let other = r#""'https://www.example.com'""#;
        account.edited(RESOURCES, r#""'*'""#, other).edited(EXPORT, r#""'*'""#, other)
    };
    let own = (Fails, "preflight", "Missing Authentication Token");
    let behind = (NotReady, "answers", "at the longest about 1 minute");
    expect(&fresh(foreign(refusing())), SLUG, Verdict::NotDone, &[behind, own]).await;
    let mocked = fresh(foreign(refusing().with(apigateway::mocked)));
    let answers = (Fails, "answers", "API Gateway knows no GET on this path");
    expect(&mocked, SLUG, Verdict::NotDone, &[answers, own]).await;
}

/// What is behind the method later in the book may be turned off.
#[tokio::test]
async fn a_function_that_is_turned_off_is_named() {
    let none = r#""Concurrency": {"ReservedConcurrentExecutions": 0}, "Code": "#;
    let off = refusing().edited("lambda:GetFunction", r#""Code": "#, none);
    let answers = (Fails, "answers", "aws lambda delete-function-concurrency --function-name get-chapters");
    expect(&off, SLUG, Verdict::NotDone, &[answers, (Fails, "preflight", "")]).await;
}

#[tokio::test]
async fn a_refused_read_leaves_what_the_others_tell_judged() {
    for (label, clause) in
        [("apigateway:GetDeployment", "serves"), (EXPORT, "current"), ("apigateway:GetStages", "stage")]
    {
        let account = solved().refuses(label, (403, "AccessDeniedException"), "no identity-based policy allows it");
        expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, clause, r#""Action":"apigateway:GET""#)]).await;
    }
}

#[tokio::test]
async fn a_stage_that_lets_no_call_through_is_named() {
    let setting = |method: &str, rate: &str, burst: &str| {
        format!(r#""{method}": {{"throttlingRateLimit": {rate}, "throttlingBurstLimit": {burst}}}"#)
    };
    let of = |settings: &[String]| {
        let settings = format!(r#""methodSettings": {{{}}}"#, settings.join(", "));
        solved().edited("apigateway:GetStages", r#""methodSettings": {}"#, &settings)
    };
    for closed in [setting("*/*", "0.0", "0"), setting("*/*", "10.0", "0"), setting("~1chapters/GET", "0.0", "5")] {
        let expected = [(Fails, "serves", "lets no call of GET /chapters through")];
        expect(&of(&[closed]), SLUG, Verdict::NotDone, &expected).await;
    }
    let of_method = [setting("*/*", "0.0", "0"), setting("~1chapters/GET", "-1", "-1")];
    for open in [&[setting("*/*", "10000.0", "5000")], of_method.as_slice(), &[setting("~1other/GET", "0", "0")]] {
        expect(&of(open), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn what_a_browser_is_told_decides_whether_pages_may_ask() {
    let answer = |status, headers: &[&str]| World::api_answer(status, headers, "{}");
    let origin = |value: &str| format!("Access-Control-Allow-Origin: {value}");
    let own = origin("https://example.com");
    for reply in [answer("204 No Content", &[&own]), answer("200 OK", &["Access-Control-Allow-Origin: *"])] {
        let account = solved().amid(World::solved().replies(STAGE_PREFLIGHT, reply).open());
        expect(&account, SLUG, Verdict::Done, &[(Holds, "preflight", "Access-Control-Allow-Origin")]).await;
    }
    let slash = origin("https://example.com/");
    for (reply, says) in [
        (answer("200 OK", &[]), "HTTP status 200 without that header"),
        (answer("200 OK", &[&slash]), "Access-Control-Allow-Origin: https://example.com/"),
        (answer("500 Internal Server Error", &[&own]), "HTTP status 500"),
        (
            World::api_answer("403 Forbidden", &[], r#"{"message":"Missing Authentication Token"}"#),
            "Missing Authentication",
        ),
        (World::cloudfront_page(), "CloudFront's answer"),
    ] {
        let account = solved().amid(World::solved().replies(STAGE_PREFLIGHT, reply).open());
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "preflight", says)]).await;
    }
}
