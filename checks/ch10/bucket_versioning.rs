//! 10.1: both buckets keep the versions of their objects.

use crate::judge::s3::versioning;
use crate::report::Clause;
use crate::services::s3::Bucket;
use crate::services::s3::versioning::VERSIONING;
use crate::verifier::prelude::*;

clauses! {
    WEBSITE = given::WEBSITE_BUCKET;
    WEBSITE_VERSIONS: "the bucket {{ website_bucket }} keeps the versions of its objects",
        or "Open the bucket's properties, edit Bucket Versioning, and choose Enable.",
        at s3::CONSOLE_PROPERTIES.of(book::WEBSITE), pillar Reliability;
    DATA: "your account has the bucket {{ data_bucket }}", or "Exercise 6.1 creates it.", at s3::CONSOLE;
    DATA_VERSIONS: "the bucket {{ data_bucket }} keeps the versions of its objects",
        or "Open the bucket's properties, edit Bucket Versioning, and choose Enable.",
        at s3::CONSOLE_PROPERTIES.of(book::DATA), pillar Reliability;
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::BUCKET.named(book::DATA),
    VERSIONING.named(book::WEBSITE),
    VERSIONING.named(book::DATA),
];

/// A bucket, and whether it keeps versions.
type KeptBucket = (Read<Found<Bucket>>, Read<Judgement>);

async fn read(aws: &Aws, you: &Learner, name: &str) -> KeptBucket {
    let bucket = aws.bucket(you, name).await;
    let kept = match &bucket {
        Ok(Found::Here(bucket)) => aws.versioning(bucket).await.map(versioning::kept),
        _ => Ok(Judgement::skips("not checked until the bucket is there")),
    };
    (bucket, kept)
}

fn judged(it: &mut Report<'_>, (bucket, kept): KeptBucket, [exists, versions]: [Clause; 2]) -> Outcome {
    it.finds(exists, bucket)?;
    it.expects(versions, kept);
    Ok(())
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let names = &you.names;
    let (website, data) = join!(read(aws, you, &names.website_bucket), read(aws, you, &names.data_bucket));
    let website = judged(it, website, [WEBSITE, WEBSITE_VERSIONS]);
    let data = judged(it, data, [DATA, DATA_VERSIONS]);
    website.and(data)
}
