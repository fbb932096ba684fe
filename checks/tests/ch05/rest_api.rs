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

/// The API with these statements in its resource policy, as API Gateway sends it.
fn with_policy(statements: &str) -> Account {
    let policy = format!(r#"{{"Version": "2012-10-17", "Statement": [{statements}]}}"#);
    let escaped = policy.replace('"', r#"\\\""#);
    solved().edited(APIS, r#""apiKeySource""#, &format!(r#""policy": "{escaped}", "apiKeySource""#))
}

const ALL: &str =
    r#"{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}"#;

fn deny(condition: &str) -> String {
    let deny = ALL.replace("Allow", "Deny").replace('{', r#"{"Sid": "Some", "#);
    format!(r#"{ALL}, {}"#, deny.replace('}', &format!(r#", "Condition": {condition}}}"#)))
}

#[tokio::test]
async fn a_resource_policy_that_lets_everyone_in_is_right() {
    let whole = "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/";
    for statements in [
        ALL.to_owned(),
        ALL.replace("\"*\"", r#"{"AWS": "*"}"#).replace("execute-api:/*", &format!("{whole}*/*/chapters")),
        ALL.replace("execute-api:/*", &format!("{whole}prod/*")),
        ALL.replace('}', r#", "Condition": {"IpAddress": {"aws:SourceIp": ["0.0.0.0/0", "::/0"]}}}"#),
        deny(r#"{"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}"#),
        deny(r#"{"Bool": {"aws:SecureTransport": "false"}}"#),
    ] {
        expect(&with_policy(&statements), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn a_resource_policy_that_keeps_visitors_out_is_named() {
    for (statements, found) in [
        (deny(r#"{"NotIpAddress": {"aws:SourceIp": "203.0.113.7/32"}}"#), "the statement Some"),
        (deny(r#"{"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}"#), "under a Condition with vpce-1"),
        (ALL.replace('}', r#", "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.7"}}}"#), "let everyone in"),
        (ALL.replace("\"*\"", r#"{"AWS": "123456789012"}"#), "let everyone in"),
        (ALL.replace("execute-api:/*", "execute-api:/*/POST/*"), "let everyone in"),
        (format!("{ALL}, {}", ALL.replace("Allow", "Deny")), "a statement of the resource policy denies it"),
    ] {
        expect(&with_policy(&statements), SLUG, Verdict::NotDone, &[(Fails, "endpoint", found)]).await;
    }
}

#[tokio::test]
async fn what_only_aws_knows_of_a_resource_policy_is_not_told() {
    let account = with_policy(&deny(r#"{"StringNotLike": {"aws:Referer": "https://example.com/*"}}"#));
    let methods = "ch05/api_methods";
    let skipped =
        ["get", "options"].map(|clause| (ClauseVerdict::Skipped, clause, "not told from the resource policy"));
    expect(&account, methods, Verdict::Done, &skipped).await;
}

#[tokio::test]
async fn every_method_is_judged_by_the_resource_policy() {
    let account = with_policy(&ALL.replace("execute-api:/*", "execute-api:/*/GET/*"));
    let out = "does not let everyone in";
    expect(&account, "ch05/api_methods", Verdict::NotDone, &[(Fails, "options", out)]).await;
    let mocked = account.with(apigateway::mocked);
    expect(&mocked, "ch05/mock_integration", Verdict::NotDone, &[(Fails, "preflight", out)]).await;
}

#[tokio::test]
async fn an_api_without_its_own_address_needs_a_domain_name() {
    let off = solved().edited(APIS, r#""disableExecuteApiEndpoint": false"#, r#""disableExecuteApiEndpoint": true"#);
    expect(&off, SLUG, Verdict::Done, &[]).await;
    let alone = off.answers("apigateway:GetBasePathMappings", ok(r#"{"item": []}"#));
    let expected = [(Fails, "endpoint", "no custom domain name leads to it")];
    expect(&alone, SLUG, Verdict::NotDone, &expected).await;
    let expected = [(Fails, "answers", "is turned off"), (ClauseVerdict::Skipped, "preflight", "is turned off")];
    expect(&alone, "ch05/api_deployment", Verdict::NotDone, &expected).await;
}
