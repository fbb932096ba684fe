//! Judgements of a page of the learner's own that takes something in: the field for it, and the request that brings it to the API.

use crate::documents::address::Address;
use crate::documents::code::{Code, PageRequest, Run, Sending, Text, Value};
use crate::documents::html::Field;
use crate::judge::web::page::not_told;
use crate::judgement::Judgement;
use crate::services::s3::web_page::WebPage;

/// What people give the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenIn {
    Text,
    File,
}

impl TakenIn {
    fn field(self) -> &'static str {
        match self {
            Self::Text => "a field for a text",
            Self::File => "a field of the type file",
        }
    }

    fn is_for(self, field: &Field) -> bool {
        /// What takes no text of people's own (HTML Standard, "The input element").
        const NO_TEXT: [&str; 15] = [
            "hidden", "submit", "button", "reset", "image", "checkbox", "radio", "file", "color", "range", "number",
            "date", "email", "tel", "password",
        ];
        match self {
            Self::Text => !NO_TEXT.contains(&field.kind.as_str()),
            Self::File => field.kind == "file",
        }
    }
}

/// By which scripts make parts of a page.
const MAKES_PARTS: [&str; 5] = ["innerHTML", "outerHTML", "insertAdjacentHTML", "createElement", "write"];
/// By which any part of a page is one to write into.
const EDITABLE: &str = "contenteditable";

/// People can write, or choose a file, on the page.
pub fn has_field(code: &Code, page: &WebPage, takes: TakenIn) -> Judgement {
    let fields = page.document.fields();
    let fitting: Vec<&Field> = fields.iter().filter(|field| takes.is_for(field)).collect();
    if fitting.iter().any(|field| !field.is_locked) {
        return Judgement::holds(takes.field());
    }
    if !fitting.is_empty() {
        return Judgement::fails(takes.field(), "one that is disabled or read-only");
    }
    let may_make = MAKES_PARTS.iter().any(|name| code.names_member(name));
    if may_make || page.content.text.contains(EDITABLE) {
        return not_told("a script makes parts of the page, and may make the field");
    }
    let found = match fields.len() {
        0 => "no field".to_owned(),
        1 => "one field for other things".to_owned(),
        count => format!("{count} fields for other things"),
    };
    Judgement::absent(takes.field(), found)
}

/// The API that pages ask.
#[derive(Clone, Copy, Debug)]
pub struct PageApi<'a> {
    /// Its own name.
    pub host: &'a str,
    /// The paths of the hands-on exercises.
    pub known: &'a [&'a str],
}

impl PageApi<'_> {
    /// The path of the API that an address leads to, at its own name or at that of its stage; none if it is another's.
    fn path(&self, address: &Address) -> Option<String> {
        let path = address.path.trim_end_matches('/');
        let path = if address.host == self.host {
            path
        } else if address.host.contains(".execute-api.") {
            let after = path.strip_prefix('/')?;
            &path[1 + after.find('/')?..]
        } else {
            return None;
        };
        let is_own = !path.is_empty() && !self.known.contains(&path);
        is_own.then(|| path.to_owned())
    }
}

/// A request to a path of the API that is no exercise's.
#[derive(Clone, Debug)]
pub struct Bringing {
    pub address: Address,
    /// Within the API.
    pub path: String,
    /// In upper case; empty if it is not known.
    pub verb: String,
    runs: bool,
    sending: Sending,
}

/// The requests of the page to paths of the API that are the learner's own.
pub fn bringing(run: &Run<'_>, page: &WebPage, api: PageApi<'_>) -> Vec<Bringing> {
    let mut all = Vec::new();
    for asked in run.asked() {
        for address in asked.address.texts().filter_map(|text| address(text, &page.address)) {
            let Some(path) = api.path(&address).filter(|_| address.secure) else { continue };
            let sending = run.sending(&asked);
            let verb = verb(&sending);
            let address = Address { path: address.path.trim_end_matches('/').to_owned(), ..address };
            all.push(Bringing { address, path, verb, runs: asked.runs, sending });
        }
    }
    all
}

fn verb(sending: &Sending) -> String {
    match sending.verb.texts().next().filter(|text| text.is_whole()) {
        Some(text) => text.value().to_uppercase(),
        None if sending.verb.all(|value| *value == Value::Missing) => "GET".to_owned(),
        None => String::new(),
    }
}

/// What a text of a script is as an address; only what looks like one is taken for one.
fn address(text: &Text, page: &Address) -> Option<Address> {
    let text = text.beginning();
    if text.contains("//") { page.resolve(text) } else { None }
}

/// The request that brings what people gave; the first that runs.
pub fn brought(code: &Code, page: &WebPage, api: PageApi<'_>, takes: TakenIn) -> Option<Bringing> {
    let run = code.in_browser();
    let may_ask_first = takes == TakenIn::File && uploads_elsewhere(&run, page, api);
    let all = bringing(&run, page, api);
    let mut fitting = all.into_iter().filter(|one| one.verb != "GET" || may_ask_first).collect::<Vec<_>>();
    fitting.sort_by_key(|one| (!one.runs, one.verb == "GET"));
    fitting.into_iter().next()
}

