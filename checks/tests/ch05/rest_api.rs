//! 5.3: APIs beside others, elsewhere and of other kinds.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails};

const SLUG: &str = "ch05/rest_api";
const APIS: &str = "apigateway:GetRestApis";
const RESOURCES: &str = "apigateway:GetResources";

#[tokio::test]
async fn of_several_apis_the_one_with_the_resource_or_the_mapping_counts() {
    for account in [
        solved().with(apigateway::doubled),
        solved().with(apigateway::doubled).answers(
            "apigateway:GetBasePathMappings",
            ok(r#"{"item": [{"basePath": "(none)", "restApiId": "a1b2c3d4e5", "stage": "v1"}]}"#),
        ),
    ] {
        let findings = check(&account, SLUG).await;
        assert!(says(finding(&findings, "api"), "a1b2c3d4e5"), "{findings:#?}");
    }
}

#[tokio::test]
async fn several_apis_of_other_purposes_are_named() {
    let account = solved()
        .with(apigateway::doubled)
        .edited(APIS, r#""name": "website""#, r#""name": "music""#)
        .answers(RESOURCES, ok(r#"{"item": [{"id": "r", "path": "/"}]}"#));
    let found = (Fails, "api", "2 REST APIs, among them photos, music");
    expect(&account, SLUG, Verdict::NotDone, &[found]).await;
}

#[tokio::test]
async fn an_api_elsewhere_or_of_another_kind_is_named() {
    let elsewhere =
        solved().with(apigateway::without).answers_to(APIS, "//apigateway.eu-west-1.", ok(apigateway::REST_APIS));
    expect(&elsewhere, SLUG, Verdict::NotDone, &[(Fails, "api", "in eu-west-1")]).await;
    let http = r#"{"items": [{"apiId": "h1", "name": "site", "protocolType": "HTTP",
        "routeSelectionExpression": "$request.method $request.path"}]}"#;
    let http = solved().with(apigateway::without).answers("apigatewayv2:GetApis", ok(http));
    expect(&http, SLUG, Verdict::NotDone, &[(Fails, "api", "an HTTP API named site")]).await;
    let unreadable = solved().with(apigateway::without).answers("apigatewayv2:GetApis", Answer::Refused);
    expect(&unreadable, SLUG, Verdict::NotDone, &[(Fails, "api", "nothing of that name")]).await;
}

#[tokio::test]
async fn a_private_endpoint_is_no_endpoint_for_visitors() {
    let kind = |kind: &str| solved().edited(APIS, "REGIONAL", kind);
    expect(&kind("PRIVATE"), SLUG, Verdict::NotDone, &[(Fails, "endpoint", "PRIVATE")]).await;
    expect(&kind("EDGE"), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn refused_apis_are_not_missing() {
    let account = solved().refuses(APIS, (403, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "api", r#""Action":"apigateway:GET""#)]).await;
}
