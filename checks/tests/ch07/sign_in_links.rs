//! 7.4: links to sign in and out as people write them, what Cognito refuses, and links that a script makes.

use crate::testing::account::s3::Object;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch07/sign_in_links";
const CLIENT: &str = "cognito-idp:DescribeUserPoolClient";
const IN: &str = "https://auth.example.com/login?client_id=1example23456789&response_type=code&scope=openid+profile\
    &redirect_uri=https%3A%2F%2Fexample.com%2Fauth-callback.html";
const OUT: &str =
    "https://auth.example.com/logout?client_id=1example23456789&logout_uri=https://example.com/logout.html";

/// The account whose home page has these two links.
fn linking(leads_in: &str, leads_out: &str) -> Account {
    let body = format!("<a href='chapters.html'>Chapters</a><a href='{leads_in}'>In</a><a href='{leads_out}'>Out</a>");
    solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..s3::HOME })
}

async fn refused(leads_in: &str, leads_out: &str, clause: &str, says: &str) {
    expect(&linking(leads_in, leads_out), SLUG, Verdict::NotDone, &[(Fails, clause, says)]).await;
}

#[tokio::test]
async fn links_as_people_write_them() {
    let raw = "https://AUTH.example.com/oauth2/authorize?response_type=code&client_id=1example23456789\
        &redirect_uri=https://example.com/auth-callback.html&state=1#top";
    let entities = &IN.replace('&', "&amp;");
    let again = "https://auth.example.com/logout?client_id=1example23456789&response_type=code\
        &redirect_uri=https://example.com/auth-callback.html";
    for (leads_in, leads_out) in [(IN, OUT), (raw, OUT), (entities, again)] {
        expect(&linking(leads_in, leads_out), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn what_cognito_refuses_is_named() {
    for (from, to, says) in [
        ("1example23456789", "CLIENT_ID", "where CLIENT_ID stands"),
        ("1example23456789", "2other", "The page names another app client"),
        ("1example23456789", "2other", "client_id=2other, in line 1"),
        ("client_id=1example23456789&", "", "no client_id"),
        ("=code", "=token", "response_type=token"),
        ("&response_type=code", "", "no response_type"),
        ("auth-callback", "callback", "redirect_uri=https://example.com/callback.html"),
        ("&redirect_uri", "&callback", "no redirect_uri"),
        ("profile", "phone", "Add phone"),
        ("openid+profile", "profile", "Without openid"),
        ("auth.example.com/login", "my-site.auth.us-east-1.amazoncognito.com/login", "the name that they know"),
        ("/login", "/signin", "a link to https://auth.example.com"),
    ] {
        refused(&IN.replace(from, to), OUT, "home_in", says).await;
    }
    for (from, to, says) in [
        ("logout.html", "", "logout_uri=https://example.com/"),
        ("logout_uri", "redirect_uri", "Name the address in logout_uri"),
        ("&logout_uri", "&other", "no logout_uri"),
        ("client_id=1example23456789&", "", "no client_id"),
        ("/logout", "/signout", "a link to https://auth.example.com/signout"),
    ] {
        refused(IN, &OUT.replace(from, to), "home_out", says).await;
    }
}

/// Of several links one that works is enough, and one that does not is no fault.
#[tokio::test]
async fn one_link_that_works_is_enough() {
    let both = format!("{}'>x</a><a href='{IN}", IN.replace("1example23456789", "CLIENT_ID"));
    expect(&linking(&both, OUT), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_link_that_a_script_may_make_is_not_told() {
    let holding = |body: &'static str| solved().holding(Object { body, ..s3::HOME });
    let with_file = |body: &'static str| {
        let file = Object { at: "/example.com/links.js", kind: "text/javascript", body, ..s3::HOME };
        holding("<script type=module src=links.js></script>").holding(file)
    };
    let domain = "location = 'https://auth.example.com/' + where;";
    let skipped = [(Skipped, "home_in", "not told from the page"), (Skipped, "home_out", "not told from the page")];
    for account in [with_file(domain), holding("<script>location = 'https://auth.example.com/login'</script>")] {
        expect(&account, SLUG, Verdict::Done, &skipped).await;
    }
    let absent = [(Fails, "home_in", "no such link"), (Fails, "home_out", "no such link")];
    let foreign = "<script src='https://cdn.example.net/a.js'></script><script>let a = 1</script>";
    for account in [holding("<h1>Home"), holding(foreign), with_file("const link = 'chapters.html';")] {
        expect(&account, SLUG, Verdict::NotDone, &absent).await;
    }
    let out = [(Fails, "home_in", "no such link"), (Skipped, "home_out", "not told from the page")];
    expect(&with_file("open('/logout');"), SLUG, Verdict::NotDone, &out).await;
}

#[tokio::test]
async fn the_client_decides_which_addresses_and_scopes_are_right() {
    let account = solved().edited(CLIENT, r#", "profile""#, "");
    let expected = [(Fails, "home_in", "Add profile"), (Fails, "chapters_in", "Add profile")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let gone = solved().with(cognito::without_domain);
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "domain", "Exercise 7.1 creates it.")]).await;
}

#[tokio::test]
async fn a_page_that_is_missing_or_cannot_be_read() {
    let links = |account: Account, verdict, page: Expected<'static>| async move {
        let skipped = [(Skipped, "chapters_in", "no page to read"), (Skipped, "chapters_out", "no page to read")];
        expect(&account, SLUG, verdict, &[page, skipped[0], skipped[1]]).await;
    };
    let missing = solved()
        .answers_to("s3:HeadObject", "/example.com/chapters.html", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    links(missing, Verdict::NotDone, (Fails, "chapters", "the bucket is empty")).await;
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = solved().answers_to("s3:GetObject", "/example.com/chapters.html", refused);
    links(unread, Verdict::CannotTell, (CannotTell, "chapters", "s3:GetObject")).await;
}
