//! 7.18: how pages ask the API to change a name, and with which token.

use crate::testing::account::s3::{INFO_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch07/account_info_page";

fn running(source: &str) -> Account {
    solved().holding(Object { body: Box::leak(source.to_owned().into_boxed_str()), ..INFO_SCRIPT })
}

fn with(from: &str, to: &str) -> Account {
    assert!(INFO_SCRIPT.body.contains(from), "{from}");
    running(&INFO_SCRIPT.body.replace(from, to))
}

const TOKEN: &str = "Authorization: access_token";

#[tokio::test]
async fn the_ways_to_ask() {
    for (from, to) in [
        ("\"PUT\"", "'put'"),
        ("{ Authorization: access_token }", "new Headers({ authorization: access_token })"),
        (TOKEN, "['AUTHORIZATION']: JSON.parse(window.localStorage['jwt']).access_token"),
        (TOKEN, "Authorization: access_token ?? ''"),
    ] {
        expect(&with(from, to), SLUG, Verdict::Done, &[(Holds, "token", "the access token")]).await;
    }
}

#[tokio::test]
async fn what_the_api_refuses_is_named() {
    let no_request = (Skipped, "token", "no such request");
    let nothing_brought = (Skipped, "name", "no such request");
    for (from, to, says) in [
        (
            "https://api.example.com/account/info",
            "https://api.example.com/v1/account/info",
            "stands for the stage already",
        ),
        ("https://api.example.com/account/info", "/account/info", "a host name of its own"),
        ("https://api.example.com/account/info", "http://api.example.com/account/info", "HTTPS alone"),
    ] {
        expect(&with(from, to), SLUG, Verdict::NotDone, &[(Fails, "sends", says), no_request, nothing_brought]).await;
    }
    for (from, to, found) in [("\"PUT\"", "\"POST\"", "POST https"), ("method: \"PUT\", ", "", "GET https")] {
        expect(&with(from, to), SLUG, Verdict::NotDone, &[(Fails, "sends", found)]).await;
    }
    for (to, found) in [
        ("", "no header Authorization"),
        ("Authorisation: access_token", "no header Authorization"),
        ("Authorization: localStorage.getItem('jwt')", "with all that is kept"),
        ("Authorization: JSON.parse(localStorage.getItem('jwt'))", "with all that is kept"),
        ("Authorization: localStorage.getItem('jwt').access_token", "access_token of the text that is kept"),
        ("Authorization: localStorage.jwt.access_token", "access_token of the text that is kept"),
        (
            "Authorization: JSON.parse(sessionStorage.getItem('jwt')).access_token",
            "is kept in sessionStorage under jwt",
        ),
        (
            "Authorization: JSON.parse(localStorage.getItem('tokens') ?? '{}').access_token",
            "in localStorage under tokens",
        ),
        ("Authorization: JSON.parse(localStorage.jwt).accessToken", "with accessToken"),
        ("Authorization: JSON.parse(localStorage.jwt).refresh_token", "with the refresh token"),
        ("Authorization: JSON.parse(localStorage.jwt).id_token", "with the ID token"),
    ] {
        expect(&with(TOKEN, to), SLUG, Verdict::NotDone, &[(Fails, "token", found)]).await;
    }
}

/// The function of the account takes given_name.
#[tokio::test]
async fn the_name_is_sent_as_the_function_takes_it() {
    let name = "given_name: name";
    expect(&with(name, name), SLUG, Verdict::Done, &[(Holds, "name", "the given name")]).await;
    for (to, found) in [("firstName: name", "a request with firstName"), ("city: name", "a request without it")] {
        expect(&with(name, to), SLUG, Verdict::NotDone, &[(Fails, "name", found)]).await;
    }
}

/// A browser makes the text `[object Object]` of an object.
#[tokio::test]
async fn the_body_is_a_text() {
    let account =
        with("JSON.stringify({ given_name: name, phone_number: phone })", "{ given_name: name, phone_number: phone }");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sends", "[object Object]")]).await;
    let made =
        with("JSON.stringify({ given_name: name, phone_number: phone })", "new URLSearchParams({ given_name: name })");
    expect(&made, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn what_the_method_or_the_function_decides_is_not_told() {
    for (to, why) in [
        ("Authorization: `Bearer ${access_token}`", "Bearer before the token"),
        ("Authorization: header()", "puts the header together"),
    ] {
        expect(&with(TOKEN, to), SLUG, Verdict::Done, &[(Skipped, "token", why)]).await;
    }
    let unscoped = with(TOKEN, "Authorization: JSON.parse(localStorage.jwt).id_token").edited(
        "apigateway:GetResources",
        r#""authorizationScopes":["aws.cognito.signin.user.admin"]"#,
        r#""authorizationScopes":[]"#,
    );
    expect(&unscoped, SLUG, Verdict::Done, &[(Skipped, "token", "the ID token")]).await;
    let silent = running("import 'https://esm.sh/ky'; const save = 1");
    let no_request = [(Skipped, "token", "no such request"), (Skipped, "name", "no such request")];
    let expected = [(Skipped, "sends", "a script that is not read here"), no_request[0], no_request[1]];
    expect(&silent, SLUG, Verdict::Done, &expected).await;
    let nothing = [(Fails, "sends", "no script that asks for anything"), no_request[0], no_request[1]];
    expect(&running("const save = 1"), SLUG, Verdict::NotDone, &nothing).await;
}
