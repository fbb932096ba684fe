//! 7.18: the page on which people change their name asks the API to do so, with their access token.

use std::sync::Arc;

use crate::documents::address::Address;
use crate::documents::code::Run;
use crate::documents::package::Package;
use crate::endpoint::token_taken;
use crate::judge::apigateway::authorizer::Token;
use crate::judge::apigateway::visitors::Called;
use crate::judge::web::script::told;
use crate::judge::web::{api_request, phone_field};
use crate::services::s3::web_page::WebPage;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds account/info.html",
        or "Upload info.html into the folder account of the bucket.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SENDS: "a script of the page sends PUT https://{{ api_domain }}/account/info",
        or "Call fetch(\"https://{{ api_domain }}/account/info\") with method: \"PUT\", and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    TOKEN: "it sends the access token in the header Authorization",
        or "Take the access token out of what is kept: JSON.parse(localStorage.getItem(\"jwt\")).access_token.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    NAME: "people can enter their given name, and the request brings it under the name by which put-account-info takes it",
        or "Put given_name into the JSON that is the body of the request, and upload the script again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    apigateway::REST_API,
    apigateway::RESOURCES,
    lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let called = Called { stage: book::api(you).stage, verb: "PUT", path: book::ACCOUNT_INFO_PATH };
    let ((bucket, page), taken, package) = join!(
        aws.web_page_of(you, &you.names.website_bucket, book::INFO_PAGE),
        token_taken(aws, you, called),
        package(aws, you),
    );
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    let wanted = Address::https(&you.names.api_domain, book::ACCOUNT_INFO_PATH);
    it.expects(SENDS, told(&page, |code| api_request::sends(code, &page, "PUT", &wanted)));
    it.expects(TOKEN, taken.and_then(|taken| fits(&page, &wanted, taken)));
    it.expects(NAME, package.and_then(|package| brings_name(&page, &wanted, package.as_deref())));
    Ok(())
}

/// The code of the function that gets the request; none without the function, which is the matter of exercise 7.15.
async fn package(aws: &Aws, you: &Learner) -> Read<Option<Arc<Package>>> {
    match aws.function(you, book::PUT_ACCOUNT_INFO.text).await? {
        Found::Here(function) => aws.package(&function).await.map(Some),
        Found::Missing(_) => Ok(None),
    }
}

fn brings_name(page: &WebPage, wanted: &Address, package: Option<&Package>) -> Read<Judgement> {
    let run = package.map(Package::run);
    let taken = run.as_ref().map(Run::taken_of_json).unwrap_or_default();
    told(page, |code| {
        phone_field::keeps_name(code, page, wanted).but(phone_field::name_taken_otherwise(code, page, wanted, &taken))
    })
}

/// The function changes names with access tokens. Whether it has another way for an ID token, the page does not tell.
fn fits(page: &WebPage, wanted: &Address, taken: Option<Token>) -> Read<Judgement> {
    match taken {
        Some(Token::Access) => api_request::sends_token(page, wanted, taken),
        _ => told(page, |code| api_request::sends_access_token(code, page, wanted)),
    }
}
