//! 6.1: the data of the API lies in a bucket of its own, which nobody else may read.

use crate::judge::s3::{articles_file, bucket_policy, object, public_access};
use crate::verifier::prelude::*;

clauses! {
    BUCKET: "your account has the bucket {{ data_bucket }}",
        or "Create a bucket with exactly this name in {{ region }}.", at s3::CONSOLE;
    REGION: "the bucket is in {{ region }}",
        or "A bucket cannot be moved: empty and delete it, then create it in {{ region }}.", at s3::CONSOLE;
    SETTINGS: "all public access to the bucket is blocked",
        or "Edit Block public access of the bucket and switch on Block all public access.", at s3::CONSOLE_PERMISSIONS.of(book::DATA), pillar Security;
    POLICY: "the bucket policy lets no stranger in",
        or "Delete the bucket policy, or the statement in it that lets others in.", at s3::CONSOLE_PERMISSIONS.of(book::DATA), pillar Security;
    DATA: "the bucket holds chapters.json",
        or "Upload chapters.json into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::DATA);
    TYPE: "chapters.json has the content type application/json",
        or "Upload chapters.json again and set its metadata Content-Type to application/json.", at s3::CONSOLE_OBJECTS.of(book::DATA);
    CHAPTERS: "it is a JSON array of chapters, each with an id, a title and a description",
        or "Upload the file data/chapters.json of this exercise, or mend yours.", at s3::CONSOLE_OBJECTS.of(book::DATA);
}

const KEY: &str = book::CHAPTERS_FILE.text;
pub const READS: Reads = &[
    s3::BUCKET.named(book::DATA),
    s3::PUBLIC_ACCESS.named(book::DATA),
    s3::BUCKET_POLICY.named(book::DATA),
    s3::CONTENT.named(book::CHAPTERS_FILE).within(book::DATA),
    s3::OBJECT_ALONE.named(book::CHAPTERS_PUBLISHED).within(book::WEBSITE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = aws.bucket(you, &you.names.data_bucket).await;
    let bucket = it.finds(BUCKET, bucket)?;
    it.expects(REGION, Judgement::equal(&bucket.region, &you.region));
    let (settings, policy, object, content) = join!(
        aws.public_access_in_effect(you, &bucket),
        aws.bucket_policy(&bucket),
        aws.private_object(you, &bucket, &you.names.website_bucket, KEY),
        aws.content(&bucket, KEY),
    );
    it.expects(SETTINGS, settings.map(public_access::all_blocked));
    it.expects(POLICY, policy.map(|policy| bucket_policy::no_stranger(policy.as_ref(), &you.account)));
    let object = it.finds(DATA, object)?;
    it.expects(TYPE, object::content_type(&object, "application/json"));
    it.expects(CHAPTERS, content.map(|content| content.judged(|file| articles_file::is_list(&file))));
    Ok(())
}
