//! 7.5: exchanges as people write them, what Cognito refuses of them, and what reading does not tell.

use crate::testing::account::s3::{CALLBACK, CALLBACK_SCRIPT, HOME, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch07/auth_callback_page";

/// The account whose callback page runs this script.
fn running(source: &str) -> Account {
    solved().holding(Object { body: Box::leak(source.to_owned().into_boxed_str()), ..CALLBACK_SCRIPT })
}

/// The same with a part of the script that others have written otherwise.
fn with(from: &str, to: &str) -> Account {
    assert!(CALLBACK_SCRIPT.body.contains(from), "{from}");
    running(&CALLBACK_SCRIPT.body.replace(from, to))
}

/// What depends on the request is not judged where there is none.
const NO_REQUEST: [Expected<'static>; 2] =
    [(Skipped, "as_client", "no such request"), (Skipped, "verifier", "no such request")];

async fn refused(from: &str, to: &str, clause: &str, says: &str) {
    expect(&with(from, to), SLUG, Verdict::NotDone, &[(Fails, clause, says)]).await;
}

#[tokio::test]
async fn exchanges_as_people_write_them() {
    for (from, to) in [
        (
            "{ \"Content-Type\": \"application/x-www-form-urlencoded\" }",
            "new Headers([['content-type', 'application/X-www-form-urlencoded; charset=utf-8']])",
        ),
        ("method: \"POST\"", "method: 'post'"),
        ("${ID}&", "1example23456789\n    &"),
        ("JSON.stringify(tokens)", "await answer.text()"),
        ("new URLSearchParams(location.search).get(\"code\")", "new URL(document.location).searchParams.get('code')"),
        ("const tokens = await answer.json();", "const read = async () => answer.json(); const tokens = await read();"),
        ("localStorage.setItem(\"jwt\", ", "localStorage.jwt = ("),
        (
            "redirect_uri=${location.origin}${location.pathname}",
            "redirect_uri=https%3A%2F%2Fexample.com%2Fauth-callback.html",
        ),
    ] {
        expect(&with(from, to), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn what_cognito_refuses_is_named() {
    for (from, to, says) in [
        ("https://auth.example.com", "https://x.auth.us-east-1.amazoncognito.com", "a domain of its own"),
        ("https://auth.example.com", "http://auth.example.com", "HTTPS alone"),
        ("/oauth2/token`", "/oauth2/tokens`", "an endpoint for each request"),
        ("https://auth.example.com", "https://example.com", "a host name of their own"),
    ] {
        let expected = [(Fails, "exchanges", says), NO_REQUEST[0], NO_REQUEST[1]];
        expect(&with(from, to), SLUG, Verdict::NotDone, &expected).await;
    }
    for (from, to, says) in [
        ("method: \"POST\"", "method: 'PUT'", "PUT"),
        ("method: \"POST\",", "", "GET"),
        ("application/x-www-form-urlencoded", "application/json", "the content type application/json"),
        ("headers: { \"Content-Type\": \"application/x-www-form-urlencoded\" },", "", "no content type"),
        ("grant_type=authorization_code", "grant_type=code", "grant_type=code"),
        ("&code=${code}", "", "no code"),
        (
            "redirect_uri=${location.origin}${location.pathname}",
            "redirect_uri=https://example.com/",
            "letter by letter",
        ),
        ("&redirect_uri=${location.origin}${location.pathname}", "", "no redirect_uri"),
    ] {
        refused(from, to, "exchanges", says).await;
    }
    for (from, to, says) in [
        ("\"1example23456789\"", "\"CLIENT_ID\"", "where CLIENT_ID stands"),
        ("\"1example23456789\"", "\"2other\"", "another app client"),
        ("client_id=${ID}&", "", "no client_id"),
    ] {
        refused(from, to, "as_client", says).await;
    }
    for (from, to, says) in [
        ("JSON.stringify(tokens)", "tokens", "[object Object]"),
        ("await answer.json()", "answer.json()", "a promise"),
        ("JSON.stringify(tokens)", "JSON.stringify(answer)", "what fetch gives"),
        ("JSON.stringify(tokens)", "answer", "what fetch gives"),
        ("JSON.stringify(tokens)", "tokens.access_token", "access_token alone"),
        ("JSON.stringify(tokens)", "JSON.stringify(tokens.id_token)", "id_token alone"),
        ("\"jwt\"", "\"tokens\"", "tokens in localStorage"),
        ("localStorage", "sessionStorage", "jwt in sessionStorage"),
        ("localStorage.setItem", "console.log", "no script that does"),
    ] {
        refused(from, to, "keeps", says).await;
    }
}

/// The form, and the code that goes into it.
#[tokio::test]
async fn what_is_no_form_or_no_code_is_named() {
    let form = "body: `grant_type=authorization_code&client_id=${ID}&code=${code}&redirect_uri=${location.origin}${location.pathname}`";
    refused(
        form,
        "body: { grant_type: 'authorization_code', client_id: '1example23456789', code }",
        "exchanges",
        "[object Object]",
    )
    .await;
    let form_data = [(Fails, "exchanges", "multipart/form-data")];
    let whole = CALLBACK_SCRIPT.body.replace(form, "body: form");
    let made = "const form = new FormData(); form.set('grant_type', 'authorization_code'); form.set('client_id', '1example23456789');\n";
    expect(&running(&format!("{made}{whole}")), SLUG, Verdict::NotDone, &form_data).await;
    let fields = "body: new URLSearchParams({ grant_type: 'authorization_code', client_id: ID, code,
        redirect_uri: 'https://example.com/auth-callback.html' })";
    let with_fields = CALLBACK_SCRIPT.body.replace(form, fields);
    expect(&running(&with_fields), SLUG, Verdict::Done, &[]).await;
    for (to, says) in [
        ("URLSearchParams(location.search).get('state')", "the parameter state of location.search"),
        ("URLSearchParams(window.location.search).get('Code')", "the parameter Code of location.search"),
        ("URL(location.href).searchParams.get('session')", "the parameter session of location.searchParams"),
        ("URLSearchParams(location.hash).get('code')", "the parameter code of location.hash"),
    ] {
        let source = with_fields.replace("URLSearchParams(location.search).get(\"code\")", to);
        expect(&running(&source), SLUG, Verdict::NotDone, &[(Fails, "exchanges", says)]).await;
    }
}

/// Who sends a hash at the beginning sends what was hashed at the end, whatever page begins.
#[tokio::test]
async fn a_verifier_belongs_to_its_hash() {
    let hashing = |account: Account| {
        let script = "<script>address.searchParams.set('code_challenge', hash)</script>";
        account.holding(Object { body: Box::leak(format!("{}{script}", HOME.body).into_boxed_str()), ..HOME })
    };
    expect(&hashing(solved()), SLUG, Verdict::NotDone, &[(Fails, "verifier", "index.html sends a code_challenge")])
        .await;
    let both = hashing(with("&code=", "&code_verifier=${kept()}&code="));
    expect(&both, SLUG, Verdict::Done, &[(Holds, "verifier", "it sends code_verifier")]).await;
    expect(&solved(), SLUG, Verdict::Done, &[(Holds, "verifier", "no code_verifier, and no log-in link")]).await;
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = solved().answers_to("s3:GetObject", "/example.com/index.html", refused);
    expect(&unread, SLUG, Verdict::CannotTell, &[(CannotTell, "verifier", "s3:GetObject")]).await;
}

#[tokio::test]
async fn what_only_running_tells_is_not_told() {
    let skipped = |says| {
        [
            (Skipped, "exchanges", says),
            (Skipped, "as_client", "no such request"),
            (Skipped, "verifier", "no such request"),
        ]
    };
    let library = "import { exchange } from 'https://esm.sh/oidc'; localStorage.setItem('jwt', await exchange());";
    expect(&running(library), SLUG, Verdict::Done, &skipped("a script that is not read here")).await;
    let elsewhere = with("\"https://auth.example.com\"", "`${settings.domain}`");
    expect(&elsewhere, SLUG, Verdict::Done, &skipped("not told from the script")).await;
    let whole = running(
        &CALLBACK_SCRIPT.body.replace("`grant_type=", "`${form}&grant=").replace("\"1example23456789\"", "id()"),
    );
    expect(&whole, SLUG, Verdict::Done, &[(Skipped, "as_client", "from elsewhere")]).await;
    let name = with("\"jwt\"", "names.tokens()");
    expect(&name, SLUG, Verdict::Done, &[(Skipped, "keeps", "put together while it runs")]).await;
}

#[tokio::test]
async fn a_script_that_is_not_there_or_cannot_be_read() {
    let missing = solved()
        .answers_to("s3:HeadObject", "/example.com/auth-callback.js", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    let named = "the script auth-callback.js";
    let expected = [
        (Fails, "exchanges", named),
        (Fails, "keeps", named),
        (Skipped, "as_client", "no such request"),
        (Skipped, "verifier", "no such request"),
    ];
    expect(&missing, SLUG, Verdict::NotDone, &expected).await;
    let packed = solved().holding(Object { body: "\u{1f}\u{8b}", ..CALLBACK });
    expect(
        &packed,
        SLUG,
        Verdict::NotDone,
        &[
            (Fails, "exchanges", "no script that asks"),
            (Fails, "keeps", "no script that does"),
            (Skipped, "as_client", "no such request"),
            (Skipped, "verifier", "no such request"),
        ],
    )
    .await;
    let gone = solved().with(cognito::without_domain);
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "domain", "Exercise 7.1 creates it.")]).await;
}

/// A later exercise lets the same script send more, elsewhere.
#[tokio::test]
async fn what_is_added_after_the_exchange_changes_nothing() {
    let more = "await fetch('https://api.example.com/analytics/auth-callback', { method: 'POST', body: '{}',
        headers: { Authorization: tokens.access_token } });";
    expect(&running(&format!("{}\n{more}", CALLBACK_SCRIPT.body)), SLUG, Verdict::Done, &[]).await;
}
