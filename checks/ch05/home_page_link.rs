//! 5.9: the home page leads to the page of chapters, and visitors get it.

use crate::documents::address::Address;
use crate::documents::html::Document;
use crate::judge::cloudfront::invalidation;
use crate::judge::s3::object::{self, Through};
use crate::judge::web::{page, visit};
use crate::verifier::prelude::*;

clauses! {
    PAGE: "the bucket {{ website_bucket }} holds index.html",
        or "Upload index.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TYPE: "index.html has the content type text/html",
        or "Upload index.html again and set its metadata Content-Type to text/html; otherwise browsers save it, or show its source.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    READABLE: "nothing in index.html itself keeps it from visitors",
        or "Upload index.html again, with the storage class Standard and Amazon S3 managed keys (SSE-S3).",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    LINK: "index.html links to chapters.html",
        or "Put <a href=\"chapters.html\">Chapters</a> into the body of index.html, and upload it again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TARGET: "the bucket holds chapters.html",
        or "Exercise 5.1 puts it there.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    DISTRIBUTION = given::DISTRIBUTION;
    INVALIDATED: "CloudFront was told to forget the home page after its last upload, and has done so",
        or "Open the distribution, Invalidations, and create an invalidation of / and /index.html.", at cloudfront::CONSOLE;
    SERVED: "https://{{ domain }}/ answers with the home page as it is in the bucket",
        or "Open https://{{ domain }}/ in a browser.", at cloudfront::CONSOLE;
}

const HOME: &str = book::INDEX_PAGE.text;
const LINKED: &str = book::CHAPTERS_PAGE;
/// Visitors ask for it by either. To CloudFront the default root object is any other file, so that its own path covers
/// both (CloudFront Developer Guide, "What you need to know when invalidating paths").
const PATHS: &[&str] = &["/", "/index.html"];
pub const READS: Reads = &[
    cloudfront::DISTRIBUTION,
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cloudfront::INVALIDATIONS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (distribution, bucket) =
        join!(aws.distribution(&you.domain, &you.names.website_bucket), aws.bucket(you, &you.names.website_bucket));
    let url = Url::https(&you.domain);
    let (home, content, linked, invalidations, served) = join!(
        aws.object_in(bucket.clone(), HOME),
        aws.content_in(bucket.clone(), HOME),
        aws.object_in(bucket.clone(), LINKED),
        aws.invalidations_since(distribution.clone(), bucket, HOME, PATHS),
        aws.served(you, &url, &you.names.website_bucket, HOME),
    );
    it.expects(
        TARGET,
        linked.map(|linked| linked.judged(|page| Judgement::holds(format!("{LINKED}, {} bytes", page.size)))),
    );
    let home = it.finds(PAGE, home)?;
    it.expects(TYPE, object::content_type(&home, "text/html"));
    it.expects(READABLE, object::gives_itself(&home, Through::CloudFront));
    it.expects(
        LINK,
        content.map(|content| {
            content.judged(|page| {
                object::not_unpacked(&page.packing, object::PAGE).unwrap_or_else(|| {
                    let page = Document::parse(&page.text, Address::https(&you.domain, "/"));
                    page::links_to(&page, &you.domain, LINKED)
                })
            })
        }),
    );
    it.finds(DISTRIBUTION, distribution)?;
    it.expects(INVALIDATED, invalidations.and_then(|seen| invalidation::invalidated(&seen, HOME, PATHS)));
    let page = visit::Visible { key: HOME, kind: "text/html", fresh: true };
    it.sees(SERVED, &[TYPE, READABLE, INVALIDATED], served.map(|served| visit::shows(&served, page)));
    Ok(())
}
