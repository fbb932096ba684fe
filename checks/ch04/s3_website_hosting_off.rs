//! 4.5: the bucket is private again, and its object is still there.

use crate::judge::s3::{bucket_policy, public_access};
use crate::judge::web::visit;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET, or "The bucket of exercise 4.3 stays; create it again if you deleted it.";
    INDEX: "the bucket still holds index.html",
        or "Upload index.html again: the distribution of exercise 4.7 will serve it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    WEBSITE: "website hosting is off",
        or "Edit Static website hosting in the bucket's properties and disable it.", at s3::CONSOLE_PROPERTIES.of(book::WEBSITE);
    SETTINGS: "all public access to the bucket is blocked",
        or "Edit Block public access of the bucket and switch on Block all public access.", at s3::CONSOLE_PERMISSIONS.of(book::WEBSITE), pillar Security;
    POLICY: "the bucket policy lets no stranger in",
        or "Delete the bucket policy, or the statement in it that lets others in.", at s3::CONSOLE_PERMISSIONS.of(book::WEBSITE), pillar Security;
    GONE: "the website endpoint serves no page any more",
        or "Disable static website hosting in the bucket's properties.", at s3::CONSOLE_PROPERTIES.of(book::WEBSITE);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::OBJECT.named(book::INDEX_PAGE).within(book::WEBSITE),
    s3::WEBSITE.named(book::WEBSITE),
    s3::BUCKET_POLICY.named(book::WEBSITE),
    s3::PUBLIC_ACCESS.named(book::WEBSITE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = aws.bucket(you, &you.names.website_bucket).await;
    let bucket = it.finds(BUCKET, bucket)?;
    let (page, index, website, blocked, policy) = join!(
        aws.visit_website(&bucket),
        aws.object(&bucket, book::INDEX_PAGE.text),
        aws.website(&bucket),
        aws.public_access_in_effect(you, &bucket),
        aws.bucket_policy(&bucket),
    );
    it.expects(
        WEBSITE,
        website.map(|website| match website {
            None => Judgement::holds("off"),
            Some(site) => Judgement::fails("off", format!("on, {}", site.describe())),
        }),
    );
    it.expects(SETTINGS, blocked.map(public_access::all_blocked));
    it.expects(POLICY, policy.map(|policy| bucket_policy::no_stranger(policy.as_ref(), &you.account)));
    it.sees(GONE, &[WEBSITE], page.map(|page| visit::s3_serves_no_more(&page)));
    it.finds(INDEX, index)?;
    Ok(())
}
