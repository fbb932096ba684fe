//! 5.4: the resource and its methods, in lists of several pages.

use crate::tests::*;
use ClauseVerdict::CannotTell;

const SLUG: &str = "ch05/api_methods";
const APIS: &str = "apigateway:GetRestApis";
const RESOURCES: &str = "apigateway:GetResources";

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
