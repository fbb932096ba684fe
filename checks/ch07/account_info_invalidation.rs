//! 7.20: CloudFront has forgotten its copies of the account information page, and of what it loads, from before the upload.

use crate::judge::cloudfront::invalidation;
use crate::judge::web::visit;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    DISTRIBUTION = given::DISTRIBUTION;
    INVALIDATED: "CloudFront has forgotten account/info.html, and the files that it loads, since their last upload",
        or "Open the distribution, Invalidations, and create an invalidation of /account/*.", at cloudfront::CONSOLE;
    SERVED: "https://{{ domain }}/account/info.html answers with the page as it is in the bucket",
        or "Open https://{{ domain }}/account/info.html in a browser.", at cloudfront::CONSOLE;
}

const NEW: [&str; 1] = [book::INFO_PAGE];
const PATHS: &[&str] = &["/account/info.html"];
pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cloudfront::INVALIDATIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let website = &you.names.website_bucket;
    let (distribution, bucket) = join!(aws.distribution(&you.domain, website), aws.bucket(you, website));
    let page = (book::INFO_PAGE, PATHS);
    let (seen, served) = join!(
        aws.page_invalidations_since(distribution.clone(), bucket.clone(), &you.domain, page),
        aws.served_each(you, website, &NEW),
    );
    it.finds(BUCKET, bucket)?;
    it.finds(DISTRIBUTION, distribution)?;
    it.expects(INVALIDATED, seen.and_then(invalidation::page_invalidated));
    it.sees(SERVED, &[INVALIDATED], served.map(|served| visit::shows_each(&served, &NEW, true)));
    Ok(())
}
