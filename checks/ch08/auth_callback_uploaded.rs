//! 8.6: the new callback page is in the website's bucket, with all that it loads, and visitors get it.

use crate::documents::address::Address;
use crate::judge::web::{api_request, upload, visit};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds auth-callback.html, as text/html",
        or "Upload auth-callback.html into the bucket, with the content type text/html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    FILES: "the files that auth-callback.html loads are there, too, each with its content type",
        or "Upload auth-callback.js with the content type text/javascript.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SENDS = given::CALLBACK_SENDS;
    SERVED: "https://{{ domain }}/auth-callback.html answers with the page",
        or "Open https://{{ domain }}/auth-callback.html in a browser.", at cloudfront::CONSOLE;
}

const NEW: [&str; 1] = [book::CALLBACK_PAGE];
pub const READS: Reads =
    &[s3::BUCKET.named(book::WEBSITE), s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let website = &you.names.website_bucket;
    let ((bucket, page), served) =
        join!(aws.web_page_of(you, website, book::CALLBACK_PAGE), aws.served_each(you, website, &NEW));
    it.finds(BUCKET, bucket)?;
    it.expects(FILES, upload::loads(&page));
    let wanted = Address::https(&you.names.api_domain, book::AUTH_CALLBACK_PATH);
    it.expects(SENDS, api_request::page_sends(&page, "POST", &wanted));
    it.expects(PAGE, page.map(|page| page.judged(|page| upload::page(&page))));
    it.sees(SERVED, &[PAGE], served.map(|served| visit::shows_each(&served, &NEW, false)));
    Ok(())
}
