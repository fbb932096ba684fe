//! 9.i1: on the account information page people can enter their phone number, and the page sends it to the API.

use crate::documents::address::Address;
use crate::judge::web::script::told;
use crate::judge::web::{api_request, phone_field};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds account/info.html",
        or "Upload info.html into the folder account of the bucket.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    FIELD: "the page has a field for a phone number",
        or "Add <input name=\"phone_number\" type=\"tel\"> to the form, and upload the page again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SENDS: "a script of the page sends PUT https://{{ api_domain }}/account/info",
        or "Call fetch(\"https://{{ api_domain }}/account/info\") with method: \"PUT\", and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TOKEN: "the request still has the visitor's access token in its header Authorization",
        or "Leave the header Authorization: tokens.access_token in the request, and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    NAME: "people can still enter their given name, and the request has it",
        or "Leave the field given_name in the form and in the body of the request, and upload both again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    NUMBER: "what it sends has the phone number in it",
        or "Put phone_number into the body of the request, beside given_name, and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

pub const READS: Reads =
    &[s3::BUCKET.named(book::WEBSITE), s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (bucket, page) = aws.web_page_of(you, &you.names.website_bucket, book::INFO_PAGE).await;
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    let wanted = Address::https(&you.names.api_domain, book::ACCOUNT_INFO_PATH);
    it.expects(FIELD, told(&page, |code| phone_field::takes_number(code, &page)));
    it.expects(SENDS, told(&page, |code| api_request::sends(code, &page, "PUT", &wanted)));
    it.expects(TOKEN, told(&page, |code| api_request::sends_access_token(code, &page, &wanted)));
    it.expects(NAME, told(&page, |code| phone_field::keeps_name(code, &page, &wanted)));
    it.expects(NUMBER, told(&page, |code| phone_field::sends_number(code, &page, &wanted)));
    Ok(())
}
