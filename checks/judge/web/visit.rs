//! Judgements of the website as a visitor meets it: the page, the redirect and the certificate.

use crate::judgement::Judgement;
use crate::outside::web::{Answer, Page, Responder, Served};
use crate::wait::{BUCKET_NAME, WEBSITE_HOSTING};

fn page_of(key: &str) -> String {
    format!("the page {key}, as text/html")
}

/// S3 answers with the page that is the object `key`; with `etag`, with this one.
pub fn s3_serves(answer: &Answer, key: &str, etag: Option<&str>) -> Judgement {
    let expected = page_of(key);
    let Answer::Page(page) = answer else { return other_names(&expected, answer) };
    if page.responder != Responder::S3 {
        return Judgement::fails(expected, format!("{}'s answer: {}", page.responder.name(), page.describe()))
            .advising(format!(
                "The name leads to {}. Point its record at the S3 website endpoint.",
                page.responder.name()
            ));
    }
    match (shows_html(page), etag) {
        (true, Some(etag)) if page.etag.as_deref() != Some(etag) => {
            Judgement::fails(expected, format!("a page that is not the {key} in the bucket"))
        }
        (true, _) => Judgement::holds(page.describe()),
        (false, _) => lacks(page, key, "text/html", &expected),
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

/// CloudFront answers with the page that is the object `key`. An older copy of it is right too: copies are what
/// CloudFront is for.
pub fn cloudfront_serves(served: &Served, key: &str) -> Judgement {
    let expected = page_of(key);
    let Answer::Page(page) = &served.answer else { return other_names(&expected, &served.answer) };
    if page.responder != Responder::CloudFront {
        return Judgement::fails(expected, format!("{}'s answer: {}", page.responder.name(), page.describe()));
    }
    if !shows_html(page) {
        return lacks(page, key, "text/html", &expected);
    }
    match &served.etag {
        Some(etag) if page.etag.as_ref() != Some(etag) => Judgement::holds(format!(
            "{}: an older copy than the {key} in the bucket; CloudFront keeps copies for a day, and exercise 5.2 refreshes them",
            page.describe()
        )),
        _ => Judgement::holds(page.describe()),
    }
}

/// An object of the website that visitors are to see.
#[derive(Clone, Copy, Debug)]
pub struct Visible {
    pub key: &'static str,
    pub kind: &'static str,
    /// Whether an older copy will not do: CloudFront has been told to forget it.
    pub fresh: bool,
}

/// CloudFront answers with the object.
pub fn shows(served: &Served, object: Visible) -> Judgement {
    let Visible { key, kind, fresh } = object;
    let expected = format!("{key} as {kind}{}", if fresh { ", as it is in the bucket" } else { "" });
    let Answer::Page(page) = &served.answer else { return other_names(&expected, &served.answer) };
    if page.responder != Responder::CloudFront {
        return Judgement::fails(expected, format!("S3's answer: {}", page.describe()));
    }
    let stale = page.etag.is_some() && served.etag.is_some() && page.etag != served.etag;
    match (shows_kind(page, kind), stale) {
        (false, _) => lacks(page, key, kind, &expected),
        (true, false) => Judgement::holds(page.describe()),
        (true, true) if !fresh => Judgement::holds(format!("{}, an older copy of it", page.describe())),
        (true, true) => Judgement::fails(expected, format!("{}, an older copy of it", page.describe())).advising(format!(
            "CloudFront kept a copy from before the upload. Create one more invalidation, for /{key}, and check again when it is completed.",
        )),
    }
}

/// CloudFront answers with each of these pages; the first that it does not answer with tells.
pub fn shows_each(served: &[Served], keys: &[&'static str], fresh: bool) -> Judgement {
    let judged = served.iter().zip(keys).map(|(served, key)| shows(served, Visible { key, kind: "text/html", fresh }));
    judged.reduce(Judgement::and).unwrap_or_else(|| Judgement::skips("there is no page to look at"))
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

/// The certificate is valid for `domain`: otherwise there would be no answer.
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
    shows_kind(page, "text/html")
}

fn shows_kind(page: &Page, kind: &str) -> bool {
    let found = page.content_type.split(';').next().unwrap_or_default().trim();
    page.status == 200 && found.eq_ignore_ascii_case(kind)
}

/// Why there is no page, by S3's code where it gives one (Amazon S3 API Reference, "Error responses").
fn lacks(page: &Page, name: &str, kind: &str, expected: &str) -> Judgement {
    let advice = match (page.status, page.code.as_deref()) {
        (307, _) => return Judgement::waits(expected, page.describe(), BUCKET_NAME),
        (_, Some("AccessDenied")) => {
            format!("S3 lets nobody read the object: check the bucket policy and the public access settings, and that {name} is in the bucket.")
        }
        (_, Some("NoSuchKey")) => {
            format!("There is no such object: upload {name} into the bucket, not into a folder of it.")
        }
        (_, Some("NoSuchBucket")) => {
            "There is no bucket of that name: S3 serves a website only from a bucket named exactly like the domain.".into()
        }
        (_, Some("NoSuchWebsiteConfiguration")) => {
            "Website hosting is off: enable it in the bucket's properties, with its index document.".into()
        }
        (200, _) => format!("Upload {name} again with the content type {kind}."),
        (301 | 302 | 308, _) => {
            "Nothing may redirect the visitor here: take the redirection out of the settings.".into()
        }
        (403, None) => {
            "CloudFront knows no distribution for this name, or forbids the request: check the alternate domain name and the distribution's security settings.".into()
        }
        _ => return Judgement::fails(expected, page.describe()),
    };
    Judgement::fails(expected, page.describe()).advising(advice)
}
