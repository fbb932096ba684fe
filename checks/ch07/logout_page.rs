//! 7.6: the page to which people come after they signed out revokes their tokens, and forgets them.

use crate::judge::cognito::client;
use crate::judge::web::script::told;
use crate::judge::web::sign_in::SignIn;
use crate::judge::web::{oauth, storage};
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds logout.html",
        or "Upload logout.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    FORGETS: "a script of the page removes the tokens from localStorage, where they are kept under jwt",
        or "Remove them: localStorage.removeItem(\"jwt\"), and upload the script again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    DOMAIN = given::POOL_DOMAIN;
    CLIENT = given::APP_CLIENT;
    REVOCABLE: "Cognito revokes tokens for the app client",
        or "Edit the app client, and choose Enable token revocation under its advanced settings.",
        at cognito::CONSOLE, pillar Security;
    REVOKES: "it revokes the refresh token at https://{{ auth_domain }}/oauth2/revoke",
        or "Send the refresh token there by POST, as a form with token and client_id, and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE), pillar Security;
    AS_CLIENT: "it says which app client asks",
        or "Write the app client's id into the script, and upload it again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cognito::POOL_DOMAIN,
    cognito::APP_CLIENTS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let names = &you.names;
    let ((bucket, page), (domain, clients)) =
        join!(aws.web_page_of(you, &names.website_bucket, book::LOGOUT_PAGE), aws.clients_of(you, &names.auth_domain),);
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    it.expects(FORGETS, told(&page, |code| storage::forgets(code, book::TOKENS)));
    let domain = it.finds(DOMAIN, domain.map(Found::from))?;
    let client = it.finds(CLIENT, client::of_pages(clients, &book::sign_in_pages(you)))?;
    it.expects(REVOCABLE, Ok(client::revokes_tokens(&client)));
    let to = SignIn { domain: &domain.name, client: &client, website: &you.domain };
    it.expects(REVOKES, told(&page, |code| oauth::revokes(code, &page, to)));
    it.expects(AS_CLIENT, told(&page, |code| oauth::revokes_as(code, &page, to)));
    Ok(())
}
