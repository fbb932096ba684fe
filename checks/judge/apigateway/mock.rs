//! Judgements of a mock integration: what API Gateway is told to answer, and whose pages may read it.

use serde_json::Value;

use crate::judge::web::articles;
use crate::judge::web::cors::{self, Asking, OwnPages};
use crate::judgement::Judgement;
use crate::services::apigateway::{Integration, Method, Resource, RestApi, Sent};

/// What a caller without a body asks with (API Gateway Developer Guide, "Method request behavior for payloads without
/// mapping templates").
const JSON: &str = "application/json";
const ORIGIN: &str = "Access-Control-Allow-Origin";
const METHODS: &str = "Access-Control-Allow-Methods";
const HEADERS: &str = "Access-Control-Allow-Headers";

/// What keeps a mock from reading what visitors send: an API that takes it for bytes, to which no template applies (API
/// Gateway Developer Guide, "Content type conversions in API Gateway"). A request without a body counts as JSON.
pub fn takes_bytes(api: &RestApi, mock: &Integration) -> Option<Judgement> {
    let of_json = api.binary_types.iter().find(|kind| *kind == "*/*" || kind.eq_ignore_ascii_case(JSON))?;
    if mock.kind != "MOCK" || mock.content_handling == "CONVERT_TO_TEXT" {
        return None;
    }
    let found = format!("the API takes {of_json} for binary, and the mock gets bytes: it answers 500");
    Some(Judgement::fails("a mock that gets text", found).advising(format!(
        "In API settings, remove {of_json} from the binary media types. Or set the content handling of the integration \
         request to Convert to text (CONVERT_TO_TEXT). Then deploy the API again."
    )))
}

/// The template of the request says that the answer is the status 200.
pub fn asks_for_200(mock: &Integration) -> Judgement {
    const EXPECTED: &str = "{\"statusCode\": 200}, for application/json";
    let Some(template) = mock.request.get(JSON) else {
        let others: Vec<_> = mock.request.keys().map(String::as_str).collect();
        let found =
            if others.is_empty() { "no template".into() } else { format!("a template for {}", others.join(", ")) };
        return Judgement::fails(EXPECTED, found);
    };
    match status_code(template) {
        Some(200) => Judgement::holds("statusCode 200"),
        Some(other) => Judgement::fails(EXPECTED, format!("statusCode {other}")),
        None => Judgement::fails(EXPECTED, template).advising(
            "A mock integration answers HTTP status 500 unless its template has statusCode and a number without quotation marks.",
        ),
    }
}

/// The number after `statusCode`. Templates may have statements around it, and the name no quotation marks.
fn status_code(template: &str) -> Option<u16> {
    let (_, rest) = template.split_once("statusCode")?;
    let rest = rest.trim_start_matches(['"', '\'']).trim_start().strip_prefix(':')?.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// The template of the answer is an array of articles.
pub fn sends_articles(mock: &Integration) -> Judgement {
    const EXPECTED: &str =
        "a template for application/json with an array of objects that have id, title and description";
    let Some(sent) = mock.responses.get("200") else {
        return Judgement::fails("an integration response for status 200", statuses(mock));
    };
    let Some(template) = sent.templates.get(JSON).or_else(|| sent.templates.values().next()) else {
        return Judgement::fails(EXPECTED, "no template, so that the answer is empty");
    };
    match serde_json::from_str::<Value>(template) {
        Ok(value) => {
            articles::count(&value).map_or_else(|wrong| wrong, |count| Judgement::holds(articles::counted(count)))
        }
        // Statements and variables of the template language (API Gateway Developer Guide, "Mapping template
        // transformations for REST APIs") are not carried out here.
        Err(_) if template.contains(['#', '$']) => with_statements(template, EXPECTED),
        Err(error) => Judgement::fails(EXPECTED, format!("no JSON: {error}")),
    }
}

fn with_statements(template: &str, expected: &str) -> Judgement {
    let names = ["id", "title", "description"];
    match names.into_iter().find(|name| !template.contains(&format!("\"{name}\""))) {
        None if template.contains('[') => Judgement::holds(
            "a template with statements, which are not carried out here; it has an array, id, title and description",
        ),
        None => Judgement::fails(expected, "a template with statements and without an array"),
        Some(name) => Judgement::fails(expected, format!("a template with statements and without {name}")),
    }
}

/// Pages of `domain` may read what the method answers: the header is declared and sent.
pub fn lets_pages_read(method: &Method, mock: &Integration, domain: &str) -> Judgement {
    match mock.responses.get("200") {
        None => Judgement::fails("an integration response for status 200", statuses(mock)),
        Some(sent) => origin(method, "200", sent, domain),
    }
}

/// The verb of the resource answers the articles, which pages of `domain` may read. None if no mock answers it, whose settings
/// alone tell that.
pub fn answers_articles(resource: &Resource, verb: &str, domain: &str) -> Option<Judgement> {
    let method = resource.method(verb)?;
    let mock = method.integration.as_ref().filter(|integration| integration.kind == "MOCK")?;
    Some(asks_for_200(mock).and(sends_articles(mock)).and(lets_pages_read(method, mock, domain)))
}

/// The method OPTIONS tells browsers that pages of `domain` may send the verb, with these headers.
pub fn answers_preflight(resource: &Resource, asking: Asking<'_>, domain: &str) -> Judgement {
    match told_to_browsers(resource) {
        Ok(Told { method, status, sent }) => {
            let verb = allows_verb(sent, asking.verb);
            let headers = allows_headers(method, status, sent, asking.headers);
            origin(method, status, sent, domain).and(verb.but(headers))
        }
        Err(wrong) => wrong,
    }
}

/// The method OPTIONS answers browsers, and names pages of `domain`.
pub fn names_pages(resource: &Resource, domain: &str) -> Judgement {
    match told_to_browsers(resource) {
        Ok(Told { method, status, sent }) => origin(method, status, sent, domain),
        Err(wrong) => wrong,
    }
}

/// What the method OPTIONS sends, with which status.
struct Told<'a> {
    method: &'a Method,
    status: &'a str,
    sent: &'a Sent,
}

