//! __ID__: Fill in: what these tests try, in one line.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails};

const SLUG: &str = "ch05/chapters_page";
const LIST: &str = "s3:ListBuckets";

// Fill in: the commonest wrong states. Of each, the clause that fails by its id, and what its finding must say.
#[tokio::test]
async fn a_page_that_is_not_there_is_missing() {
    let account = solved_for(SLUG)
        .answers("s3:HeadObject", status(404, ""))
        .answers("s3:ListObjectsV2", ok("<ListBucketResult></ListBucketResult>"));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "page", "the bucket is empty")]).await;
}

// Fill in: a state that is unusual, and right.
#[tokio::test]
async fn other_buckets_do_no_harm() {
    let account = solved_for(SLUG).edited(LIST, "<Buckets>", "<Buckets><Bucket><Name>music</Name></Bucket>");
    expect(&account, SLUG, Verdict::Done, &[]).await;
}

// Fill in: what cannot be read is not taken for missing.
#[tokio::test]
async fn refused_buckets_are_not_missing() {
    let account = solved_for(SLUG).refuses(LIST, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "bucket", "s3:ListAllMyBuckets")]).await;
}
