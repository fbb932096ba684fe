//! 7.4: the pages lead people to sign in, and to sign out.

use crate::documents::address::Address;
use crate::documents::html::Document;
use crate::judge::cognito::client;
use crate::judge::web::sign_in::{self, SignIn};
use crate::report::Clause;
use crate::services::s3::object::Content;
use crate::verifier::prelude::*;

clauses! {
    BUCKET = given::WEBSITE_BUCKET;
    DOMAIN = given::POOL_DOMAIN;
    CLIENT = given::APP_CLIENT;
    HOME: "the bucket holds index.html",
        or "Upload index.html into the bucket, not into a folder of it.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    HOME_IN: "index.html leads people to sign in, through the app client",
        or "Put a link to https://{{ auth_domain }}/login into index.html, and upload it again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    HOME_OUT: "index.html leads people to sign out",
        or "Put a link to https://{{ auth_domain }}/logout into index.html, and upload it again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    CHAPTERS: "the bucket holds chapters.html",
        or "Exercise 5.1 puts it there.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    CHAPTERS_IN: "chapters.html leads people to sign in, through the app client",
        or "Put a link to https://{{ auth_domain }}/login into chapters.html, and upload it again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
    CHAPTERS_OUT: "chapters.html leads people to sign out",
        or "Put a link to https://{{ auth_domain }}/logout into chapters.html, and upload it again.", at s3::CONSOLE_OBJECTS.of(book::WEBSITE);
}

const PAGES: [(&str, [Clause; 3]); 2] =
    [("index.html", [HOME, HOME_IN, HOME_OUT]), ("chapters.html", [CHAPTERS, CHAPTERS_IN, CHAPTERS_OUT])];
pub const READS: Reads = &[
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
    cognito::POOL_DOMAIN,
    cognito::APP_CLIENTS,
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let bucket = async {
        let bucket = aws.bucket(you, &you.names.website_bucket).await;
        let pages = async {
            let Ok(Found::Here(bucket)) = &bucket else { return None };
            let [home, chapters] = PAGES.map(|(key, _)| aws.content(bucket, key));
            Some(join!(home, chapters))
        };
        let pages = pages.await;
        (bucket, pages)
    };
    let clients = async {
        let domain = aws.pool_domain(you, &you.names.auth_domain).await;
        let clients = match &domain {
            Ok(Some(domain)) => aws.app_clients(you, &domain.pool_id).await,
            _ => Ok(Vec::new()),
        };
        (domain, clients)
    };
    let ((bucket, pages), (domain, clients)) = join!(bucket, clients);
    let bucket = it.finds(BUCKET, bucket);
    let domain = it.finds(DOMAIN, domain.map(Found::from))?;
    let expected = book::sign_in_pages(you);
    let client = it.finds(CLIENT, clients.map(|clients| Found::from(client::fitting(&clients, &expected).cloned())))?;
    bucket?;
    let to = SignIn { domain: &domain.name, client: &client, website: &you.domain };
    let (home, chapters) = pages.expect("read with the bucket");
    for (content, (key, clauses)) in [home, chapters].into_iter().zip(PAGES) {
        judge_page(it, content, key, clauses, to);
    }
    Ok(())
}

/// Judges the page that was read: whether it is there, and where its links lead.
fn judge_page(
    it: &mut Report<'_>,
    content: Read<Found<Content>>,
    key: &str,
    [page, leads_in, leads_out]: [Clause; 3],
    to: SignIn<'_>,
) {
    let text = content.as_ref().ok().and_then(|found| found.clone().here()).map(|content| content.text);
    let size = |content: Content| Judgement::holds(format!("{key}, {} bytes", content.object.size));
    it.expects(page, content.map(|found| found.judged(size)));
    let Some(text) = text else {
        return [leads_in, leads_out].into_iter().for_each(|clause| it.skips(clause, "there is no page to read"));
    };
    let document = Document::parse(&text, Address::https(to.website, &format!("/{key}")));
    it.expects(leads_in, sign_in::leads_in(&document, to));
    it.expects(leads_out, sign_in::leads_out(&document, to));
}