/// What browsers are told, or why they are told nothing.
fn told_to_browsers(resource: &Resource) -> Result<Told<'_>, Judgement> {
    const EXPECTED: &str = "a mock integration with the Access-Control-Allow headers";
    let Some(method) = resource.method("OPTIONS") else {
        return Err(Judgement::absent("a method OPTIONS", resource.verbs()));
    };
    let Some(integration) = &method.integration else {
        return Err(Judgement::absent(EXPECTED, "OPTIONS has no integration"));
    };
    if !method.is_open() {
        let expected = "OPTIONS without authorization and without an API key";
        return Err(Judgement::fails(expected, "OPTIONS asks who is there").advising(
            "Browsers ask OPTIONS without credentials: set its authorization to NONE, and ask for no API key.",
        ));
    }
    if integration.kind != "MOCK" {
        return Err(Judgement::skips(format!("what {} answers to OPTIONS is not checked", integration.kind)));
    }
    if integration.request.get(JSON).and_then(|template| status_code(template)).is_none() {
        let found = "OPTIONS without a request template for application/json that has a statusCode: it answers 500";
        return Err(Judgement::fails(EXPECTED, found).advising(
            "Edit the integration request of OPTIONS: mapping template application/json, {\"statusCode\": 200}.",
        ));
    }
    let has_origin = |sent: &Sent| header(sent, ORIGIN).is_some() || sent.templates.values().any(|t| sets_origin(t));
    match integration.responses.iter().find(|(_, sent)| has_origin(sent)) {
        Some((status, sent)) => Ok(Told { method, status, sent }),
        None => Err(Judgement::fails(EXPECTED, format!("no value for {ORIGIN}"))),
    }
}

/// Browsers let pages of `domain` send these headers. If they let none send the verb, that is not judged here.
pub fn allows_each(options: Option<&Resource>, asking: Asking<'_>, domain: &str) -> Judgement {
    const NOT_YET: &str = "OPTIONS does not answer browsers yet";
    let Some(options) = options else { return Judgement::skips(NOT_YET) };
    match answers_preflight(options, Asking { headers: &[], ..asking }, domain).does_hold() {
        true => answers_preflight(options, asking, domain).and(Judgement::holds(asking.headers.join(", "))),
        false => Judgement::skips(NOT_YET),
    }
}

/// Browsers let pages send cookies along: the answer names an origin, and says so.
pub fn allows_cookies(options: Option<&Resource>) -> bool {
    const CREDENTIALS: &str = "Access-Control-Allow-Credentials";
    let mock = options.and_then(|of| of.method("OPTIONS")).and_then(|method| method.integration.as_ref());
    let Some(mock) = mock.filter(|mock| mock.kind == "MOCK") else { return true };
    mock.responses.values().any(|sent| {
        let by_template = sent.templates.values().any(|template| sets_origin(template));
        let says = header(sent, CREDENTIALS).is_some_and(|value| unquoted(value) == "true");
        by_template || (says && header(sent, ORIGIN).is_some_and(|origin| unquoted(origin) != "*"))
    })
}

fn allows_verb(sent: &Sent, verb: &str) -> Judgement {
    let methods = header(sent, METHODS).unwrap_or_default();
    let found = if methods.is_empty() { format!("no value for {METHODS}") } else { format!("{METHODS}: {methods}") };
    match cors::has_verb(unquoted(methods), verb) {
        true => Judgement::holds(found),
        false => Judgement::fails(format!("{METHODS} with {verb}"), found),
    }
}

