//! 6.1: who may read the data, and what is wrong with it.

use crate::testing::account::s3::{DATA, Object};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch06/data_bucket";
const POLICY: &str = "s3:GetBucketPolicy";

#[tokio::test]
async fn the_whole_account_may_block_public_access_for_the_data_bucket() {
    let open = solved().answers("s3:GetPublicAccessBlock", ok(s3::public_access(false)));
    expect(&open, SLUG, Verdict::NotDone, &[(Fails, "settings", "on: none")]).await;
    let blocked = open.answers("s3control:GetPublicAccessBlock", ok(s3::public_access(true)));
    expect(&blocked, SLUG, Verdict::Done, &[(Holds, "settings", "for the whole account")]).await;
}

#[tokio::test]
async fn data_in_the_websites_bucket_is_named_and_what_cannot_be_looked_at_there_hides_nothing() {
    let missing = solved()
        .answers_to("s3:HeadObject", "example-data.s3", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    let published = missing.clone().answers_to("s3:HeadObject", "/example.com/chapters.json", status(200, ""));
    let published = published.holding(Object { at: "/example.com/chapters.json", ..DATA });
    let skipped = [(Skipped, "type", ""), (Skipped, "chapters", "")];
    for (account, text) in [
        (published, "the object chapters.json in the bucket example.com"),
        (missing.answers_to("s3:HeadObject", "/example.com/chapters.json", status(403, "")), "the bucket is empty"),
    ] {
        let exceptions = [&[(Fails, "data", text)], skipped.as_slice()].concat();
        expect(&account, SLUG, Verdict::NotDone, &exceptions).await;
    }
}

#[tokio::test]
async fn what_the_data_lacks_is_named() {
    for (body, text) in [
        ("{\"chapters\": []}", "one object"),
        ("[]", "an array without entries"),
        ("[1]", "entry 1 of the array is a number and no object"),
        ("[{\"id\": 1, \"title\": \"a\"}]", "entry 1 of the array has no member description"),
        ("[{\"id\": \"1\", \"title\": \"a\", \"description\": \"\"}]", "has a text as id, not a number"),
        ("[{\"id\": 1, \"title\": \"a\", \"description\": \"\",}]", "no JSON: trailing comma"),
        ("", "no JSON"),
    ] {
        expect(&solved().holding(Object { body, ..DATA }), SLUG, Verdict::NotDone, &[(Fails, "chapters", text)]).await;
    }
}

/// The data bucket has this policy.
fn under(principal: &str) -> Account {
    let policy = format!(
        r#"{{"Statement": [{{"Effect": "Allow", "Principal": {principal}, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::example-data/*"}}]}}"#
    );
    solved().answers_to(POLICY, "//example-data.", ok(policy))
}

#[tokio::test]
async fn a_policy_that_lets_strangers_in_fails_and_one_for_the_account_does_not() {
    for principal in [r#""*""#, r#"{"AWS": "arn:aws:iam::210987654321:root"}"#] {
        expect(&under(principal), SLUG, Verdict::NotDone, &[(Fails, "policy", "")]).await;
    }
    expect(&under(r#"{"AWS": "arn:aws:iam::123456789012:role/function-get-chapters"}"#), SLUG, Verdict::Done, &[])
        .await;
}

#[tokio::test]
async fn a_bucket_in_another_region_and_data_of_another_type() {
    let bucket = "<Name>example-data</Name><BucketRegion>us-east-1";
    let there = Object { at: "//example-data.s3.eu-central-1.amazonaws.com/chapters.json", ..DATA };
    let moved = solved().edited("s3:ListBuckets", bucket, &bucket.replace("us-east-1", "eu-central-1")).holding(there);
    expect(&moved, SLUG, Verdict::NotDone, &[(Fails, "region", "eu-central-1")]).await;
    let text = solved().holding(Object { kind: "binary/octet-stream", ..DATA });
    expect(&text, SLUG, Verdict::NotDone, &[(Fails, "type", "binary/octet-stream")]).await;
}

#[tokio::test]
async fn a_refused_read_leaves_what_the_others_tell_judged() {
    for (label, clause) in [(POLICY, "policy"), ("s3:GetObject", "chapters"), ("s3:GetPublicAccessBlock", "settings")] {
        let refused = error(label, (403, "AccessDenied"), "no identity-based policy allows it");
        let account = solved().answers_to(label, "//example-data.", refused);
        expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, clause, "s3:Get")]).await;
    }
}
