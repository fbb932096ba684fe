//! 5.4: the resource and its methods, in lists of several pages.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch05/api_methods";
const APIS: &str = "apigateway:GetRestApis";
const RESOURCES: &str = "apigateway:GetResources";
/// What a method says of who may call it.
const OPEN: &str = r#""authorizationType": "NONE", "apiKeyRequired": false"#;

/// API Gateway's lists say where they go on, and a page without entries is not the end.
#[tokio::test]
async fn lists_of_several_pages_are_read_to_their_end() {
    let more = || ok(r#"{"item": [], "position": "M0RE"}"#);
    let account = solved()
        .answers(APIS, more())
        .answers_to(APIS, "position=M0RE", ok(apigateway::REST_APIS))
        .answers(RESOURCES, more())
        .answers_to(RESOURCES, "position=M0RE", ok(apigateway::resources(apigateway::FUNCTION)));
    expect(&account, SLUG, Verdict::Done, &[]).await;
    let endless = solved().answers(RESOURCES, more());
    let resource = (CannotTell, "resource", "leads back to a page");
    expect(&endless, SLUG, Verdict::CannotTell, &[resource]).await;
}

#[tokio::test]
async fn what_aws_always_sends_is_not_taken_for_a_state_when_it_is_lacking() {
    let account = solved().edited(RESOURCES, r#""authorizationType": "NONE", "#, "");
    let resource = (CannotTell, "resource", "no authorizationType, which AWS always sends");
    expect(&account, SLUG, Verdict::CannotTell, &[resource]).await;
}

#[tokio::test]
async fn methods_that_are_not_open_to_everyone() {
    for (to, found) in [
        (r#""authorizationType": "AWS_IAM", "apiKeyRequired": false"#, "has the authorization AWS_IAM"),
        (r#""authorizationType": "NONE", "apiKeyRequired": true"#, "needs an API key"),
    ] {
        let account = solved().edited(RESOURCES, OPEN, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "get", found), (Fails, "options", found)]).await;
    }
}

#[tokio::test]
async fn methods_that_are_missing_and_one_for_every_verb() {
    let get = r#""GET": {"httpMethod": "GET""#;
    let renamed = |verb: &str| solved().edited(RESOURCES, get, &get.replace("GET", verb));
    expect(&renamed("POST"), SLUG, Verdict::NotDone, &[(Fails, "get", "OPTIONS, POST")]).await;
    expect(&renamed("ANY"), SLUG, Verdict::Done, &[(Holds, "get", "ANY, which answers every verb")]).await;
}

#[tokio::test]
async fn a_resource_of_another_path_is_none() {
    for path in ["/Chapters", "/chapter", "/v1/chapters"] {
        let account = solved().edited(RESOURCES, r#""path": "/chapters""#, &format!(r#""path": "{path}""#));
        let skipped = |clause| (Skipped, clause, "needs: resource");
        let expected = [(Fails, "resource", path), skipped("get"), skipped("options")];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
}
