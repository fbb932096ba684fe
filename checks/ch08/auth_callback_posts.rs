//! 8.5: the page to which people come back tells the API so, with the token that the method takes.

use crate::documents::address::Address;
use crate::judge::apigateway::authorizer::{self, Token};
use crate::judge::web::api_request;
use crate::judge::web::script::told;
use crate::services::s3::web_page::WebPage;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds auth-callback.html",
        or "Upload auth-callback.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    SENDS = given::CALLBACK_SENDS;
    TOKEN: "it sends the token that the method takes, in the header Authorization",
        or "Send the access token of the answer that came: headers: { Authorization: tokens.access_token }.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    apigateway::REST_API,
    apigateway::RESOURCES,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let ((bucket, page), taken) =
        join!(aws.web_page_of(you, &you.names.website_bucket, book::CALLBACK_PAGE), token(aws, you));
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    let wanted = Address::https(&you.names.api_domain, book::AUTH_CALLBACK_PATH);
    it.expects(SENDS, told(&page, |code| api_request::sends(code, &page, "POST", &wanted)));
    it.expects(TOKEN, taken.and_then(|taken| fits(&page, &wanted, taken)));
    Ok(())
}

/// Which token the method takes; none if there is no such method.
async fn token(aws: &Aws, you: &Learner) -> Read<Option<Token>> {
    let Found::Here(api) = aws.rest_api(you, book::api(you)).await? else { return Ok(None) };
    let resources = aws.resources(you, &api).await?;
    let post = apigateway::answering(&resources, book::AUTH_CALLBACK_PATH, "POST").and_then(|post| post.method("POST"));
    Ok(post.map(authorizer::token))
}

fn fits(page: &WebPage, wanted: &Address, taken: Option<Token>) -> Read<Judgement> {
    const SCOPED: &str = "the header Authorization, with the access token";
    const UNSCOPED: &str = "the header Authorization, with the ID token";
    let sends_id = api_request::sends_id_token(page, wanted)?;
    let judged = told(page, |code| api_request::sends_access_token(code, page, wanted))?;
    Ok(match taken {
        Some(Token::Id) if sends_id => Judgement::holds(UNSCOPED),
        Some(Token::Id) if judged.does_hold() => Judgement::fails(UNSCOPED, SCOPED).advising(
            "The method of exercise 8.4 has no scope, and so takes ID tokens alone. Edit its method request, add the scope \
             aws.cognito.signin.user.admin, and deploy the API again.",
        ),
        Some(Token::Access) if sends_id => Judgement::fails(SCOPED, UNSCOPED)
            .advising("The method has a scope, and so takes access tokens alone. Send tokens.access_token."),
        _ => judged,
    })
}
