//! 7.18: the page on which people change their name asks the API to do so, with their access token.

use crate::documents::address::Address;
use crate::judge::web::api_request;
use crate::judge::web::script::told;
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
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    apigateway::REST_API,
    apigateway::RESOURCES,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let ((bucket, page), scopes) =
        join!(aws.web_page_of(you, &you.names.website_bucket, book::INFO_PAGE), scopes(aws, you));
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    let wanted = Address::https(&you.names.api_domain, book::ACCOUNT_INFO_PATH);
    it.expects(SENDS, told(&page, |code| api_request::sends(code, &page, "PUT", &wanted)));
    let token =
        |scopes: Vec<String>| told(&page, |code| api_request::sends_access_token(code, &page, &wanted, &scopes));
    it.expects(TOKEN, scopes.and_then(token));
    Ok(())
}

/// The scopes of the method that the page asks, by which its authorizer tells the kinds of tokens apart. Without the method
/// there is none, and exercise 7.17 says so.
async fn scopes(aws: &Aws, you: &Learner) -> Read<Vec<String>> {
    let Found::Here(api) = aws.rest_api(you, book::api(you)).await? else { return Ok(Vec::new()) };
    let resources = aws.resources(you, &api).await?;
    let resource = apigateway::answering(&resources, book::ACCOUNT_INFO_PATH, "PUT");
    Ok(resource.and_then(|found| found.method("PUT")).map(|method| method.scopes.clone()).unwrap_or_default())
}
