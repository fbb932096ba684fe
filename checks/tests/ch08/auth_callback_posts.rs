//! 8.5: what the callback page sends, and whether the method takes it.

use crate::testing::account::s3::{CALLBACK, CALLBACK_SCRIPT, Object};
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

/// What browsers do not take as a script, they do not run in part either.
#[tokio::test]
async fn a_script_that_no_browser_reads_does_nothing() {
    let call = "await fetch(\"https://api.example.com";
    for (from, to, found) in [
        (call, "function record() {\nawait fetch(\"https://api.example.com", "await in a function that is not async"),
        ("const tokens", "let tokens;\nconst tokens", "tokens is declared twice"),
        ("answer.json();", "answer.json(;", "line 6"),
        (
            "POST\", headers: { Authorization: tokens.access_token } });",
            "POST\", headers: { Authorization: tokens.access_token } };",
            "auth-callback.js, line",
        ),
        (call, "return;\nawait fetch(\"https://api.example.com", "return outside of a function"),
    ] {
        let end = if to.starts_with("function") { "\n}\nrecord();" } else { "" };
        let body = CALLBACK_SCRIPT.body.replace(from, to) + end;
        let account = solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..CALLBACK_SCRIPT });
        let findings = check(&account, SLUG).await;
        let sends = finding(&findings, "sends");
        assert!(sends.verdict == Fails && says(sends, found), "{to}: {findings:#?}");
    }
    let page = CALLBACK.body.replace("type=module ", "").replace("type=\"module\" ", "");
    assert_ne!(page, CALLBACK.body);
    let classic = solved().holding(Object { body: Box::leak(page.into_boxed_str()), ..CALLBACK });
    let findings = check(&classic, SLUG).await;
    let sends = finding(&findings, "sends");
    assert!(sends.verdict == Fails && says(sends, "in a script that is no module"), "{findings:#?}");
}

#[tokio::test]
async fn a_function_that_nothing_calls_sends_nothing() {
    let call = "await fetch(\"https://api.example.com";
    let body =
        CALLBACK_SCRIPT.body.replace(call, "async function record() {\nawait fetch(\"https://api.example.com") + "\n}";
    let holding = |body: String| solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..CALLBACK_SCRIPT });
    let findings = check(&holding(body.clone()), SLUG).await;
    let sends = finding(&findings, "sends");
    assert!(sends.verdict == Fails && says(sends, "in a function that nothing calls"), "{findings:#?}");
    for called in ["await record();", "addEventListener(\"load\", record);", "window.onload = record;"] {
        let findings = check(&holding(format!("{body}\n{called}")), SLUG).await;
        assert_eq!(finding(&findings, "sends").verdict, Holds, "{called}: {findings:#?}");
    }
}

