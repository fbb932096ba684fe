//! Judgements of the website as a visitor meets it: the page, the redirect and the certificate.

use crate::aws::{Answer, Page, Responder, Served};
use crate::report::Judgement;
use crate::wait::{BUCKET_NAME, WEBSITE_HOSTING};

const PAGE: &str = "the page index.html, as text/html";

/// S3 answers with the page; with `etag`, with this one.
pub fn s3_serves(answer: &Answer, etag: Option<&str>) -> Judgement {
    let Answer::Page(page) = answer else { return other_names(PAGE, answer) };
    if page.responder != Responder::S3 {
        return Judgement::fails(PAGE, format!("{}'s answer: {}", page.responder.name(), page.describe())).advising(
            format!("The name leads to {}. Point its record at the S3 website endpoint.", page.responder.name()),
        );
    }
    match (shows_html(page), etag) {
        (true, Some(etag)) if page.etag.as_deref() != Some(etag) => {
            Judgement::fails(PAGE, "a page that is not the index.html in the bucket")
        }
        (true, _) => Judgement::holds(page.describe()),
        (false, _) => lacks(page),
    }
}

/// S3 serves the page no more.
pub fn s3_serves_no_more(answer: &Answer) -> Judgement {
    const GONE: &str = "no page: HTTP status 404, NoSuchWebsiteConfiguration";
    match answer {
        Answer::Page(page) if (400..500).contains(&page.status) => Judgement::holds(page.describe()),
        Answer::Page(page) => Judgement::waits(GONE, page.describe(), WEBSITE_HOSTING),
        other => other_names(GONE, other),
    }
}

/// CloudFront answers with the page. An older copy of it is right too: copies are what CloudFront is for.
pub fn cloudfront_serves(served: &Served) -> Judgement {
    let Answer::Page(page) = &served.answer else { return other_names(PAGE, &served.answer) };
    if page.responder != Responder::CloudFront {
        return Judgement::fails(PAGE, format!("{}'s answer: {}", page.responder.name(), page.describe()));
    }
    if !shows_html(page) {
        return lacks(page);
    }
    match &served.etag {
        Some(etag) if page.etag.as_ref() != Some(etag) => Judgement::holds(format!(
            "{}: an older copy than the index.html in the bucket; CloudFront keeps copies for a day, and exercise 5.2 refreshes them",
            page.describe()
        )),
        _ => Judgement::holds(page.describe()),
    }
}

/// A visitor over HTTP is sent to HTTPS at the same host.
pub fn redirects_to_https(answer: &Answer, host: &str) -> Judgement {
    let expected = format!("a redirect to https://{host}/");
    let Answer::Page(page) = answer else { return other_names(&expected, answer) };
    let location = page.location.as_deref().unwrap_or_default().to_lowercase();
    let there = location.trim_end_matches('/') == format!("https://{host}");
    match there && matches!(page.status, 301 | 302 | 307 | 308) {
        true => Judgement::holds(page.describe()),
        false => Judgement::fails(expected, page.describe()),
    }
}

/// The certificate presented is valid for `domain`: otherwise there would be no answer.
pub fn certificate_valid(answer: &Answer, domain: &str) -> Judgement {
    match answer {
        Answer::Page(_) => Judgement::holds(format!("a certificate that browsers trust for {domain}")),
        other => other_names(&format!("a certificate for {domain}"), other),
    }
}

/// CloudFront's own certificate is what it shows for a name that no distribution has.
fn other_names(expected: &str, answer: &Answer) -> Judgement {
    let Answer::OtherNames(names) = answer else { return Judgement::fails(expected, "an answer of another kind") };
    Judgement::fails(expected, format!("a certificate for {names}")).advising(
        "No distribution answers for the domain yet. Edit the general settings of the distribution: its alternate domain name and its custom SSL certificate.",
    )
}

fn shows_html(page: &Page) -> bool {
    let kind = page.content_type.split(';').next().unwrap_or_default().trim();
    page.status == 200 && kind.eq_ignore_ascii_case("text/html")
}

/// Why there is no page, by S3's code where it gives one (Amazon S3 API Reference, "Error responses").
fn lacks(page: &Page) -> Judgement {
    let advice = match (page.status, page.code.as_deref()) {
        (307, _) => return Judgement::waits(PAGE, page.describe(), BUCKET_NAME),
        (_, Some("AccessDenied")) => {
            "S3 lets nobody read the object: check the bucket policy and the public access settings, and that index.html is in the bucket."
        }
        (_, Some("NoSuchKey")) => {
            "There is no such object: upload index.html into the bucket, not into a folder of it."
        }
        (_, Some("NoSuchBucket")) => {
            "There is no bucket of that name: S3 serves a website only from a bucket named exactly like the domain."
        }
        (_, Some("NoSuchWebsiteConfiguration")) => {
            "Website hosting is off: enable it in the bucket's properties, with the index document index.html."
        }
        (200, _) => "Upload index.html again with the content type text/html.",
        (301 | 302 | 308, _) => "Nothing may redirect the visitor here: take the redirection out of the settings.",
        (403, None) => {
            "CloudFront knows no distribution for this name, or forbids the request: check the alternate domain name and the distribution's security settings."
        }
        _ => return Judgement::fails(PAGE, page.describe()),
    };
    Judgement::fails(PAGE, page.describe()).advising(advice)
}
