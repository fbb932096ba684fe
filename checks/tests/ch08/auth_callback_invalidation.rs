//! 8.7: copies that are older than the callback page, or than its script.

use crate::testing::account::s3::{CALLBACK, CALLBACK_SCRIPT, Object};
use crate::tests::judge::web::invalidation::Case;
use crate::tests::*;
use ClauseVerdict::{Fails, Holds};

const SLUG: &str = "ch08/auth_callback_invalidation";

#[tokio::test]
async fn no_copy_is_older_than_the_page_and_its_script() {
    let case = Case {
        slug: SLUG,
        address: "https://example.com/auth-callback.html",
        files: &[CALLBACK, CALLBACK_SCRIPT],
        names: "auth-callback.html, auth-callback.js",
    };
    case.holds().await;
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
