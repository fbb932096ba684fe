//! Judgements of a page that takes a phone number: the field for it, and the request that has it.

use crate::documents::address::Address;
use crate::documents::code::{Code, Run, Value, ValueSet};
use crate::documents::html::Field;
use crate::judge::web::page::{not_told, requests_to};
use crate::judgement::Judgement;
use crate::services::s3::web_page::WebPage;

const FIELD: &str = "a field for a phone number";
const NUMBER: &str = "a request with the phone number";
/// What says that a field is for a phone number, in lower case.
const WORDS: [&str; 4] = ["phone", "mobile", "telef", "telno"];
/// Under which names a request may have the number, beside that of the page's field.
const NAMES: [&str; 5] = ["phone_number", "phoneNumber", "phone", "mobile", "tel"];
/// What is no field to write into (HTML Standard, "The input element").
const NO_TEXT: [&str; 10] =
    ["hidden", "submit", "button", "reset", "image", "checkbox", "radio", "file", "color", "range"];
/// By which scripts make parts of a page.
const MAKES_PARTS: [&str; 5] = ["innerHTML", "outerHTML", "insertAdjacentHTML", "createElement", "write"];

/// People can enter a phone number on the page.
pub fn takes_number(code: &Code, page: &WebPage) -> Judgement {
    let fields = page.document.fields();
    let of_phone: Vec<&Field> = fields.iter().filter(|field| is_for_phone(field)).collect();
    let is_open = |field: &&&Field| !field.is_locked && !NO_TEXT.contains(&field.kind.as_str());
    let open: Vec<&&Field> = of_phone.iter().filter(is_open).collect();
    if let Some(field) = open.iter().find(|field| field.kind != "number") {
        return Judgement::holds(format!("a field of the type {}", field.kind));
    }
    if !open.is_empty() {
        return Judgement::fails("a field of the type tel", "a field of the type number").advising(
            "A field of the type number takes digits alone, and a phone number begins with a plus. Set its type to tel.",
        );
    }
    if let Some(field) = of_phone.first() {
        let why = if field.is_locked { "that is disabled or read-only" } else { "that nobody sees or writes into" };
        return Judgement::fails(FIELD, format!("a field for one {why}"));
    }
    if makes_parts(code, page) {
        return not_told("a script makes parts of the page, and may make the field");
    }
    let found = if fields.is_empty() { "no field".to_owned() } else { format!("{} for other things", count(&fields)) };
    Judgement::absent(FIELD, found)
}

fn is_for_phone(field: &Field) -> bool {
    let is_named = WORDS.iter().any(|word| field.says.contains(word));
    field.kind == "tel"
        || is_named
        || field.says.split_whitespace().any(|word| word == "tel" || word.starts_with("tel-"))
}

fn count(fields: &[Field]) -> String {
    match fields {
        [_] => "one field".into(),
        several => format!("{} fields", several.len()),
    }
}

/// Whether a script of the page may make fields.
fn makes_parts(code: &Code, page: &WebPage) -> bool {
    let run = code.in_browser();
    MAKES_PARTS.iter().any(|name| {
        page.content.text.contains(name) || code.names_member(name) || !run.under(|key| key == *name).is_empty()
    })
}

/// The request for the address has the phone number in its body, as far as that is seen.
pub fn sends_number(code: &Code, page: &WebPage, wanted: &Address) -> Judgement {
    let run = code.in_browser();
    let asked = requests_to(&run, &page.address, wanted);
    if asked.is_empty() {
        return Judgement::skips("there is no such request to read");
    }
    let of_page = page.document.fields().into_iter().filter(is_for_phone).filter_map(|field| field.name);
    let names: Vec<String> = of_page.chain(NAMES.map(str::to_owned)).collect();
    let bodies: ValueSet = asked.iter().flat_map(|request| content(&run, &run.sending(request).body)).collect();
    let entries: Vec<ValueSet> = names.iter().map(|name| run.entry(&bodies, name)).collect();
    if entries.iter().all(|entry| entry.all(|value| *value == Value::Missing)) {
        return Judgement::absent(NUMBER, "a request without it");
    }
    match mentions_phone(code, &run) {
        true => Judgement::holds(NUMBER),
        false => not_told("it puts the body together while it runs"),
    }
}

/// What a body is made of: of JSON, that which it was before.
fn content(run: &Run<'_>, body: &ValueSet) -> ValueSet {
    body.iter()
        .flat_map(|value| match run.is_given_by(value, &["JSON", "stringify"]) {
            true => run.made_of(value),
            false => ValueSet::of(value.clone()),
        })
        .collect()
}

fn mentions_phone(code: &Code, run: &Run<'_>) -> bool {
    let is_named = |text: &str| WORDS.iter().any(|word| text.to_lowercase().contains(word));
    code.texts().any(is_named) || !run.under(is_named).is_empty()
}
