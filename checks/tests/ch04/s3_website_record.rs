//! 4.4 and 4.5: what the bucket's region and the settings of the whole account change.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails};

const RECORD: &str = "ch04/s3_website_record";
const OFF: &str = "ch04/s3_website_hosting_off";
const RECORDS: &str = "route53:ListResourceRecordSets";
const BUCKET_REGION: &str = "<BucketRegion>us-east-1</BucketRegion>";

#[tokio::test]
async fn the_record_follows_the_region_of_the_bucket() {
    let moved = website().edited("s3:ListBuckets", BUCKET_REGION, "<BucketRegion>eu-central-1</BucketRegion>");
    let expected =
        [(Fails, "target", "s3-website.eu-central-1.amazonaws.com"), (Fails, "target_zone", "Z21DNDUVLTQW6Q")];
    expect(&moved, RECORD, Verdict::NotDone, &expected).await;
    let followed = moved
        .edited(RECORDS, "s3-website-us-east-1.amazonaws.com.", "S3-Website.EU-Central-1.amazonaws.com")
        .edited(RECORDS, "Z3AQBSTGFYJSTF", "Z21DNDUVLTQW6Q");
    expect(&followed, RECORD, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_region_without_a_known_website_endpoint_cannot_be_told() {
    let account = website().edited("s3:ListBuckets", BUCKET_REGION, "<BucketRegion>mars-north-1</BucketRegion>");
    let expected = [(CannotTell, "target", "mars-north-1"), (CannotTell, "target_zone", "mars-north-1")];
    expect(&account, RECORD, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_record_beyond_the_first_page_is_found() {
    let page = route53::S3_ALIAS_RECORD.replace("<Type>A</Type>", "<Type>TXT</Type>").replace(
        "<IsTruncated>false</IsTruncated>",
        "<IsTruncated>true</IsTruncated><NextRecordName>example.com.</NextRecordName><NextRecordType>A</NextRecordType>",
    );
    let account = website().answers_to(RECORDS, "name=example.com", ok(page)).answers_to(
        RECORDS,
        "type=A",
        ok(route53::S3_ALIAS_RECORD),
    );
    expect(&account, RECORD, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn the_settings_of_the_whole_account_block_the_bucket_too() {
    let open = solved().answers("s3:GetPublicAccessBlock", ok(s3::public_access(false)));
    let clause = "settings";
    expect(&open, OFF, Verdict::NotDone, &[(Fails, clause, "on: none; off: BlockPublicAcls")]).await;
    let blocked = open.clone().answers("s3control:GetPublicAccessBlock", ok(s3::public_access(true)));
    expect(&blocked, OFF, Verdict::Done, &[]).await;
    let refused = open.refuses("s3control:GetPublicAccessBlock", (403, "AccessDenied"), "Access Denied");
    expect(&refused, OFF, Verdict::CannotTell, &[(CannotTell, clause, "s3:GetAccountPublicAccessBlock")]).await;
}

#[tokio::test]
async fn a_policy_that_is_no_policy_cannot_be_told() {
    let account = solved().answers("s3:GetBucketPolicy", ok("<html>Welcome to our Wi-Fi</html>"));
    expect(&account, OFF, Verdict::CannotTell, &[(CannotTell, "policy", "not a policy document")]).await;
}
