//! 5.5: what a mock answers, and other right ways to write one.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch05/mock_integration";
const RESOURCES: &str = "apigateway:GetResources";
/// What the mock of GET sends beside its body.
const ORIGIN: &str = r#"{"method.response.header.Access-Control-Allow-Origin": "'*'"}"#;

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
        let account = solved_for(SLUG).edited(RESOURCES, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, clause, says)]).await;
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
        expect(&solved_for(SLUG).edited(RESOURCES, from, to), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn an_integration_of_another_type_is_named_and_the_preflight_is_judged() {
    // As the account is after 5.12.
    let function = (Fails, "mock", "GET with an integration of the type AWS_PROXY");
    let skipped = ["request", "response", "origin"].map(|clause| (Skipped, clause, "needs: mock"));
    expect(&solved(), SLUG, Verdict::NotDone, &[&[function], skipped.as_slice()].concat()).await;
}

#[tokio::test]
async fn refused_resources_are_not_missing() {
    let account =
        solved_for(SLUG).refuses(RESOURCES, (403, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "resource", r#""Action":"apigateway:GET""#)]).await;
}
