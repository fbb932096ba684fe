//! 10.i5: a page of the website takes texts that are to be spoken, and brings them to the API.

use crate::judge::web::form::TakenIn;
use crate::own;
use crate::own::page::{self, PageMarks};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the website has a page on which people can have a text spoken",
        or "Upload a page with a form for texts into the bucket, such as speech.html.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    FIELD: "people can write a text on it",
        or "Add <textarea name=\"text\"></textarea> to the form, and upload the page again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SENDS: "a script of the page brings it to a path of the API that is your own",
        or "Call fetch(\"https://{{ api_domain }}/speech\") with method: \"POST\", and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    BODY: "the request has it as its body",
        or "Add body: JSON.stringify({ … }) to what fetch is told, and upload the script again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TOKEN: "it sends the token that the method takes, if that takes one",
        or "Take the access token out of what is kept: JSON.parse(localStorage.getItem(\"jwt\")).access_token.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

const MARKS: PageMarks = PageMarks {
    words: own::SPEECH,
    others: &[own::COMMENTS, own::IMAGES],
    takes: TakenIn::Text,
    advice: "Make a page for texts, such as speech.html: a form with a field, and a script that brings the text to the API.",
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
