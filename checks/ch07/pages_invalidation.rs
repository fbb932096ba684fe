//! 7.9: CloudFront has forgotten its copies of the pages, and of what they load, from before the upload.

use futures_util::future::join_all;

use crate::judge::cloudfront::invalidation;
use crate::judge::web::visit;
use crate::report::Clause;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    DISTRIBUTION = given::DISTRIBUTION;
    HOME: "CloudFront has forgotten the home page, and the files that it loads, since their last upload",
        or "Open the distribution, Invalidations, and create an invalidation of /*.", at cloudfront::CONSOLE;
    CHAPTERS: "CloudFront has forgotten chapters.html, and the files that it loads, since their last upload",
        or "Open the distribution, Invalidations, and create an invalidation of /*.", at cloudfront::CONSOLE;
    CALLBACK: "CloudFront has forgotten auth-callback.html, and the files that it loads, since their last upload",
        or "Open the distribution, Invalidations, and create an invalidation of /*.", at cloudfront::CONSOLE;
    LOGOUT: "CloudFront has forgotten logout.html, and the files that it loads, since their last upload",
        or "Open the distribution, Invalidations, and create an invalidation of /*.", at cloudfront::CONSOLE;
    ACCOUNT: "CloudFront has forgotten account/index.html, and the files that it loads, since their last upload",
        or "Open the distribution, Invalidations, and create an invalidation of /*.", at cloudfront::CONSOLE;
    SERVED: "https://{{ domain }} answers with the pages as they are in the bucket",
        or "Open https://{{ domain }}/logout.html in a browser.", at cloudfront::CONSOLE;
}

/// Each page with the paths that visitors ask for it by; exercise 5.9 says why the home page has two.
const PAGES: [(Clause, &str, &[&str]); 5] = [
    (HOME, book::INDEX_PAGE.text, &["/", "/index.html"]),
    (CHAPTERS, book::CHAPTERS_PAGE, &["/chapters.html"]),
    (CALLBACK, book::CALLBACK_PAGE, &["/auth-callback.html"]),
    (LOGOUT, book::LOGOUT_PAGE, &["/logout.html"]),
    (ACCOUNT, book::ACCOUNT_PAGE, &["/account/index.html"]),
];
const NEW: [&str; 3] = [book::CALLBACK_PAGE, book::LOGOUT_PAGE, book::ACCOUNT_PAGE];
pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cloudfront::INVALIDATIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let website = &you.names.website_bucket;
    let (distribution, bucket) = join!(aws.distribution(&you.domain, website), aws.bucket(you, website));
    let looks = PAGES.map(|(_, key, paths)| {
        aws.page_invalidations_since(distribution.clone(), bucket.clone(), &you.domain, (key, paths))
    });
    let (seen, served) = join!(join_all(looks), aws.served_each(you, website, &NEW));
    it.finds(BUCKET, bucket)?;
    it.finds(DISTRIBUTION, distribution)?;
    for ((clause, ..), seen) in PAGES.into_iter().zip(seen) {
        it.expects(clause, seen.and_then(invalidation::page_invalidated));
    }
    let depends_on = [CALLBACK, LOGOUT, ACCOUNT];
    it.sees(SERVED, &depends_on, served.map(|served| visit::shows_each(&served, &NEW, true)));
    Ok(())
}
