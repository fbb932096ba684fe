//! __ID__: Fill in: what there is when the exercise is done, in one line.

use crate::judge::s3::object;
use crate::verifier::prelude::*;

clauses! {
    // Fill in: each clause is true when the exercise is done. After `or` stands what to do otherwise, after `at` the page
    // of the console where. What several exercises begin with is in checks/given.rs.
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds example.html",
        or "Upload example.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TYPE: "example.html has the content type text/html",
        or "Upload example.html again and set its metadata Content-Type to text/html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

const KEY: &str = "example.html";
// Fill in: the readers that it calls, each with the thing of the book that it asks for (checks/book.rs).
pub const READS: Reads =
    &[s3::BUCKET.named(book::WEBSITE), s3::OBJECT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = it.finds(BUCKET, aws.bucket(you, &you.names.website_bucket).await)?;
    let page = it.finds(PAGE, aws.object(&bucket, KEY).await)?;
    it.expects(TYPE, object::content_type(&page, "text/html"));
    Ok(())
}
