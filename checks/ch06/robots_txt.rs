//! 6.9: the website asks crawlers to stay away.

use crate::judge::cloudfront::invalidation;
use crate::judge::s3::object;
use crate::judge::web::{robots, visit};
use crate::services::s3::object::Content;
use crate::verifier::prelude::*;

clauses! {
    FILE: "the bucket {{ website_bucket }} holds robots.txt",
        or "Upload robots.txt into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TYPE: "robots.txt has the content type text/plain",
        or "Upload robots.txt again and set its metadata Content-Type to text/plain.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    RULES: "robots.txt asks all crawlers to leave every page alone",
        or "Write two lines, User-agent: * and Disallow: /, and upload the file again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    DISTRIBUTION = given::DISTRIBUTION;
    INVALIDATED: "CloudFront was told to forget /robots.txt after its last upload, and has done so",
        or "Open the distribution, Invalidations, and create an invalidation of /robots.txt.", at cloudfront::CONSOLE;
    SERVED: "https://{{ domain }}/robots.txt answers with the file as it is in the bucket",
        or "Open https://{{ domain }}/robots.txt in a browser.", at cloudfront::CONSOLE;
}

const KEY: &str = "robots.txt";
const PATHS: &[&str] = &["/robots.txt"];
pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cloudfront::INVALIDATIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (distribution, bucket) =
        join!(aws.distribution(&you.domain, &you.names.website_bucket), aws.bucket(you, &you.names.website_bucket));
    let url = Url::https(&you.domain).page(&format!("/{KEY}"));
    let (object, content, invalidations, served) = join!(
        aws.object_in(bucket.clone(), KEY),
        aws.content_in(bucket.clone(), KEY),
        aws.invalidations_since(distribution.clone(), bucket, KEY, PATHS),
        aws.served(you, &url, &you.names.website_bucket, KEY),
    );
    let object = it.finds(FILE, object)?;
    it.expects(TYPE, object::content_type(&object, "text/plain"));
    let rules = |file: Content| {
        object::not_readable(&file, "crawlers").unwrap_or_else(|| robots::keeps_crawlers_out(&file.text))
    };
    it.expects(RULES, content.map(|content| content.judged(rules)));
    it.finds(DISTRIBUTION, distribution)?;
    it.expects(INVALIDATED, invalidations.and_then(|seen| invalidation::invalidated(&seen, KEY, PATHS)));
    let file = visit::Visible { key: KEY, kind: "text/plain", fresh: true };
    it.sees(SERVED, &[TYPE, INVALIDATED], served.map(|served| visit::shows(&served, file)));
    Ok(())
}
