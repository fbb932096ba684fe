//! 7.7: the account page looks for the tokens, and leads people to sign out.

use crate::judge::cognito::client;
use crate::judge::s3::object::{PAGE as READABLE_PAGE, not_unpacked};
use crate::judge::web::script::told;
use crate::judge::web::sign_in::{self, SignIn};
use crate::judge::web::storage;
use crate::services::s3::web_page::WebPage;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    PAGE: "the bucket holds account/index.html",
        or "Upload index.html into the folder account of the bucket.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    LOOKS: "a script of the page looks whether somebody has signed in: in localStorage, under jwt",
        or "Look with localStorage.getItem(\"jwt\"), and lead whoever has nothing there to the home page.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    DOMAIN = given::POOL_DOMAIN;
    CLIENT = given::APP_CLIENT;
    OUT: "account/index.html leads people to sign out",
        or "Put a link to https://{{ auth_domain }}/logout into account/index.html, and upload it again.",
        at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cognito::POOL_DOMAIN,
    cognito::APP_CLIENTS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let names = &you.names;
    let ((bucket, page), (domain, clients)) = join!(
        aws.web_page_of(you, &names.website_bucket, book::ACCOUNT_PAGE),
        aws.clients_of(you, &names.auth_domain),
    );
    it.finds(BUCKET, bucket)?;
    let page = it.finds(PAGE, page)?;
    it.expects(LOOKS, told(&page, |code| storage::looks_for(code, book::TOKENS)));
    let domain = it.finds(DOMAIN, domain.map(Found::from))?;
    let client = it.finds(CLIENT, client::of_pages(clients, &book::sign_in_pages(you)))?;
    it.expects(OUT, leads_out(&page, SignIn { domain: &domain.name, client: &client, website: &you.domain }));
    Ok(())
}

/// Where the page's links lead, or where a script of it may.
fn leads_out(page: &WebPage, to: SignIn<'_>) -> Read<Judgement> {
    if let Some(wrong) = not_unpacked(&page.content.packing, READABLE_PAGE) {
        return Ok(wrong);
    }
    let plain = sign_in::leads_out(&page.document, None, to);
    match &page.scripts {
        _ if !plain.is_absent() => Ok(plain),
        Ok(scripts) => Ok(sign_in::leads_out(&page.document, Some(&scripts.code), to)),
        Err(fault) => Err(fault.clone()),
    }
}
