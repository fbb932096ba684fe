//! 7.4: the pages lead people to sign in, and to sign out.

use crate::documents::address::Address;
use crate::documents::html::Document;
use crate::judge::cognito::client;
use crate::judge::web::sign_in::{self, SignIn};
use crate::report::Clause;
use crate::services::s3::Bucket;
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
    let ((bucket, pages), (domain, clients)) = join!(bucket, aws.clients_of(you, &you.names.auth_domain));
    let bucket = it.finds(BUCKET, bucket);
    let domain = it.finds(DOMAIN, domain.map(Found::from))?;
    let client = it.finds(CLIENT, client::of_pages(clients, &book::sign_in_pages(you)))?;
    let bucket = bucket?;
    let to = SignIn { domain: &domain.name, client: &client, website: &you.domain };
    let (home, chapters) = pages.expect("read with the bucket");
    for (content, (key, clauses)) in [home, chapters].into_iter().zip(PAGES) {
        let text = content.as_ref().ok().and_then(|found| found.clone().here()).map(|content| content.text);
        let size = |content: Content| Judgement::holds(format!("{key}, {} bytes", content.object.size));
        it.expects(clauses[0], content.map(|found| found.judged(size)));
        let Some(text) = text else {
            clauses[1..].iter().for_each(|clause| it.skips(*clause, "there is no page to read"));
            continue;
        };
        let page = Document::parse(&text, Address::https(to.website, &format!("/{key}")));
        let [leads_in, leads_out] = links(aws, &bucket, &page, to).await;
        it.expects(clauses[1], leads_in);
        it.expects(clauses[2], leads_out);
    }
    Ok(())
}

/// Where the page's links lead. Only if one is missing are its scripts read, which may make it.
async fn links(aws: &Aws, bucket: &Bucket, page: &Document, to: SignIn<'_>) -> [Read<Judgement>; 2] {
    let judged = |scripts| [sign_in::leads_in(page, scripts, to), sign_in::leads_out(page, scripts, to)];
    let plain = judged(None);
    if !plain.iter().any(Judgement::is_absent) {
        return plain.map(Ok);
    }
    match aws.scripts(bucket, page, to.website).await {
        Ok(scripts) => judged(Some(&scripts.code)).map(Ok),
        Err(fault) => plain.map(|judged| if judged.is_absent() { Err(fault.clone()) } else { Ok(judged) }),
    }
}
