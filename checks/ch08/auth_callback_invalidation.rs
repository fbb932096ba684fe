//! 8.7: the callback page that tells the API is in the bucket, and CloudFront has forgotten its copies of the callback page, and of what it loads, from before the upload.

use crate::documents::address::Address;
use crate::judge::cloudfront::invalidation;
use crate::judge::web::{api_request, visit};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    DISTRIBUTION = given::DISTRIBUTION;
    SENDS = given::CALLBACK_SENDS;
    INVALIDATED: "CloudFront has forgotten auth-callback.html, and the files that it loads, since their last upload",
        or "Open the distribution, Invalidations, and create an invalidation of /auth-callback*.", at cloudfront::CONSOLE;
    SERVED: "https://{{ domain }}/auth-callback.html answers with the page as it is in the bucket",
        or "Open https://{{ domain }}/auth-callback.html in a browser.", at cloudfront::CONSOLE;
}

const NEW: [&str; 1] = [book::CALLBACK_PAGE];
const PATHS: &[&str] = &["/auth-callback.html"];
pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cloudfront::INVALIDATIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let website = &you.names.website_bucket;
    let (distribution, bucket) = join!(aws.distribution(&you.domain, website), aws.bucket(you, website));
    let paths = (book::CALLBACK_PAGE, PATHS);
    let (seen, (_, page), served) = join!(
        aws.page_invalidations_since(distribution.clone(), bucket.clone(), &you.domain, paths),
        aws.web_page_of(you, website, book::CALLBACK_PAGE),
        aws.served_each(you, website, &NEW),
    );
    it.finds(BUCKET, bucket)?;
    it.finds(DISTRIBUTION, distribution)?;
    let wanted = Address::https(&you.names.api_domain, book::AUTH_CALLBACK_PATH);
    // Otherwise visitors get the page of 7.5, which is no older than its invalidation.
    it.expects(SENDS, api_request::page_sends(&page, "POST", &wanted));
    it.expects(INVALIDATED, seen.and_then(invalidation::page_invalidated));
    it.sees(SERVED, &[INVALIDATED], served.map(|served| visit::shows_each(&served, &NEW, true)));
    Ok(())
}
