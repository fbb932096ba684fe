//! 6.1: who may read the data, and what is wrong with it.

use crate::testing::account::s3::{DATA, Object};
use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch06/data_bucket";

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
