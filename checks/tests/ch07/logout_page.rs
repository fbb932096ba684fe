//! 7.6: how pages forget and revoke, and what is left where they do not.

use crate::testing::account::s3::{LOGOUT_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{Fails, Skipped};

const SLUG: &str = "ch07/logout_page";

fn with(from: &str, to: &str) -> Account {
    assert!(LOGOUT_SCRIPT.body.contains(from), "{from}");
    let source = LOGOUT_SCRIPT.body.replace(from, to);
    solved().holding(Object { body: Box::leak(source.into_boxed_str()), ..LOGOUT_SCRIPT })
}

#[tokio::test]
async fn the_ways_to_forget_and_to_revoke() {
    for (from, to) in [
        ("removeItem(\"jwt\")", "clear()"),
        ("{ method", "{ mode: 'no-cors', method"),
        (
            "new URLSearchParams({ token: tokens.refresh_token, client_id: \"1example23456789\" })",
            "new URLSearchParams(`client_id=1example23456789&token=${tokens.refresh_token}`)",
        ),
        ("tokens.refresh_token", "token()"),
    ] {
        expect(&with(from, to), SLUG, Verdict::Done, &[]).await;
    }
    for deleting in ["delete localStorage.jwt", "localStorage.jwt = ''"] {
        let account = with("localStorage.removeItem(\"jwt\")", deleting);
        expect(&account, SLUG, Verdict::Done, &[(Skipped, "forgets", "which it may delete")]).await;
    }
}

#[tokio::test]
async fn what_is_left_is_named() {
    for (from, to, clause, says) in [
        ("localStorage.removeItem(\"jwt\");", "", "forgets", "no script that does"),
        ("removeItem(\"jwt\")", "removeItem('token')", "forgets", "token in localStorage"),
        ("localStorage.removeItem", "sessionStorage.removeItem", "forgets", "jwt in sessionStorage"),
        ("localStorage.removeItem(\"jwt\")", "sessionStorage.clear()", "forgets", "everything in sessionStorage"),
        ("refresh_token", "access_token", "revokes", "with the access_token"),
        ("tokens.refresh_token", "'refresh_token'", "revokes", "with the text refresh_token"),
        ("tokens.refresh_token", "localStorage.getItem('jwt').refresh_token", "revokes", "of the text that is kept"),
        (
            "JSON.parse(localStorage.getItem(\"jwt\"))",
            "localStorage.getItem(\"jwt\")",
            "revokes",
            "of the text that is kept",
        ),
        ("token: tokens.refresh_token, ", "", "revokes", "no token"),
        ("method: \"POST\",", "", "revokes", "GET"),
        ("/oauth2/revoke", "/logout", "revokes", "an endpoint for each request"),
        ("1example23456789", "CLIENT_ID", "as_client", "where CLIENT_ID stands"),
        (", client_id: \"1example23456789\"", "", "as_client", "no client_id"),
    ] {
        let mut expected = vec![(Fails, clause, says)];
        if to == "/logout" {
            expected.push((Skipped, "as_client", "no such request"));
        }
        expect(&with(from, to), SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn an_app_client_without_revocation_revokes_nothing() {
    let account = solved().edited(
        "cognito-idp:DescribeUserPoolClient",
        r#""EnableTokenRevocation": true"#,
        r#""EnableTokenRevocation": false"#,
    );
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "revocable", "token revocation off")]).await;
}

#[tokio::test]
async fn without_a_domain_the_tokens_are_looked_at_all_the_same() {
    let account = with("localStorage.removeItem(\"jwt\");", "").with(cognito::without_domain);
    let expected = [(Fails, "forgets", "no script that does"), (Fails, "domain", "Exercise 7.1 creates it.")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}
