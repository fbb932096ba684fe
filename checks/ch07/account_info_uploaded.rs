//! 7.19: the account information page is in the website's bucket, with all that it loads, and visitors get it.

use crate::judge::web::{upload, visit};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds account/info.html, as text/html",
        or "Upload account/info.html into the bucket, with the content type text/html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    FILES: "the files that account/info.html loads are there, too, each with its content type",
        or "Upload account/info.js with the content type text/javascript.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SERVED: "https://{{ domain }}/account/info.html answers with the page",
        or "Open https://{{ domain }}/account/info.html in a browser.", at cloudfront::CONSOLE;
}

const NEW: [&str; 1] = [book::INFO_PAGE];
pub const READS: Reads =
    &[s3::BUCKET.named(book::WEBSITE), s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let website = &you.names.website_bucket;
    let ((bucket, page), served) =
        join!(aws.web_page_of(you, website, book::INFO_PAGE), aws.served_each(you, website, &NEW));
    it.finds(BUCKET, bucket)?;
    it.expects(FILES, upload::loads(&page));
    it.expects(PAGE, page.map(|page| page.judged(|page| upload::page(&page))));
    it.sees(SERVED, &[PAGE], served.map(|served| visit::shows_each(&served, &NEW, false)));
    Ok(())
}
