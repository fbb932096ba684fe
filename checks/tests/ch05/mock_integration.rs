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
            "29000,\n    \"requestTemplates\": {\"application/json\": ",
            "29000,\n    \"requestTemplates\": {\"text/plain\": ",
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

const APIS: &str = "apigateway:GetRestApis";

/// The account whose API takes this media type for binary.
fn binary(kind: &str) -> Account {
    solved_for(SLUG).edited(APIS, r#""apiKeySource""#, &format!(r#""binaryMediaTypes": ["{kind}"], "apiKeySource""#))
}

#[tokio::test]
async fn a_mock_that_gets_bytes_answers_an_error() {
    for kind in ["*/*", "application/json"] {
        let expected = ["request", "preflight"].map(|clause| (Fails, clause, "for binary, and the mock gets bytes"));
        expect(&binary(kind), SLUG, Verdict::NotDone, &expected).await;
    }
    expect(&binary("image/png"), SLUG, Verdict::Done, &[]).await;
    let as_text = r#""type": "MOCK", "contentHandling": "CONVERT_TO_TEXT""#;
    expect(&binary("*/*").edited(RESOURCES, r#""type": "MOCK""#, as_text), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_method_that_asks_who_is_there_lets_no_page_read() {
    let get = r#""GET", "authorizationType": "NONE""#;
    let iam = solved_for(SLUG).edited(RESOURCES, get, &get.replace("NONE", "AWS_IAM"));
    expect(&iam, SLUG, Verdict::NotDone, &[(Fails, "origin", "GET has the authorization AWS_IAM")]).await;
    let options = r#""OPTIONS", "authorizationType": "NONE", "apiKeyRequired": false"#;
    for other in [options.replace("NONE", "CUSTOM"), options.replace("false", "true")] {
        let account = solved_for(SLUG).edited(RESOURCES, options, &other);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "preflight", "OPTIONS asks who is there")]).await;
    }
}

#[tokio::test]
async fn a_preflight_without_a_status_answers_an_error() {
    let template = r#""MOCK", "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
                    "integrationResponses""#;
    let without = r#""MOCK", "integrationResponses""#;
    let account = solved_for(SLUG).edited(RESOURCES, template, without);
    let expected = [(Fails, "preflight", "without a request template")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

/// A template of the answer may put another value into the header.
#[tokio::test]
async fn a_template_that_sets_the_header_by_itself() {
    let set = r##"#if($o == \"OWN\") #set($context.responseOverride.header.Access-Control-Allow-Origin = $o) #end"##;
    let www = r#""method.response.header.Access-Control-Allow-Origin": "'https://www.example.com'"},
                        "responseTemplates": {"application/json": "SET"}"#;
    let star = r#""method.response.header.Access-Control-Allow-Origin": "'*'"},
                        "responseTemplates": {"application/json": null}"#;
    let of = |own: &str| {
        let template = www.replace("SET", &set.replace("OWN", own));
        solved_for(SLUG).edited(RESOURCES, star, &template)
    };
    expect(&of("https://example.com"), SLUG, Verdict::Done, &[]).await;
    let other = [(Skipped, "preflight", "not told from the template")];
    expect(&of("https://other.example"), SLUG, Verdict::Done, &other).await;
}
