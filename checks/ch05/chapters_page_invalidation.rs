//! 5.2: CloudFront has forgotten its copies of the page from before the upload.

use crate::judge::cloudfront::invalidation;
use crate::judge::web::visit;
use crate::verifier::prelude::*;

clauses! {
    PAGE: "the bucket {{ website_bucket }} holds chapters.html",
        or "Exercise 5.1 puts it there.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    DISTRIBUTION = given::DISTRIBUTION;
    INVALIDATED: "CloudFront was told to forget /chapters.html after its last upload, and has done so",
        or "Open the distribution, Invalidations, and create an invalidation of /chapters.html.", at cloudfront::CONSOLE;
    SERVED: "https://{{ domain }}/chapters.html answers with the page as it is in the bucket",
        or "Open https://{{ domain }}/chapters.html in a browser.", at cloudfront::CONSOLE;
}

const KEY: &str = book::CHAPTERS_PAGE;
const PATHS: &[&str] = &["/chapters.html"];
pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    s3::BUCKET.named(book::WEBSITE),
    s3::OBJECT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cloudfront::INVALIDATIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (distribution, bucket) =
        join!(aws.distribution(&you.domain, &you.names.website_bucket), aws.bucket(you, &you.names.website_bucket));
    let url = Url::https(&you.domain).page(&format!("/{KEY}"));
    let (object, invalidations, served) = join!(
        aws.object_in(bucket.clone(), KEY),
        aws.invalidations_since(distribution.clone(), bucket, KEY, PATHS),
        aws.served(you, &url, &you.names.website_bucket, KEY),
    );
    it.finds(PAGE, object)?;
    it.finds(DISTRIBUTION, distribution)?;
    it.expects(INVALIDATED, invalidations.and_then(|seen| invalidation::invalidated(&seen, KEY, PATHS)));
    let page = visit::Visible { key: KEY, kind: "text/html", fresh: true };
    it.sees(SERVED, &[INVALIDATED], served.map(|served| visit::shows(&served, page)));
    Ok(())
}
