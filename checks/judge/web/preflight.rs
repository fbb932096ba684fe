//! Judgements of what an API answers to a browser's question whether pages of the website may send GET.

use crate::judge::web::cors::OwnPages;
use crate::judgement::Judgement;
use crate::outside::web::{Answer, Page, Responder};

/// Pages of `domain` may send GET to the path: the answer is a success and names their origin (Fetch Standard,
/// "CORS-preflight fetch", which asks of GET no more than that).
pub fn allows(answer: &Answer, domain: &str, path: &str) -> Judgement {
    let pages = OwnPages::at(domain);
    let expected = format!("a status from 200 to 299, and {}", pages.expected());
    let page = match answer {
        Answer::Page(page) => page,
        Answer::OtherNames(names) => return Judgement::fails(expected, format!("a certificate for {names}")),
    };
    if page.responder != Responder::ApiGateway {
        return Judgement::fails(expected, format!("{}'s answer: {}", page.responder.name(), page.describe()));
    }
    match page.allow_origin.as_deref() {
        _ if !(200..300).contains(&page.status) => Judgement::fails(expected, page.describe()).advising(format!(
            "Browsers take that for a no. Choose {path}, Enable CORS (exercise 5.5), and deploy the API again."
        )),
        Some(allowed) if pages.may_read(allowed) => Judgement::holds(described(page)),
        Some(_) => Judgement::fails(expected, described(page)).advising(format!(
            "Write * or {} there, without a slash at its end (exercise 5.5), and deploy the API again.",
            pages.origin
        )),
        None => Judgement::fails(expected, format!("{} without that header", described(page))),
    }
}

/// What answered, on one line.
fn described(page: &Page) -> String {
    let headers = [("Origin", &page.allow_origin), ("Methods", &page.allow_methods)];
    let said =
        headers.map(|(name, value)| value.as_ref().map(|value| format!(", Access-Control-Allow-{name}: {value}")));
    format!("HTTP status {}", page.status) + &said.into_iter().flatten().collect::<String>()
}
