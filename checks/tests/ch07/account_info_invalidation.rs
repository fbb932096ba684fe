//! 7.20: copies that are older than the account information page, or than one of its scripts.

use crate::testing::account::s3::{ACCOUNT_SCRIPT, INFO, INFO_SCRIPT};
use crate::tests::judge::web::invalidation::Case;

#[tokio::test]
async fn no_copy_is_older_than_the_page_and_its_scripts() {
    let case = Case {
        slug: "ch07/account_info_invalidation",
        address: "https://example.com/account/info.html",
        files: &[INFO, INFO_SCRIPT, ACCOUNT_SCRIPT],
        names: "account/info.html, account/auth-check.js, account/info.js",
    };
    case.holds().await;
}
