//! 5.9: the link of the home page, and the invalidation by either of its paths.

use crate::testing::account::cloudfront::invalidation;
use crate::testing::account::s3::{HOME, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch05/home_page_link";
const ONE: &str = "cloudfront:GetInvalidation";

#[tokio::test]
async fn the_home_page_is_forgotten_by_either_of_its_paths() {
    for path in ["/", "/index.html", "/*", "/i*"] {
        let account = solved().answers_to(ONE, "/I2", ok(invalidation("I2", &format!("<Path>{path}</Path>"))));
        expect(&account, SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn a_link_that_leads_elsewhere_is_named() {
    let account = solved().holding(Object { body: "<a href='/Chapters.html'>x</a>", ..HOME });
    let exception = [(Fails, "link", "https://example.com/Chapters.html")];
    expect(&account, SLUG, Verdict::NotDone, &exception).await;
}

#[tokio::test]
async fn a_page_that_is_no_page_to_browsers_and_a_target_that_is_missing() {
    let plain = solved().holding(Object { kind: "text/plain", ..HOME });
    expect(&plain, SLUG, Verdict::NotDone, &[(Fails, "type", "text/plain")]).await;
    let missing = solved()
        .answers_to("s3:HeadObject", "/example.com/chapters.html", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "target", "the bucket is empty")]).await;
}

#[tokio::test]
async fn an_invalidation_under_way_is_waited_for() {
    let paths = "<Path>/</Path><Path>/index.html</Path>";
    let under_way = invalidation("I2", paths).replace("Completed", "InProgress");
    let account = solved().answers_to(ONE, "/I2", ok(under_way));
    let expected = [(NotReady, "invalidated", "InProgress"), (Skipped, "served", "needs: invalidated")];
    expect(&account, SLUG, Verdict::NotReady, &expected).await;
}

#[tokio::test]
async fn a_page_that_cannot_be_read_leaves_the_rest_judged() {
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let account = solved().answers_to("s3:GetObject", "/example.com/index.html", refused);
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "link", r#""Action":"s3:GetObject""#)]).await;
}
