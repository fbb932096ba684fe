//! 7.8: the pages of the chapter are in the website's bucket, with all that they load, and visitors get them.

use crate::judge::web::{upload, visit};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    CALLBACK: "the bucket holds auth-callback.html, as text/html",
        or "Upload auth-callback.html into the bucket, with the content type text/html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    CALLBACK_FILES: "the files that auth-callback.html loads are there, too, each with its content type",
        or "Upload auth-callback.js with the content type text/javascript.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    LOGOUT: "the bucket holds logout.html, as text/html",
        or "Upload logout.html into the bucket, with the content type text/html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    LOGOUT_FILES: "the files that logout.html loads are there, too, each with its content type",
        or "Upload logout.js with the content type text/javascript.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    ACCOUNT: "the bucket holds account/index.html, as text/html",
        or "Upload account/index.html into the bucket, with the content type text/html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    ACCOUNT_FILES: "the files that account/index.html loads are there, too, each with its content type",
        or "Upload account/auth-check.js with the content type text/javascript.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    HOME_FILES: "the files that index.html loads are there, each with its content type",
        or "Upload sign-in.js with the content type text/javascript.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    CHAPTERS_FILES: "the files that chapters.html loads are there, each with its content type",
        or "Upload sign-in.js with the content type text/javascript.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SERVED: "https://{{ domain }} answers with the new pages",
        or "Open https://{{ domain }}/logout.html in a browser.", at cloudfront::CONSOLE;
}

const NEW: [&str; 3] = [book::CALLBACK_PAGE, book::LOGOUT_PAGE, book::ACCOUNT_PAGE];
pub const READS: Reads =
    &[s3::BUCKET.named(book::WEBSITE), s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = &you.names.website_bucket;
    let page = |key| aws.web_page_of(you, bucket, key);
    let ((found, callback), (_, logout), (_, account), (_, home), (_, chapters), served) = join!(
        page(NEW[0]),
        page(NEW[1]),
        page(NEW[2]),
        page(book::INDEX_PAGE.text),
        page(book::CHAPTERS_PAGE),
        aws.served_each(you, bucket, &NEW),
    );
    it.finds(BUCKET, found)?;
    let new = [(CALLBACK, CALLBACK_FILES, callback), (LOGOUT, LOGOUT_FILES, logout), (ACCOUNT, ACCOUNT_FILES, account)];
    for (clause, files, page) in new {
        it.expects(files, upload::loads(&page));
        it.expects(clause, page.map(|page| page.judged(|page| upload::page(&page))));
    }
    it.expects(HOME_FILES, upload::loads(&home));
    it.expects(CHAPTERS_FILES, upload::loads(&chapters));
    it.sees(SERVED, &[CALLBACK, LOGOUT, ACCOUNT], served.map(|served| visit::shows_each(&served, &NEW, false)));
    Ok(())
}
