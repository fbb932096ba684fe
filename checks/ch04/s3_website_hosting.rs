//! 4.3: S3 serves the bucket named after the domain as a website.

use crate::judge::s3::object::Through;
use crate::judge::s3::{bucket_policy, object, public_access};
use crate::judge::web::visit;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET, or "Create a bucket with exactly this name in {{ region }}.";
    REGION: "the bucket is in {{ region }}",
        or "A bucket cannot be moved: empty and delete it, then create it in {{ region }}.", at s3::CONSOLE;
    INDEX: "the bucket holds index.html",
        or "Upload index.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TYPE: "index.html has the content type text/html",
        or "Upload index.html again and set its metadata Content-Type to text/html; otherwise browsers save it, or show its source.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    READABLE: "nothing in index.html itself keeps it from visitors",
        or "Upload index.html again, with the storage class Standard and Amazon S3 managed keys (SSE-S3).",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    PAYER: "the bucket's owner pays for requests",
        or "Edit Requester pays in the bucket's properties and disable it: visitors have no AWS account to pay with.",
        at s3::CONSOLE_PROPERTIES.of(book::WEBSITE);
    SETTINGS: "the bucket's public access settings let a public policy work",
        or "Edit Block public access of the bucket and switch off BlockPublicPolicy and RestrictPublicBuckets.",
        at s3::CONSOLE_PERMISSIONS.of(book::WEBSITE);
    ACCOUNT_SETTINGS: "your account's public access settings let a public policy work",
        or "Edit Block Public Access settings for this account and switch off BlockPublicPolicy and RestrictPublicBuckets: they outweigh the bucket's.",
        at s3::account::CONSOLE;
    POLICY: "everyone may read every object in the bucket",
        or "Put the bucket policy of the walkthrough: Effect Allow, Principal \"*\", Action s3:GetObject, Resource arn:{{ partition }}:s3:::{{ website_bucket }}/*.",
        at s3::CONSOLE_PERMISSIONS.of(book::WEBSITE);
    WEBSITE: "website hosting is on with index.html as the index document",
        or "Edit Static website hosting in the bucket's properties: enable it with the index document index.html.",
        at s3::CONSOLE_PROPERTIES.of(book::WEBSITE);
    PAGE: "the website endpoint answers with index.html",
        or "Open the website endpoint, which the bucket's properties show, in a browser.", at s3::CONSOLE_PROPERTIES.of(book::WEBSITE);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::OBJECT.named(book::INDEX_PAGE).within(book::WEBSITE),
    s3::WEBSITE.named(book::WEBSITE),
    s3::BUCKET_POLICY.named(book::WEBSITE),
    s3::PUBLIC_ACCESS.named(book::WEBSITE),
    s3::PAYER.named(book::WEBSITE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = aws.bucket(you, &you.names.website_bucket).await;
    let bucket = it.finds(BUCKET, bucket)?;
    it.expects(REGION, Judgement::equal(&bucket.region, &you.region));

    let (page, index, settings, policy, website, payer) = join!(
        aws.visit_website(&bucket),
        aws.object(&bucket, book::INDEX_PAGE.text),
        aws.public_access(&bucket),
        aws.bucket_policy(&bucket),
        aws.website(&bucket),
        aws.requester_pays(you, &bucket),
    );
    it.expects(SETTINGS, settings.map(public_access::public_policy_works));
    it.expects(POLICY, policy.map(|policy| bucket_policy::everyone_reads(policy.as_ref(), &bucket.arn)));
    it.expects(WEBSITE, website.map(|website| hosting(website.as_ref())));
    if you.practice {
        it.skips(PAYER, "nobody pays for a practice account");
        it.skips(ACCOUNT_SETTINGS, "a practice account has no settings for the whole account");
    } else {
        it.expects(PAYER, payer.map(object::owner_pays));
        it.expects(ACCOUNT_SETTINGS, aws.account_public_access(you).await.map(public_access::public_policy_works));
    }
    let index = it.finds(INDEX, index)?;
    it.expects(TYPE, object::content_type(&index, "text/html"));
    it.expects(READABLE, object::gives_itself(&index, Through::WebsiteEndpoint));
    let serving = [SETTINGS, ACCOUNT_SETTINGS, POLICY, WEBSITE, TYPE, READABLE, PAYER];
    it.sees(PAGE, &serving, page.map(|page| visit::s3_serves(&page, book::INDEX_PAGE.text, index.etag.as_deref())));
    Ok(())
}

fn hosting(website: Option<&s3::Website>) -> Judgement {
    const EXPECTED: &str = "on, with the index document index.html";
    match website {
        None => Judgement::absent(EXPECTED, "off"),
        Some(website) => Judgement::equal(&format!("on, {}", website.describe()), EXPECTED),
    }
}
