//! Judgements of a page as it lies in the website's bucket, and of the files that it loads from there.

use crate::aws::fault::Read;
use crate::judge::s3::object::{Through, content_type, gives_itself};
use crate::judgement::{Found, Judgement};
use crate::services::s3::Object;
use crate::services::s3::web_page::WebPage;

const HTML: &str = "text/html";
const CSS: &str = "text/css";
const SCRIPT: &str = "text/javascript";

/// Browsers show the page, and nothing in the object keeps it from visitors.
pub fn page(page: &WebPage) -> Judgement {
    let object = &page.content.object;
    content_type(object, HTML).and(gives_itself(object, Through::CloudFront))
}

/// Each file of the website's own that the page loads is there, and browsers take it for what it is.
pub fn loads(page: &Read<Found<WebPage>>) -> Read<Judgement> {
    match page {
        Ok(Found::Here(page)) => loads_all(page),
        Ok(Found::Missing(_)) => Ok(Judgement::skips("there is no page to read")),
        Err(fault) => Err(fault.clone()),
    }
}

fn loads_all(page: &WebPage) -> Read<Judgement> {
    let scripts = page.scripts.as_ref().map_err(Clone::clone)?;
    let styles = page.styles.as_ref().map_err(Clone::clone)?;
    let gone = styles.iter().find(|(_, style)| style.is_none()).map(|(key, _)| key);
    if let Some(key) = scripts.missing.as_ref().or(gone) {
        return Ok(Judgement::absent(format!("{key} in the bucket"), "nothing of that name").advising(format!(
            "{} names the file {key}. Upload it under exactly this key, or name it in the page as it is.",
            page.content.object.key
        )));
    }
    let scripts = scripts.files.iter().map(|file| script(&file.object, file.is_module));
    let styles =
        styles.iter().filter_map(|(_, style)| style.as_ref()).map(|style| stylesheet(style, is_in_quirks(page)));
    let judged: Vec<Judgement> = scripts.chain(styles).collect();
    let telling = judged.iter().find(|judged| !judged.does_hold());
    let telling = telling.or_else(|| judged.iter().find(|judged| judged.has_advice()));
    Ok(match (telling, page.loaded()?.join(", ")) {
        (Some(telling), _) => telling.clone(),
        (None, none) if none.is_empty() => Judgement::holds("it loads nothing of the website's own"),
        (None, keys) => Judgement::holds(keys),
    })
}

/// A module runs only as JavaScript, and no script as something that is none for certain (HTML Standard, "Fetching scripts";
/// Fetch Standard, "Should response to request be blocked due to its MIME type?").
fn script(file: &Object, is_module: bool) -> Judgement {
    let kind = kind(file);
    let is_javascript = kind.ends_with("javascript") || kind.ends_with("ecmascript");
    let is_other = ["image/", "audio/", "video/", "text/csv"].iter().any(|other| kind.starts_with(other));
    let (key, advice) = (&file.key, format!("Upload {} again with the content type {SCRIPT}.", file.key));
    if !is_javascript && (is_module || is_other) {
        return Judgement::fails(format!("{key} as {SCRIPT}"), format!("{key} as {kind}, which browsers do not run"))
            .advising(advice);
    }
    let whole = gives_itself(file, Through::CloudFront);
    if is_javascript || !whole.does_hold() { whole } else { whole.advising(advice) }
}

/// A stylesheet of another type counts only in pages without a doctype (CSSOM, "Fetching CSS style sheets").
fn stylesheet(file: &Object, is_in_quirks: bool) -> Judgement {
    let (key, kind) = (&file.key, kind(file));
    if kind != CSS && !is_in_quirks {
        return Judgement::fails(format!("{key} as {CSS}"), format!("{key} as {kind}, which browsers pass over"))
            .advising(format!("Upload {key} again with the content type {CSS}."));
    }
    gives_itself(file, Through::CloudFront)
}

fn is_in_quirks(page: &WebPage) -> bool {
    !page.content.text.to_ascii_lowercase().contains("<!doctype")
}

fn kind(file: &Object) -> String {
    let kind = file.content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind.is_empty() { "no content type".into() } else { kind }
}
