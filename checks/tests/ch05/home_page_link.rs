//! 5.9: the link of the home page, and the invalidation by either of its paths.

use crate::testing::account::cloudfront::invalidation;
use crate::testing::account::s3::{HOME, Object};
use crate::tests::*;
use ClauseVerdict::Fails;

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
