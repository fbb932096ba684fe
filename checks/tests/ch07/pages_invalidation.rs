//! 7.9: copies that are older than a page, or than a script of it.

use crate::testing::account::s3::{ACCOUNT_SCRIPT, CALLBACK, LOGOUT_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch07/pages_invalidation";
const LATER: &str = "Thu, 15 Jan 2026 00:00:00 GMT";

#[tokio::test]
async fn each_file_counts_by_itself() {
    let page = solved().holding(Object { changed: LATER, ..CALLBACK });
    let expected = [(Fails, "callback", "from before the upload"), (Skipped, "served", "needs: callback")];
    expect(&page, SLUG, Verdict::NotDone, &expected).await;
    let script = solved().holding(Object { changed: LATER, ..ACCOUNT_SCRIPT });
    let expected = [(Fails, "account", "the old account/auth-check.js"), (Skipped, "served", "needs: account")];
    expect(&script, SLUG, Verdict::NotDone, &expected).await;
    let other = cloudfront::SIGNED_IN.replace("/logout*", "/logout.html");
    let other = solved().answers_to("cloudfront:GetInvalidation", "/I4", ok(cloudfront::invalidation("I4", &other)));
    let expected = [(Fails, "logout", "Create an invalidation of /logout.js"), (Skipped, "served", "needs: logout")];
    expect(&other, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn one_under_way_is_waited_for() {
    let under_way = cloudfront::invalidation("I4", cloudfront::SIGNED_IN).replace("Completed", "InProgress");
    let account = solved().answers_to("cloudfront:GetInvalidation", "/I4", ok(under_way));
    let expected = [
        (NotReady, "callback", "InProgress"),
        (NotReady, "logout", "InProgress"),
        (NotReady, "account", "InProgress"),
        (Skipped, "served", "needs: callback"),
    ];
    expect(&account, SLUG, Verdict::NotReady, &expected).await;
}

#[tokio::test]
async fn a_script_that_cannot_be_read_may_be_newer() {
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = solved().answers_to("s3:GetObject", LOGOUT_SCRIPT.at, refused);
    let expected = [(CannotTell, "logout", "s3:GetObject"), (Skipped, "served", "needs: logout")];
    expect(&unread, SLUG, Verdict::CannotTell, &expected).await;
    let missing = solved()
        .answers_to("s3:HeadObject", "/example.com/logout.html", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    let expected = [(Fails, "logout", "the bucket is empty"), (Skipped, "served", "needs: logout")];
    expect(&missing, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn visitors_get_what_is_in_the_bucket() {
    let old = World::cloudfront_object("Content-Type: text/html", "ETag: \"0\"");
    let account = solved().amid(World::solved().replies("https://example.com/logout.html", old).open());
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "served", "an older copy of it")]).await;
}