/// Why the page's headers are not let through.
fn allows_headers(method: &Method, status: &str, sent: &Sent, wanted: &[&str]) -> Option<Judgement> {
    if wanted.is_empty() {
        return None;
    }
    let headers = header(sent, HEADERS).unwrap_or_default();
    let expected = format!("{HEADERS} with {}", wanted.join(" and "));
    let declared = method.declared.get(status).into_iter().flatten().any(|name| names(name, HEADERS));
    Some(match cors::missing_header(unquoted(headers), wanted) {
        Some(_) if headers.is_empty() => Judgement::fails(expected, format!("no value for {HEADERS}")),
        Some(missing) => Judgement::fails(expected, format!("{HEADERS}: {headers}")).advising(format!(
            "Your page sends the header {missing}, and the browser asks first whether it may. Choose the resource, Enable CORS, \
             and write {missing} into the list of headers."
        )),
        None if !declared => Judgement::fails(format!("the method response {status} declares {HEADERS}"), "it does not"),
        None => return None,
    })
}

/// A text without the quotation marks that it has as a header's value.
fn unquoted(value: &str) -> &str {
    value.trim_matches('\'')
}

/// Pages of `domain` may read what is sent with the status: the header is declared and sent.
pub(super) fn origin(method: &Method, status: &str, sent: &Sent, domain: &str) -> Judgement {
    let pages = OwnPages::at(domain);
    let own = &pages.origin;
    let expected = format!("{ORIGIN}: '*' or '{own}'");
    if let Some(template) = sent.templates.values().find(|template| sets_origin(template)) {
        return set_by_template(template, header(sent, ORIGIN), &pages);
    }
    let declared = method.declared.get(status).into_iter().flatten().any(|name| names(name, ORIGIN));
    match header(sent, ORIGIN) {
        None => Judgement::fails(expected, format!("no value for {ORIGIN}")),
        Some(_) if !declared => {
            Judgement::fails(format!("the method response {status} declares {ORIGIN}"), "it does not")
        }
        Some(value) => match value.strip_prefix('\'').and_then(|value| value.strip_suffix('\'')) {
            Some(allowed) if pages.may_read(allowed) => Judgement::holds(format!("{ORIGIN}: {allowed}")),
            Some(other) => Judgement::fails(expected, format!("'{other}'")).advising(format!(
                "Browsers compare letter by letter: write '*' or '{own}', without a slash at its end."
            )),
            None => Judgement::fails(expected, value).advising(
                "Text needs single quotation marks around it there; without them API Gateway looks for a value of that name.",
            ),
        },
    }
}

/// Whether a template puts another value into the header than the integration response says (API Gateway Developer Guide,
/// "Override your API's request and response parameters").
fn sets_origin(template: &str) -> bool {
    template.to_ascii_lowercase().contains("responseoverride.header.access-control-allow-origin")
}

/// Templates are not carried out here; one that names the own pages is for them.
fn set_by_template(template: &str, otherwise: Option<&str>, pages: &OwnPages) -> Judgement {
    let names = |mark: char| template.contains(&format!("{mark}{}{mark}", pages.origin));
    let otherwise = otherwise.map(|value| value.trim_matches('\''));
    if names('"') || names('\'') || otherwise.is_some_and(|value| pages.may_read(value)) {
        return Judgement::holds(format!("{ORIGIN}: {}, by a template", pages.origin));
    }
    Judgement::skips(format!(
        "not told from the template, which sets {ORIGIN} by itself. What the stage answers shows it"
    ))
}

fn header<'a>(sent: &'a Sent, wanted: &str) -> Option<&'a str> {
    sent.parameters.iter().find(|(name, _)| names(name, wanted)).map(|(_, value)| value.as_str())
}

/// Whether a parameter is this header.
fn names(parameter: &str, header: &str) -> bool {
    parameter.strip_prefix("method.response.header.").is_some_and(|name| name.eq_ignore_ascii_case(header))
}

/// For which statuses there are integration responses, in words.
pub(super) fn statuses(mock: &Integration) -> String {
    let statuses: Vec<_> = mock.responses.keys().map(String::as_str).collect();
    if statuses.is_empty() { "no integration response".into() } else { format!("one for {}", statuses.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_to_say_a_status() {
        for (template, expected) in [
            (r#"{"statusCode": 200}"#, Some(200)),
            ("{ statusCode: 204 }", Some(204)),
            ("#set($a = 1)\n{'statusCode' : 200}", Some(200)),
            (r#"{"statusCode": "200"}"#, None),
            (r#"{"statuscode": 200}"#, None),
            ("statusCode", None),
            (r#"{"statusCode": 99999999}"#, None),
        ] {
            assert_eq!(status_code(template), expected, "{template}");
        }
    }
}
