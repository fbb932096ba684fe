//! 4.5: what the settings of the whole account change, and a policy that is none.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch04/s3_website_hosting_off";

#[tokio::test]
async fn the_settings_of_the_whole_account_block_the_bucket_too() {
    let open = solved().answers("s3:GetPublicAccessBlock", ok(s3::public_access(false)));
    let clause = "settings";
    expect(&open, SLUG, Verdict::NotDone, &[(Fails, clause, "on: none; off: BlockPublicAcls")]).await;
    let blocked = open.clone().answers("s3control:GetPublicAccessBlock", ok(s3::public_access(true)));
    expect(&blocked, SLUG, Verdict::Done, &[]).await;
    let refused = open.refuses("s3control:GetPublicAccessBlock", (403, "AccessDenied"), "Access Denied");
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, clause, "s3:GetAccountPublicAccessBlock")]).await;
}

#[tokio::test]
async fn a_policy_that_is_no_policy_cannot_be_told() {
    let account = solved().answers("s3:GetBucketPolicy", ok("<html>Welcome to our Wi-Fi</html>"));
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "policy", "not a policy document")]).await;
}

#[tokio::test]
async fn a_website_that_is_still_on_fails() {
    let hosted = solved().answers("s3:GetBucketWebsite", ok(s3::WEBSITE));
    let expected = [(Fails, "website", "on, with the index document index.html"), (Skipped, "gone", "needs: website")];
    expect(&hosted, SLUG, Verdict::NotDone, &expected).await;
    let public = solved().answers("s3:GetBucketPolicy", ok(s3::EVERYONE_READS));
    expect(&public, SLUG, Verdict::NotDone, &[(Fails, "policy", "")]).await;
}

/// The distribution of 4.7 will serve it.
#[tokio::test]
async fn the_page_must_still_be_there() {
    let emptied = solved()
        .answers("s3:HeadObject", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&emptied, SLUG, Verdict::NotDone, &[(Fails, "index", "the bucket is empty")]).await;
}
