//! 8.5: what the callback page sends, and whether the method takes it.

use crate::testing::account::s3::{CALLBACK_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/auth_callback_posts";
const RESOURCES: &str = "apigateway:GetResources";
const POST: &str = r#"{ method: "POST", headers: { Authorization: tokens.access_token } }"#;
const SCOPES: &str = r#""authorizationScopes":["aws.cognito.signin.user.admin"]"#;

fn with(from: &str, to: &str) -> Account {
    assert!(CALLBACK_SCRIPT.body.contains(from), "{from}");
    let body = CALLBACK_SCRIPT.body.replace(from, to);
    solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..CALLBACK_SCRIPT })
}

#[tokio::test]
async fn the_ways_to_post() {
    for to in [
        r#"{ method: "post", headers: { authorization: tokens.access_token, "Content-Type": "application/json" }, body: "{}" }"#,
        r#"{ method: "POST", keepalive: true, headers: new Headers({ Authorization: tokens["access_token"] }) }"#,
    ] {
        expect(&with(POST, to), SLUG, Verdict::Done, &[(Holds, "token", "the access token")]).await;
    }
}

#[tokio::test]
async fn what_the_api_refuses_is_named() {
    for (to, clause, found) in [
        ("{ headers: { Authorization: tokens.access_token } }", "sends", "GET https"),
        (r#"{ method: "POST" }"#, "token", "no header Authorization"),
        (r#"{ method: "POST", headers: { Authorization: tokens.refresh_token } }"#, "token", "the refresh token"),
        (r#"{ method: "POST", headers: { Authorization: tokens.id_token } }"#, "token", "Send tokens.access_token"),
    ] {
        expect(&with(POST, to), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let before = with("https://api.example.com/analytics/auth-callback", "https://api.example.com/analytics");
    let expected = [(Fails, "sends", ""), (Skipped, "token", "no such request")];
    expect(&before, SLUG, Verdict::NotDone, &expected).await;
}

/// A method without a scope takes the other token.
#[tokio::test]
async fn page_and_method_agree() {
    let unscoped = |account: Account| account.edited(RESOURCES, SCOPES, r#""authorizationScopes":[]"#);
    let access = unscoped(solved());
    expect(&access, SLUG, Verdict::NotDone, &[(Fails, "token", "The method has no scope")]).await;
    let id = unscoped(with("tokens.access_token", "tokens.id_token"));
    expect(&id, SLUG, Verdict::Done, &[(Holds, "token", "the ID token")]).await;
    let none =
        with("tokens.access_token", "tokens.id_token").edited(RESOURCES, "/analytics/auth-callback", "/analytics/x");
    expect(&none, SLUG, Verdict::Done, &[(Skipped, "token", "it sends the ID token")]).await;
    let unread = solved().refuses(RESOURCES, (403, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&unread, SLUG, Verdict::CannotTell, &[(CannotTell, "token", r#""Action":"apigateway:GET""#)]).await;
}
