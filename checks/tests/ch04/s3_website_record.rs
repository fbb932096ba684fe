//! 4.4: a record that follows the region of the bucket, and one beyond the first page.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails};

const SLUG: &str = "ch04/s3_website_record";
const RECORDS: &str = "route53:ListResourceRecordSets";
const BUCKET_REGION: &str = "<BucketRegion>us-east-1</BucketRegion>";

#[tokio::test]
async fn the_record_follows_the_region_of_the_bucket() {
    let moved = website().edited("s3:ListBuckets", BUCKET_REGION, "<BucketRegion>eu-central-1</BucketRegion>");
    let expected =
        [(Fails, "target", "s3-website.eu-central-1.amazonaws.com"), (Fails, "target_zone", "Z21DNDUVLTQW6Q")];
    expect(&moved, SLUG, Verdict::NotDone, &expected).await;
    let followed = moved
        .edited(RECORDS, "s3-website-us-east-1.amazonaws.com.", "S3-Website.EU-Central-1.amazonaws.com")
        .edited(RECORDS, "Z3AQBSTGFYJSTF", "Z21DNDUVLTQW6Q");
    expect(&followed, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_region_without_a_known_website_endpoint_cannot_be_told() {
    let account = website().edited("s3:ListBuckets", BUCKET_REGION, "<BucketRegion>mars-north-1</BucketRegion>");
    let expected = ["target", "target_zone", "ipv6"].map(|clause| (CannotTell, clause, "mars-north-1"));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
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
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn a_record_that_is_missing_or_no_alias_and_one_to_something_else() {
    let none = "<ListResourceRecordSetsResponse><ResourceRecordSets/><IsTruncated>false</IsTruncated>
        <MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    let missing = website().answers_to(RECORDS, "name=example.com", ok(none));
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "record", "nothing of that name")]).await;
    let own_zone = website().edited(RECORDS, "Z3AQBSTGFYJSTF", "Z1");
    expect(&own_zone, SLUG, Verdict::NotDone, &[(Fails, "target_zone", "Z1")]).await;
    let bucket = website().edited(RECORDS, ">s3-website-us-east-1.", ">example.com.s3-website-us-east-1.");
    expect(&bucket, SLUG, Verdict::NotDone, &[(Fails, "target", "example.com.s3-website-us-east-1")]).await;
}

#[tokio::test]
async fn refused_records_are_not_missing() {
    let account = website().refuses(RECORDS, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "record", RECORDS)]).await;
}
