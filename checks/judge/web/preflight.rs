//! Judgements of what an API answers to a browser's question whether pages of the website may send a request.

use crate::judge::web::cors::{Asking, OwnPages, has_verb, missing_header};
use crate::judgement::Judgement;
use crate::outside::web::{Answer, Page, Responder};

/// Verbs that pages may send without being let (Fetch Standard, "CORS-safelisted method").
const FREE: [&str; 3] = ["GET", "HEAD", "POST"];

/// Pages of `domain` may send such a request to the path: the answer is a success, names their origin, and lists the verb
/// and the headers (Fetch Standard, "CORS-preflight fetch").
pub fn allows(answer: &Answer, domain: &str, path: &str, asking: Asking<'_>) -> Judgement {
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
        Some(allowed) if pages.may_read(allowed) => allows_request(page, path, asking),
        Some(_) => Judgement::fails(expected, described(page)).advising(format!(
            "Write * or {} there, without a slash at its end (exercise 5.5), and deploy the API again.",
            pages.origin
        )),
        None => Judgement::fails(expected, format!("{} without that header", described(page))),
    }
}

/// The answer lists what the page sends.
fn allows_request(page: &Page, path: &str, asking: Asking<'_>) -> Judgement {
    let advice = |what: &str| {
        format!(
            "Browsers take that for a no. Choose {path}, Enable CORS, have {what} in the list, and deploy the API again."
        )
    };
    let listed = |values: &Option<String>| values.clone().unwrap_or_default();
    let Asking { verb, headers } = asking;
    if !FREE.contains(&verb) && !has_verb(&listed(&page.allow_methods), verb) {
        return Judgement::fails(format!("Access-Control-Allow-Methods with {verb}"), described(page))
            .advising(advice(verb));
    }
    match missing_header(&listed(&page.allow_headers), headers) {
        Some(missing) => {
            Judgement::fails(format!("Access-Control-Allow-Headers with {}", headers.join(" and ")), described(page))
                .advising(advice(missing))
        }
        None => Judgement::holds(described(page)),
    }
}

/// What answered, on one line.
fn described(page: &Page) -> String {
    let headers = [("Origin", &page.allow_origin), ("Methods", &page.allow_methods), ("Headers", &page.allow_headers)];
    let said =
        headers.map(|(name, value)| value.as_ref().map(|value| format!(", Access-Control-Allow-{name}: {value}")));
    format!("HTTP status {}", page.status) + &said.into_iter().flatten().collect::<String>()
}
