//! 8.7: copies that are older than the callback page, or than its script.

use crate::testing::account::s3::{CALLBACK, CALLBACK_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch08/auth_callback_invalidation";
const LATER: &str = "Thu, 15 Jan 2026 00:00:00 GMT";
const HIDDEN: Expected<'static> = (Skipped, "served", "needs: invalidated");

#[tokio::test]
async fn each_file_counts_by_itself() {
    let all = "auth-callback.html, auth-callback.js";
    expect(&solved(), SLUG, Verdict::Done, &[(Holds, "invalidated", all)]).await;
    for file in [CALLBACK, CALLBACK_SCRIPT] {
        let account = solved().holding(Object { changed: LATER, ..file });
        let expected = [(Fails, "invalidated", "from before the upload"), HIDDEN];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn one_under_way_is_waited_for() {
    let under_way = cloudfront::invalidation("I4", cloudfront::SIGNED_IN).replace("Completed", "InProgress");
    let account = solved().answers_to("cloudfront:GetInvalidation", "/I4", ok(under_way));
    expect(&account, SLUG, Verdict::NotReady, &[(NotReady, "invalidated", "InProgress"), HIDDEN]).await;
}

#[tokio::test]
async fn visitors_get_what_is_in_the_bucket() {
    let old = World::cloudfront_object("Content-Type: text/html", "ETag: \"0\"");
    let account = solved().amid(World::solved().replies("https://example.com/auth-callback.html", old).open());
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "served", "an older copy of it")]).await;
}

/// The page of 7.5 is served as it was uploaded, and tells nobody.
#[tokio::test]
async fn the_page_of_chapter_7_is_not_yet_this_one() {
    let script = r#"await fetch("https://auth.example.com/oauth2/token", { method: "POST" });"#;
    let account = solved().holding(Object { body: script, ..CALLBACK_SCRIPT });
    let expected =
        [(Fails, "sends", "a script that asks other addresses"), (Holds, "invalidated", "auth-callback.html")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}
