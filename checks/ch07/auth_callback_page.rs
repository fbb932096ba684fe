//! 7.5: the page to which people come back exchanges their code for tokens, and keeps these.

use crate::judge::cognito::client;
use crate::judge::web::script::told;
use crate::judge::web::sign_in::SignIn;
use crate::judge::web::{oauth, storage};
use crate::services::s3::web_page::WebPage;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds auth-callback.html",
        or "Upload auth-callback.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    DOMAIN = given::POOL_DOMAIN;
    CLIENT = given::APP_CLIENT;
    EXCHANGES: "a script of the page exchanges the code at https://{{ auth_domain }}/oauth2/token",
        or "Send the code there by POST, as a form with grant_type, client_id, redirect_uri and code, and upload the script again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    AS_CLIENT: "it says which app client asks",
        or "Write the app client's id into the script, and upload it again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    VERIFIER: "it sends the verifier, if the log-in links send its hash",
        or "Send code_verifier with the code.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE), pillar Security;
    KEEPS: "it keeps the tokens where the other pages look for them: in localStorage, under jwt",
        or "Keep the whole answer: localStorage.setItem(\"jwt\", JSON.stringify(tokens)).", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

/// The pages with links to log in.
const LINKING: [&str; 2] = [book::INDEX_PAGE.text, book::CHAPTERS_PAGE];
pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cognito::POOL_DOMAIN,
    cognito::APP_CLIENTS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let names = &you.names;
    let page = |key| aws.web_page_of(you, &names.website_bucket, key);
    let ((bucket, page), (_, home), (_, chapters), (domain, clients)) =
        join!(page(book::CALLBACK_PAGE), page(LINKING[0]), page(LINKING[1]), aws.clients_of(you, &names.auth_domain),);
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    let domain = it.finds(DOMAIN, domain.map(Found::from))?;
    let client = it.finds(CLIENT, client::of_pages(clients, &book::sign_in_pages(you)))?;
    let to = SignIn { domain: &domain.name, client: &client, website: &you.domain };
    it.expects(EXCHANGES, told(&page, |code| oauth::exchanges(code, &page, to)));
    it.expects(AS_CLIENT, told(&page, |code| oauth::exchanges_as(code, &page, to)));
    it.expects(VERIFIER, verifier(&page, to, [home, chapters]));
    it.expects(KEEPS, told(&page, |code| storage::keeps_answer(code, book::TOKENS)));
    Ok(())
}

/// The pages with links are read only to see whether they send a hash: one that is missing sends none.
fn verifier(page: &WebPage, to: SignIn<'_>, linking: [Read<Found<WebPage>>; 2]) -> Read<Judgement> {
    let judged = |hashing| told(page, |code| oauth::sends_verifier(code, page, to, hashing));
    let mut hashing = None;
    for (linking, name) in linking.into_iter().zip(LINKING) {
        match linking.map(Found::here) {
            Ok(Some(linking)) if oauth::sends_hash(&linking) => hashing = hashing.or(Some(name)),
            Ok(Some(WebPage { scripts: Err(fault), .. })) | Err(fault) => return Err(fault),
            Ok(_) => {}
        }
    }
    judged(hashing)
}
