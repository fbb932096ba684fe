//! 7.19: the account information page and its scripts, in a real account.

use crate::testing::account::s3::{ACCOUNT_SCRIPT, INFO, INFO_SCRIPT, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch07/account_info_uploaded";

#[tokio::test]
async fn page_and_scripts_have_their_types() {
    let done = [(Holds, "files", "account/auth-check.js, account/info.js")];
    expect(&solved(), SLUG, Verdict::Done, &done).await;
    let page = solved().holding(Object { kind: "text/plain", ..INFO });
    let expected = [(Fails, "page", "text/plain"), (Skipped, "served", "needs: page")];
    expect(&page, SLUG, Verdict::NotDone, &expected).await;
    for script in [INFO_SCRIPT, ACCOUNT_SCRIPT] {
        let account = solved().holding(Object { kind: "text/plain", ..script });
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "files", "which browsers do not run")]).await;
    }
    let empty = solved().holding(Object { body: "", ..INFO_SCRIPT });
    let empty = empty.answers_to("s3:GetObject", INFO_SCRIPT.at, error("s3:", (416, "InvalidRange"), "no"));
    expect(&empty, SLUG, Verdict::NotDone, &[(Fails, "files", "account/info.js with 0 bytes")]).await;
}

#[tokio::test]
async fn a_script_that_cannot_be_read_tells_nothing() {
    let refused = error("s3:GetObject", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = solved().answers_to("s3:GetObject", INFO_SCRIPT.at, refused);
    expect(&unread, SLUG, Verdict::CannotTell, &[(CannotTell, "files", "s3:GetObject")]).await;
}

#[tokio::test]
async fn visitors_get_the_page() {
    let gone = Reply::page(
        "403 Forbidden",
        &["X-Amz-Cf-Id: 1", "Server: AmazonS3", "Content-Type: application/xml"],
        "<Error><Code>AccessDenied</Code></Error>",
    );
    let account = solved().amid(World::solved().replies("https://example.com/account/info.html", gone).open());
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "served", "403")]).await;
}
