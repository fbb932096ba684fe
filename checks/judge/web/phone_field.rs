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
/// What says that a field is for a given name, in lower case, and under which names a request may have it.
const WORDS_OF_NAME: [&str; 4] = ["name", "given", "first", "vorname"];
pub const NAMES_OF_NAME: [&str; 5] = ["given_name", "givenName", "name", "firstName", "first_name"];
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
    if names.iter().all(|name| lacks(&run, page, wanted, name)) {
        return Judgement::absent(NUMBER, "a request without it");
    }
    match mentions_phone(code, &run) {
        true => Judgement::holds(NUMBER),
        false => not_told("it puts the body together while it runs"),
    }
}

/// People can still enter their given name on the page, and the request for the address has it.
pub fn keeps_name(code: &Code, page: &WebPage, wanted: &Address) -> Judgement {
    let fields = page.document.fields();
    let is_for_name = |field: &&Field| {
        let is_named = WORDS_OF_NAME.iter().any(|word| field.says.contains(word));
        is_named && !is_for_phone(field) && !field.is_locked && !NO_TEXT.contains(&field.kind.as_str())
    };
    let of_name: Vec<&Field> = fields.iter().filter(is_for_name).collect();
    if of_name.is_empty() {
        return match makes_parts(code, page) {
            true => not_told("a script makes parts of the page, and may make the field"),
            false => Judgement::absent("a field for the given name", "no field for a name"),
        };
    }
    let names: Vec<&str> = of_name.iter().filter_map(|field| field.name.as_deref()).chain(NAMES_OF_NAME).collect();
    let run = code.in_browser();
    if requests_to(&run, &page.address, wanted).is_empty() {
        return Judgement::skips("there is no such request to read");
    }
    match names.iter().all(|name| lacks(&run, page, wanted, name)) {
        true => Judgement::absent("a request with the given name", "a request without it"),
        false => Judgement::holds("a field and a request with the given name"),
    }
}

/// The function of the request takes the phone number out of the body under a name under which the page sends it. What is not
/// seen on either side is left to what the function answers.
pub fn is_taken_as_sent(code: &Code, page: &WebPage, wanted: &Address, taken: &[&str]) -> Judgement {
    let run = code.in_browser();
    let is_of_phone = |name: &&&str| WORDS.iter().chain(&["tel"]).any(|word| name.to_lowercase().contains(word));
    let taken: Vec<&str> = taken.iter().filter(is_of_phone).copied().collect();
    if taken.is_empty() || requests_to(&run, &page.address, wanted).is_empty() {
        return not_told("the names under which the number is sent and taken are not seen");
    }
    if taken.iter().any(|name| !lacks(&run, page, wanted, name)) {
        return Judgement::holds(taken.join(", "));
    }
    let of_page = page.document.fields().into_iter().filter(is_for_phone).filter_map(|field| field.name);
    let mut names = NAMES.map(str::to_owned).into_iter().chain(of_page);
    match names.find(|name| !lacks(&run, page, wanted, name)) {
        Some(sent) => Judgement::fails(format!("a request with {}", taken.join(" or ")), format!("a request with {sent}"))
            .advising(format!(
                "The page and the function have to name the number alike. Let the page send {}, or let the function take {sent}.",
                taken[0]
            )),
        None => not_told("the page is not seen to send a number, which exercise 9.i1 has it do"),
    }
}

/// What is wrong if the function takes the given name under names that no request for the address has.
pub fn name_taken_otherwise(code: &Code, page: &WebPage, wanted: &Address, taken: &[&str]) -> Option<Judgement> {
    let taken: Vec<&str> = taken.iter().filter(|name| NAMES_OF_NAME.contains(name)).copied().collect();
    let run = code.in_browser();
    if taken.is_empty() || !taken.iter().all(|name| lacks(&run, page, wanted, name)) {
        return None;
    }
    let sent = NAMES_OF_NAME.into_iter().find(|name| !lacks(&run, page, wanted, name))?;
    Some(Judgement::fails(format!("a request with {}", taken.join(" or ")), format!("a request with {sent}")).advising(
        format!(
            "The page and the function have to name it alike. Let the page send {}, or let the function take {sent}.",
            taken[0]
        ),
    ))
}

/// Whether the requests for the address have nothing of this name in their bodies, for certain.
fn lacks(run: &Run<'_>, page: &WebPage, wanted: &Address, name: &str) -> bool {
    let asked = requests_to(run, &page.address, wanted);
    let bodies: ValueSet = asked.iter().flat_map(|request| content(run, &run.sending(request).body)).collect();
    run.entry(&bodies, name).all(|value| *value == Value::Missing)
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
