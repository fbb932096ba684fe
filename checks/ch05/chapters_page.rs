//! 5.1: a second page lies in the website's bucket, and asks the API for the chapters.

use crate::documents::address::Address;
use crate::documents::html::Document;
use crate::judge::s3::object::{self, Through};
use crate::judge::web::{page, script, visit};
use crate::services::s3::Bucket;
use crate::services::s3::object::Content;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds chapters.html",
        or "Upload chapters.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TYPE: "chapters.html has the content type text/html",
        or "Upload chapters.html again and set its metadata Content-Type to text/html; otherwise browsers save it, or show its source.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    READABLE: "nothing in chapters.html itself keeps it from visitors",
        or "Upload chapters.html again, with the storage class Standard and Amazon S3 managed keys (SSE-S3).",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    ASKS: "a script of the page asks https://{{ api_domain }}/chapters",
        or "Put a script into the page that calls fetch(\"https://{{ api_domain }}/chapters\"), and upload the page again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SERVED: "https://{{ domain }}/chapters.html answers with the page",
        or "Open https://{{ domain }}/chapters.html in a browser.", at cloudfront::CONSOLE;
}

const KEY: &str = book::CHAPTERS_PAGE;
pub const READS: Reads =
    &[s3::BUCKET.named(book::WEBSITE), s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = aws.bucket(you, &you.names.website_bucket).await;
    let bucket = it.finds(BUCKET, bucket)?;
    let url = Url::https(&you.domain).page(&format!("/{KEY}"));
    let (object, content, served) = join!(
        aws.object(&bucket, KEY),
        aws.content(&bucket, KEY),
        aws.served(you, &url, &you.names.website_bucket, KEY)
    );
    let object = it.finds(PAGE, object)?;
    it.expects(TYPE, object::content_type(&object, "text/html"));
    it.expects(READABLE, object::gives_itself(&object, Through::CloudFront));
    let asks = match content {
        Ok(Found::Here(page)) => asks(aws, you, &bucket, &page).await,
        Ok(Found::Missing(_)) => Judgement::absent("the page", "it is gone").into(),
        Err(fault) => Err(fault),
    };
    it.expects(ASKS, asks);
    let page = visit::Visible { key: KEY, kind: "text/html", fresh: false };
    it.sees(SERVED, &[TYPE, READABLE], served.map(|served| visit::shows(&served, page)));
    Ok(())
}

async fn asks(aws: &Aws, you: &Learner, bucket: &Bucket, page: &Content) -> Read<Judgement> {
    if let Some(wrong) = object::not_unpacked(&page.packing, object::PAGE) {
        return Ok(wrong);
    }
    let address = Address::https(&you.domain, &format!("/{KEY}"));
    let document = Document::parse(&page.text, address.clone());
    let wanted = Address::https(&you.names.api_domain, book::CHAPTERS_PATH);
    let seen = aws.scripts(bucket, &document, &address.host).await?;
    let judgement = page::asks_api(&seen.code, &address, &page.text, &wanted);
    if let Some(refused) = seen.refused.as_ref().filter(|_| judgement.does_fail())
        && !page::asks_api(&refused.whole, &address, &page.text, &wanted).does_fail()
    {
        return Ok(judgement.instead(script::refused(refused)));
    }
    let is_silent = judgement.does_fail() && seen.code.in_browser().asked().is_empty();
    if is_silent && seen.has_unread {
        return Ok(page::not_told("it runs a script that is not read here, which may ask"));
    }
    Ok(match seen.missing {
        Some(key) if is_silent => judgement.advising(format!("The page names the script {key}: upload that, too.")),
        _ => judgement,
    })
}
