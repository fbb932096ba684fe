//! 6.9: what visitors get instead of the file, and how it may begin.

use crate::testing::account::cloudfront::invalidation;
use crate::testing::account::s3::{Object, ROBOTS};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch06/robots_txt";
const ONE: &str = "cloudfront:GetInvalidation";

#[tokio::test]
async fn what_visitors_get_instead_of_the_file_is_told() {
    let forbidden = Reply::page("403 Forbidden", &["X-Amz-Cf-Id: 1"], "<Error><Code>AccessDenied</Code></Error>");
    let account = solved().amid(World::solved().replies("https://example.com/robots.txt", forbidden).open());
    let exception = [(Fails, "served", "and that robots.txt is in the bucket")];
    expect(&account, SLUG, Verdict::NotDone, &exception).await;
}

#[tokio::test]
async fn text_in_utf_16_is_named() {
    // Bytes that are no UTF-8 cannot stand in these answers, so that the mark alone is tried, in `aws/object.rs`.
    let account = solved().holding(Object { body: "\u{feff}User-agent: *\nDisallow: /", ..ROBOTS });
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn rules_that_let_crawlers_in_say_why() {
    for (body, found) in [
        ("User-agent: *\nDisallow:\n", "Disallow: with nothing after it"),
        ("User-agent: *\nDisallow: /private\n", "Disallow: /private"),
        ("User-agent: Googlebot\nDisallow: /\n", "rules for googlebot alone"),
        ("User-agent: *\nAllow: /\nDisallow: /\n", "Allow: / for all crawlers"),
        ("Disallow: /\n", "rules without a User-agent line before them"),
        ("<!doctype html>", "HTML"),
        ("", "no rules"),
    ] {
        let account = solved().holding(Object { body, ..ROBOTS });
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "rules", found)]).await;
    }
}

#[tokio::test]
async fn rules_that_keep_crawlers_out_in_another_way() {
    for body in ["user-agent:*\ndisallow:/*\n", "# Stay away.\n\nUser-agent: *\nUser-agent: bot\nDisallow: / # all\n"] {
        expect(&solved().holding(Object { body, ..ROBOTS }), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn a_file_that_is_new_and_one_that_is_missing() {
    let under_way = invalidation("I3", "<Path>/robots.txt</Path>").replace("Completed", "InProgress");
    let account = solved().answers_to(ONE, "/I3", ok(under_way));
    let expected = [(NotReady, "invalidated", "InProgress"), (Skipped, "served", "needs: invalidated")];
    expect(&account, SLUG, Verdict::NotReady, &expected).await;
    let missing = solved()
        .answers_to("s3:HeadObject", "/example.com/robots.txt", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "file", "the bucket is empty")]).await;
}

#[tokio::test]
async fn invalidations_that_cannot_be_read_leave_the_file_judged() {
    let account = solved().refuses(ONE, (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = [(CannotTell, "invalidated", ONE), (Skipped, "served", "needs: invalidated")];
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}
