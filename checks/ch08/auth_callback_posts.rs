//! 8.5: the page to which people come back tells the API so, with the token that the method takes.

use crate::documents::address::Address;
use crate::endpoint::taking;
use crate::judge::apigateway::visitors::{Called, Taking};
use crate::judge::web::api_request;
use crate::judge::web::script::told;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds auth-callback.html",
        or "Upload auth-callback.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SENDS = given::CALLBACK_SENDS;
    TOKEN: "it sends the token that the method takes, in the header Authorization",
        or "Send the access token of the answer that came: headers: { Authorization: tokens.access_token }.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    HEADERS: "browsers let it send its headers, since OPTIONS of the method allows them",
        or "Send the header Authorization alone. Or write the others into Access-Control-Allow-Headers of OPTIONS, and deploy the API again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    CONTENT_TYPE: "the method has a mapping template for the type of what it sends",
        or "Leave the body out, or send it with the header Content-Type: application/json, and let OPTIONS allow that.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    apigateway::REST_API,
    apigateway::RESOURCES,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let called = Called { stage: book::api(you).stage, verb: "POST", path: book::AUTH_CALLBACK_PATH };
    let ((bucket, page), taken) =
        join!(aws.web_page_of(you, &you.names.website_bucket, book::CALLBACK_PAGE), taking(aws, you, called));
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    let wanted = Address::https(&you.names.api_domain, book::AUTH_CALLBACK_PATH);
    it.expects(SENDS, told(&page, |code| api_request::sends(code, &page, "POST", &wanted)).and_then(seen));
    let taken = |judge: &dyn Fn(Option<&Taking>) -> Read<Judgement>| {
        taken.as_ref().map_err(Clone::clone).and_then(|taken| judge(taken.as_ref()))
    };
    it.expects(TOKEN, taken(&|taken| api_request::sends_token(&page, &wanted, taken.map(Taking::token))));
    let pages = ("POST", you.domain.as_str());
    it.expects(HEADERS, taken(&|taken| api_request::headers_allowed(&page, &wanted, pages, taken)));
    it.expects(CONTENT_TYPE, taken(&|taken| api_request::fits_template(&page, &wanted, taken)));
    Ok(())
}

/// What the script does not tell, nothing else tells before somebody signs in.
fn seen(judged: Judgement) -> Read<Judgement> {
    match judged.does_hold() || judged.does_fail() {
        true => Ok(judged),
        false => Err(Fault::not_read("how the script puts the request to the API together while it runs")),
    }
}
