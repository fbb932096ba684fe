//! 7.8: files that browsers do not take for what they are, and pages that visitors do not get.

use crate::testing::account::s3::{ACCOUNT, CALLBACK_SCRIPT, HOME, LOGOUT, LOGOUT_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch07/pages_uploaded";

#[tokio::test]
async fn a_module_is_javascript_and_another_script_may_be_text() {
    let module = |kind| solved().holding(Object { kind, ..CALLBACK_SCRIPT });
    for kind in ["application/javascript", "Text/JavaScript; charset=utf-8", "text/ecmascript"] {
        expect(&module(kind), SLUG, Verdict::Done, &[]).await;
    }
    for kind in ["text/plain", "application/octet-stream", "application/json", ""] {
        let expected = [(Fails, "callback_files", "which browsers do not run")];
        expect(&module(kind), SLUG, Verdict::NotDone, &expected).await;
    }
    let classic = |kind| {
        let page = Object { body: "<script src='logout.js'></script>", ..LOGOUT };
        solved().holding(page).holding(Object { kind, ..LOGOUT_SCRIPT })
    };
    let advised = [(Holds, "logout_files", "Upload logout.js again with the content type text/javascript.")];
    expect(&classic("text/plain"), SLUG, Verdict::Done, &advised).await;
    expect(&classic("text/csv"), SLUG, Verdict::NotDone, &[(Fails, "logout_files", "text/csv")]).await;
}

#[tokio::test]
async fn a_stylesheet_is_css_where_the_page_keeps_to_the_standard() {
    const STYLE: Object = Object { at: "/example.com/site.css", kind: "text/css", body: "p { }", ..LOGOUT };
    let styled = |doctype: &str, style: Object| {
        let body = format!("{doctype}<link rel=stylesheet href=../site.css>{}", ACCOUNT.body);
        solved().holding(Object { body: Box::leak(body.into_boxed_str()), ..ACCOUNT }).holding(style)
    };
    let expected = [(Holds, "account_files", "account/auth-check.js, site.css")];
    expect(&styled("<!DOCTYPE html>", STYLE), SLUG, Verdict::Done, &expected).await;
    let plain = Object { kind: "text/plain", ..STYLE };
    let expected = [(Fails, "account_files", "site.css as text/plain, which browsers pass over")];
    expect(&styled("<!doctype html>", plain), SLUG, Verdict::NotDone, &expected).await;
    expect(&styled("", plain), SLUG, Verdict::Done, &[]).await;
    let missing = styled("", STYLE)
        .answers_to("s3:HeadObject", "/site.css", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "account_files", "Upload it under exactly this key")]).await;
}

#[tokio::test]
async fn what_other_pages_load_is_looked_for_too() {
    let naming = solved()
        .holding(Object { body: "<a href=chapters.html>x</a><script src=sign-in.js></script>", ..HOME })
        .answers_to("s3:HeadObject", "/sign-in.js", status(404, ""))
        .answers_to("s3:GetObject", "/sign-in.js", error("s3:", (404, "NoSuchKey"), "none"))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&naming, SLUG, Verdict::NotDone, &[(Fails, "home_files", "index.html names the file sign-in.js")]).await;
}

#[tokio::test]
async fn a_page_that_is_missing_or_cannot_be_read() {
    let missing = solved()
        .answers_to("s3:HeadObject", "/example.com/logout.html", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    let expected = [
        (Fails, "logout", "the bucket is empty"),
        (Skipped, "logout_files", "no page to read"),
        (Skipped, "served", "needs: logout"),
    ];
    expect(&missing, SLUG, Verdict::NotDone, &expected).await;
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = solved().answers_to("s3:GetObject", "/example.com/logout.html", refused);
    let expected = [
        (CannotTell, "logout", "s3:GetObject"),
        (CannotTell, "logout_files", "s3:GetObject"),
        (Skipped, "served", "needs: logout"),
    ];
    expect(&unread, SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn visitors_get_all_three() {
    let old = World::cloudfront_object("Content-Type: text/html", "ETag: \"0\"");
    let account = solved().amid(World::solved().replies("https://example.com/logout.html", old).open());
    expect(&account, SLUG, Verdict::Done, &[(Holds, "served", "")]).await;
    let plain = World::cloudfront_object("Content-Type: text/plain", "ETag: \"5\"");
    let account = solved().amid(World::solved().replies("https://example.com/account/index.html", plain).open());
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "served", "Upload account/index.html again")]).await;
}