/// Whether something is sent that is not for the API: whoever uploads a file may first ask for an address to upload it to.
fn uploads_elsewhere(run: &Run<'_>, page: &WebPage, api: PageApi<'_>) -> bool {
    run.asked().iter().any(|asked| {
        let is_of_api = |text: &Text| address(text, &page.address).is_some_and(|found| found.host == api.host);
        verb(&run.sending(asked)) != "GET" && !asked.address.texts().any(is_of_api)
    })
}

/// A script of the page brings it to a path of the API that is the learner's own.
pub fn brings(code: &Code, page: &WebPage, api: PageApi<'_>, takes: TakenIn) -> Judgement {
    let expected = format!("a request such as POST https://{}/…", api.host);
    let run = code.in_browser();
    if let Some(one) = brought(code, page, api, takes) {
        let said = format!("{} {}", if one.verb.is_empty() { "a request to" } else { one.verb.as_str() }, one.address);
        return match one.runs {
            true if one.address.host == api.host => Judgement::holds(said),
            true => Judgement::holds(said).advising(format!(
                "That is the stage's own address, which changes when you make the API again. https://{} stays.",
                api.host
            )),
            false => not_told(&format!("{said} is in a function that nothing calls")),
        };
    }
    if let Some(form) = sent_by_form(page, api) {
        return Judgement::holds(format!("the form itself, to {form}")).advising(
            "A form without a script leaves your page: people see the answer of the API as it is. A script can stay and say thanks.",
        );
    }
    if let Some(other) = bringing(&run, page, api).first() {
        return Judgement::fails(expected, format!("{} {}", other.verb, other.address))
            .advising("GET brings no body. Add method: \"POST\" to what fetch is told.");
    }
    if is_unsure(&run, page, api) {
        return not_told("it puts the address together while it runs");
    }
    let asked = run.asked();
    let insecure = asked.iter().flat_map(|asked| asked.address.texts()).filter_map(|text| address(text, &page.address));
    if let Some(found) = insecure.into_iter().find(|found| !found.secure && found.host == api.host) {
        return Judgement::fails(expected, format!("a request to {found}")).advising(
            "A page that came over HTTPS may ask over HTTPS alone, and so the browser blocks this. Write https.",
        );
    }
    let found = if asked.is_empty() { "no script that asks for anything" } else { "requests to other addresses alone" };
    Judgement::absent(expected, found)
}

/// Whether the scripts may ask the API in a way that is not seen.
fn is_unsure(run: &Run<'_>, page: &WebPage, api: PageApi<'_>) -> bool {
    let is_open = |value: &Value| match value {
        Value::Text(text) if text.is_whole() => false,
        Value::Text(text) => {
            let beginning = text.beginning();
            let names_host = beginning.split_once("//").is_some_and(|(_, rest)| rest.contains('/'));
            let is_of_api = || address(text, &page.address).is_some_and(|found| found.host == api.host);
            // After a question mark, the path is complete.
            !names_host || !beginning.contains('?') && is_of_api()
        }
        value => !value.is_certain(),
    };
    let is_own =
        |text: &Text| address(text, &page.address).is_some_and(|found| found.secure && api.path(&found).is_some());
    // The website's own distribution may hand some paths on to the API.
    let is_of_website = |text: &Text| text.is_whole() && !text.value().contains("//");
    let asked = run.asked();
    let hands_on = |asked: &PageRequest| verb(&run.sending(asked)) != "GET" && asked.address.texts().any(is_of_website);
    asked.iter().any(|asked| asked.address.any(is_open) || hands_on(asked)) || run.hands_over(is_own)
}

/// Where a form of the page leads that is sent without a script.
fn sent_by_form(page: &WebPage, api: PageApi<'_>) -> Option<Address> {
    page.document.posted().into_iter().find(|address| address.secure && api.path(address).is_some())
}

/// The path of the API to which a form of the page leads that is sent without a script.
pub fn posted_to(page: &WebPage, api: PageApi<'_>) -> Option<String> {
    sent_by_form(page, api).and_then(|address| api.path(&address))
}

/// The request has a body that arrives as it is meant.
pub fn has_body(code: &Code, page: &WebPage, api: PageApi<'_>, takes: TakenIn) -> Judgement {
    const EXPECTED: &str = "a body, such as JSON.stringify({ … })";
    let Some(one) = brought(code, page, api, takes) else {
        return Judgement::skips("there is no such request to read");
    };
    if one.verb == "GET" {
        return Judgement::skips("it asks for an address first, and uploads there");
    }
    let body = &one.sending.body;
    if body.all(Value::is_nothing) {
        return Judgement::fails(EXPECTED, "a request without a body").advising(
            "Nothing of what people gave is in the request. Add body: JSON.stringify({ … }) to what fetch is told.",
        );
    }
    if body.all(|value| matches!(value, Value::Object(_))) {
        return Judgement::fails(EXPECTED, "an object, which a browser sends as the text [object Object]")
            .advising("Make text of it: body: JSON.stringify({ … }).");
    }
    Judgement::holds(EXPECTED)
}
