//! 6.9: what visitors get instead of the file, and how it may begin.

use crate::testing::account::s3::{Object, ROBOTS};
use crate::tests::*;
use ClauseVerdict::Fails;

const SLUG: &str = "ch06/robots_txt";

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