#[tokio::test]
async fn what_is_no_token_is_named() {
    let header = "headers: { Authorization: tokens.access_token }";
    for (value, found) in [
        ("\"tokens.access_token\"", "with the text tokens.access_token"),
        ("tokens", "with the whole answer of Cognito"),
        ("tokens.accessToken", "with accessToken"),
        ("jwt.access", "it puts the header together"),
        ("accessToken", "with accessToken"),
    ] {
        let account = with(header, &header.replace("tokens.access_token", value));
        let findings = check(&account, SLUG).await;
        let token = finding(&findings, "token");
        assert!(token.verdict != Holds && says(token, found), "{value}: {findings:#?}");
    }
    let placeholder = with("1example23456789", "CLIENT_ID");
    let expected = [(Fails, "token", "CLIENT_ID, in line 1 of auth-callback.js")];
    expect(&placeholder, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_a_browser_refuses_to_send_is_named() {
    for (to, clause, found) in [
        ("credentials: \"include\", headers", "headers", "credentials: \"include\""),
        ("mode: \"same-origin\", headers", "sends", "the mode same-origin"),
    ] {
        let account = with("headers: { Authorization", &format!("{to}: {{ Authorization"));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let unsent = r#"const asked = new XMLHttpRequest();
        asked.open("POST", "https://api.example.com/analytics/auth-callback");
        asked.setRequestHeader("Authorization", tokens.access_token);"#;
    let before = CALLBACK_SCRIPT.body.split("await fetch(\"https://api").next().expect("what comes before");
    let body = Box::leak(format!("{before}\n{unsent}").into_boxed_str());
    let account = solved().holding(Object { body, ..CALLBACK_SCRIPT });
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sends", "never sent")]).await;
    let beacon = "navigator.sendBeacon(\"https://api.example.com/analytics/auth-callback\", tokens.access_token);";
    let body = Box::leak(format!("{before}\n{beacon}").into_boxed_str());
    let account = solved().holding(Object { body, ..CALLBACK_SCRIPT });
    let expected = [
        (Fails, "sends", "sends no header"),
        (Skipped, "token", "no such request"),
        (Skipped, "headers", "no such request"),
        (Skipped, "content_type", "the type of what is sent"),
    ];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let unknown = with("\"https://api.example.com/analytics/auth-callback\"", "localStorage.getItem(\"place\")");
    let findings = check(&unknown, SLUG).await;
    assert_eq!(finding(&findings, "sends").verdict, CannotTell, "{findings:#?}");
    assert_eq!(findings.verdict(), Verdict::CannotTell, "{findings:#?}");
}

/// The browser breaks a request off when the page is left. Where something waits for it, or it is kept alive, it arrives.
#[tokio::test]
async fn a_request_that_leaving_the_page_breaks_off_is_told() {
    const ADDRESS: &str = "\"https://api.example.com/analytics/auth-callback\"";
    let (before, _) = CALLBACK_SCRIPT.body.split_once("await fetch(\"https://api").expect("what comes before");
    let ending = |end: &str| {
        let body = format!("{before}\n{}", end.replace("SEND", &format!("fetch({ADDRESS}, {POST})")));
        solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..CALLBACK_SCRIPT })
    };
    let older = format!(
        "const asked = new XMLHttpRequest();\nasked.open(\"post\", {ADDRESS});\n\
         asked.setRequestHeader(\"Authorization\", tokens.access_token);\n"
    );
    let [alone, callback] =
        ["asked.send();\nlocation.assign(\"/\");", "asked.onloadend = () => location.assign(\"/\");\nasked.send();"]
            .map(|end| format!("{older}{end}"));
    let options = POST.replace("{ method", "{ keepalive: true, method");
    let kept_alive = format!("fetch({ADDRESS}, {options});\nlocation.replace(\"/\");");
    let block = older.replace(");\nasked.set", ", false);\nasked.set") + "asked.send();\nlocation.assign(\"/\");";
    for lost in [
        "SEND;\nlocation.replace(\"account/index.html\");",
        "SEND.catch(console.warn);\nwindow.location.href = \"account/index.html\";",
        "const record = async () => { try { await SEND; } catch (error) { console.warn(error); } };\nrecord();\n\
         window.location = \"account/index.html\";",
        "const record = async () => { SEND; };\nawait record();\nlocation.href = \"/\";",
        "SEND;\nlocation = \"/\";",
        "if (true) { SEND;\nlocation = \"account/index.html\"; location.reload(); }",
        // It is on its way out before the request begins.
        "location.replace(\"/\");\nawait SEND;",
        "const record = async () => { await SEND; };\nlocation.href = \"/\";\nawait record();",
        "window.location = \"/\";\nif (tokens) await SEND;",
        alone.as_str(),
    ] {
        expect(&ending(lost), SLUG, Verdict::NotDone, &[(Fails, "sends", "left right after the request")]).await;
    }
    for kept in [
        "await SEND;\nlocation.replace(\"/\");",
        "SEND.finally(() => location.replace(\"/\"));",
        "SEND;\nawait fetch(\"/names.json\");\nlocation.replace(\"/\");",
        "const sent = SEND;\nawait Promise.allSettled([sent]);\nlocation.replace(\"/\");",
        "SEND;\nsetTimeout(() => { location.replace(\"/\"); }, 2000);",
        "try { SEND; } catch (error) { location.replace(\"/\"); }",
        "SEND;\nif (!tokens) { location.replace(\"/\"); }",
        "SEND;\nif (!tokens) location.replace(\"/\");",
        "if (!tokens) location.replace(\"/\");\nawait SEND;",
        "tokens || location.replace(\"/\");\nawait SEND;",
        "if (!tokens) location.href = \"/\";\nelse await SEND;",
        "switch (tokens) {\ncase 1: location.replace(\"/\"); break;\ndefault: await SEND; }",
        "const go = () => location.replace(\"/\");\nawait SEND;\ngo();",
        "SEND;\nlocation.replace(\"#signed-in\");",
        "SEND;\nlocation = \"#signed-in\";",
        "SEND;\nfor (let location of [1]) { location = \"/\"; }",
        "SEND;\nalert(\"You are signed in.\");\nlocation.replace(\"/\");",
        kept_alive.as_str(),
        callback.as_str(),
        block.as_str(),
    ] {
        expect(&ending(kept), SLUG, Verdict::Done, &[(Holds, "sends", "")]).await;
    }
}
