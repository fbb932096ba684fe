//! 10.i2: a page of the website takes comments, and brings them to the API.

use crate::judge::web::form::TakenIn;
use crate::own;
use crate::own::page::{self, PageMarks};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the website has a page on which people can comment",
        or "Upload a page with a form for comments into the bucket, such as comments.html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    FIELD: "people can write a comment on it",
        or "Add <textarea name=\"comment\"></textarea> to the form, and upload the page again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SENDS: "a script of the page brings it to a path of the API that is your own",
        or "Call fetch(\"https://{{ api_domain }}/comments\") with method: \"POST\", and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    BODY: "the request has it as its body",
        or "Add body: JSON.stringify({ … }) to what fetch is told, and upload the script again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TOKEN: "it sends the token that the method takes, if that takes one",
        or "Take the access token out of what is kept: JSON.parse(localStorage.getItem(\"jwt\")).access_token.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

const MARKS: PageMarks = PageMarks {
    words: own::COMMENTS,
    others: &[own::SPEECH, own::IMAGES],
    takes: TakenIn::Text,
    advice: "Make a page for comments, such as comments.html: a form with a field, and a script that brings the comment to the API.",
};

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    apigateway::REST_API,
    apigateway::RESOURCES,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let ((bucket, page), methods) = join!(page::find(aws, you, &MARKS), page::methods(aws, you));
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    page::expects(you, it, (&page, &MARKS), methods, [FIELD, SENDS, BODY, TOKEN]);
    Ok(())
}
