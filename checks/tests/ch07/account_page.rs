//! 7.7: how account pages look for tokens, and lead people out.

use crate::testing::account::s3::{ACCOUNT, ACCOUNT_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch07/account_page";

fn checking(body: &'static str) -> Account {
    solved().holding(Object { body, ..ACCOUNT_SCRIPT })
}

fn page(body: String) -> Account {
    solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..ACCOUNT })
}

#[tokio::test]
async fn the_ways_to_look() {
    for source in [
        "if (localStorage.jwt === undefined) location.href = '..'",
        "const { localStorage: kept } = window; if (!kept.getItem('jwt')) history.back()",
        "const KEY = 'jwt', has = (name) => window.localStorage.getItem(name); has(KEY)",
    ] {
        expect(&checking(source), SLUG, Verdict::Done, &[]).await;
    }
    let unsure = "document.querySelectorAll('[data-key]').forEach((one) => localStorage.getItem(one.dataset.key))";
    expect(&checking(unsure), SLUG, Verdict::Done, &[(Skipped, "looks", "put together while it runs")]).await;
}

#[tokio::test]
async fn who_looks_elsewhere_is_told() {
    for (source, says) in [
        ("localStorage.getItem('JWT')", "JWT in localStorage"),
        ("sessionStorage.getItem('jwt')", "jwt in sessionStorage"),
        ("localStorage.setItem('jwt', '{}')", "no script that does"),
        ("function never() { localStorage.getItem('jwt') }", "no script that does"),
        ("", "no script that does"),
    ] {
        expect(&checking(source), SLUG, Verdict::NotDone, &[(Fails, "looks", says)]).await;
    }
}

#[tokio::test]
async fn a_way_out_is_a_link_that_works_or_one_that_a_script_may_make() {
    let without = ACCOUNT.body.split("<a ").next().unwrap();
    expect(&page(without.into()), SLUG, Verdict::NotDone, &[(Fails, "out", "no such link")]).await;
    let other = ACCOUNT.body.replace("1example23456789", "CLIENT_ID");
    expect(&page(other), SLUG, Verdict::NotDone, &[(Fails, "out", "where CLIENT_ID stands")]).await;
    let scripted = page(format!("{without}<script>leave('https://auth.example.com/logout')</script>"));
    expect(&scripted, SLUG, Verdict::Done, &[(Skipped, "out", "a script of it may make the link")]).await;
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = page(without.into()).answers_to("s3:GetObject", "/account/auth-check.js", refused);
    let expected = [(CannotTell, "looks", "s3:GetObject"), (CannotTell, "out", "s3:GetObject")];
    expect(&unread, SLUG, Verdict::CannotTell, &expected).await;
}
