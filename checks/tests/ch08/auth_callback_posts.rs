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
    let expected = [
        (Fails, "sends", ""),
        (Skipped, "token", "no such request"),
        (Skipped, "headers", "no such request"),
        (Skipped, "content_type", ""),
    ];
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
    let unsaid = [
        (Skipped, "token", "it sends the ID token"),
        (Skipped, "headers", "no such method"),
        (Skipped, "content_type", "no such method"),
    ];
    expect(&none, SLUG, Verdict::Done, &unsaid).await;
    let unread = solved().refuses(RESOURCES, (403, "AccessDeniedException"), "no identity-based policy allows it");
    let unknown =
        ["token", "headers", "content_type"].map(|clause| (CannotTell, clause, r#""Action":"apigateway:GET""#));
    expect(&unread, SLUG, Verdict::CannotTell, &unknown).await;
}

/// A browser asks first about headers of a page's own, which OPTIONS of the API must name.
#[tokio::test]
async fn the_api_allows_each_header_of_the_page() {
    let with_headers = |headers: &str| with(POST, &format!(r#"{{ method: "POST", {headers} }}"#));
    for headers in [
        r#"headers: { Authorization: tokens.access_token, "Access-Control-Allow-Origin": "*" }"#,
        r#"headers: [["Authorization", tokens.access_token], ["X-Page", "callback"]]"#,
        r#"headers: new Headers({ Authorization: tokens.access_token, "X-Page": "callback" })"#,
    ] {
        let expected = [(Fails, "headers", "Your page sends the header")];
        expect(&with_headers(headers), SLUG, Verdict::NotDone, &expected).await;
    }
    let json = r#"headers: { Authorization: tokens.access_token, "Content-Type": "application/json" }, body: "{}""#;
    expect(&with_headers(json), SLUG, Verdict::Done, &[(Holds, "headers", "Content-Type")]).await;
    let narrow = with_headers(json).edited(RESOURCES, "'Content-Type,Authorization'", "'Authorization'");
    expect(&narrow, SLUG, Verdict::NotDone, &[(Fails, "headers", "sends the header Content-Type")]).await;
    let plain = solved().edited(RESOURCES, "'Content-Type,Authorization'", "'Authorization'");
    expect(&plain, SLUG, Verdict::Done, &[]).await;
    let safe = r#"headers: { Authorization: tokens.access_token, Accept: "application/json" }"#;
    expect(&with_headers(safe), SLUG, Verdict::Done, &[]).await;
}

/// The API chooses its template by the type of the body.
#[tokio::test]
async fn the_template_is_for_what_the_page_sends() {
    let sending = |rest: &str| {
        with(POST, &format!(r#"{{ method: "POST", headers: {{ Authorization: tokens.access_token{rest} }}"#))
    };
    for (rest, found) in [
        (r#" }, body: "signed in""#, "text/plain"),
        (r#" }, body: JSON.stringify({})"#, "text/plain"),
        (r#" }, body: new URLSearchParams({ a: "b" })"#, "application/x-www-form-urlencoded"),
        (r#", "Content-Type": "text/plain;charset=UTF-8" }, body: "{}""#, "text/plain"),
    ] {
        let expected = [(Fails, "content_type", found)];
        expect(&sending(rest), SLUG, Verdict::NotDone, &expected).await;
    }
    for rest in [" }", r#", "content-type": "application/json; charset=utf-8" }, body: "{}""#] {
        expect(&sending(rest), SLUG, Verdict::Done, &[(Holds, "content_type", "application/json")]).await;
    }
    let unseen = sending(" }, body: window.something");
    expect(&unseen, SLUG, Verdict::Done, &[(Skipped, "content_type", "not seen")]).await;
}
