//! Judgements of an integration with DynamoDB's PutItem: what the API asks for, with what item, and what visitors get.

use std::collections::BTreeMap;

use crate::aws::fault::{Fault, Read};
use crate::documents::mapping_template::{Given, Node, Part, Source, given};
use crate::judge::apigateway::mock;
use crate::judgement::Judgement;
use crate::services::apigateway::{Integration, Method, Sent};

const JSON: &str = "application/json";
/// The types of DynamoDB's values (Amazon DynamoDB Developer Guide, "Data type descriptors").
const TYPES: [&str; 10] = ["S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS"];

/// The method asks DynamoDB of the region to put an item.
pub fn asks(integration: Option<&Integration>, region: &str) -> Judgement {
    let expected = format!("an integration with DynamoDB in {region}, action PutItem, HTTP method POST");
    let Some(of) = integration else {
        return Judgement::absent(expected, "no integration");
    };
    let part = |at| of.uri.splitn(6, ':').nth(at).unwrap_or_default();
    let (own, service, place) = (part(3), part(4), part(5));
    let fails = |found: String| Judgement::fails(expected.clone(), found);
    if of.kind != "AWS" || service != "dynamodb" {
        let uri = if of.uri.is_empty() { String::new() } else { format!(" with {}", of.uri) };
        return fails(format!("the integration {}{uri}", of.kind));
    }
    if own != region {
        return fails(format!("DynamoDB in {own}")).advising(format!("The table is in {region}: choose that region."));
    }
    match place.strip_prefix("action/") {
        Some("PutItem") if of.sent_with == "POST" => Judgement::holds(expected),
        Some("PutItem") => fails(format!("the HTTP method {}", of.sent_with)).advising(
            "DynamoDB takes each of its actions with POST: set the HTTP method of the integration request to POST.",
        ),
        Some(action) => fails(format!("the action {action}"))
            .advising("Capital letters count in the names of actions there: write PutItem."),
        None => {
            Judgement::skips(format!("not told from {place}: a header of the integration request names the action"))
        }
    }
}

/// The item that is wanted: in which table, and with which key.
pub struct Wanted<'a> {
    pub table: &'a str,
    pub arn: &'a str,
    /// The partition key, a string, and its value.
    pub kind: (&'a str, &'a str),
    /// The sort key, a number.
    pub time: &'a str,
}

/// Why a template does not make the item.
enum Wrong {
    Fails(String, Option<String>),
    Unsure(String),
}

fn fails(found: impl Into<String>) -> Wrong {
    Wrong::Fails(found.into(), None)
}

fn with_advice(found: impl Into<String>, advice: impl Into<String>) -> Wrong {
    Wrong::Fails(found.into(), Some(advice.into()))
}

/// The template makes an item for the table, of a kind that the template itself says and with the time as a number.
pub fn makes_item(
    integration: &Integration,
    variables: &BTreeMap<String, String>,
    wanted: &Wanted<'_>,
) -> Read<Judgement> {
    let Wanted { table, kind: (key, value), time, .. } = wanted;
    let expected = format!(
        r#"{{"TableName": "{table}", "Item": {{"{key}": {{"S": "{value}"}}, "{time}": {{"N": "$context.requestTimeEpoch"}}}}}}"#
    );
    let Some(template) = integration.request.get(JSON) else {
        let others: Vec<_> = integration.request.keys().map(String::as_str).collect();
        let found =
            if others.is_empty() { "no mapping template".into() } else { format!("one for {}", others.join(", ")) };
        return Ok(Judgement::fails(format!("for {JSON}: {expected}"), found));
    };
    let judged = match given(template, variables) {
        Given::Json(node) => item(&node, wanted),
        Given::Broken(why) => Err(with_advice(
            format!("what the template gives is no JSON: {why}"),
            "Look for a missing quotation mark, or for a comma before a closing brace.",
        )),
        Given::Unsure(why) => Err(Wrong::Unsure(why)),
    };
    match judged {
        Ok(()) => Ok(Judgement::holds(format!("an item with {key} {value}, and the time of the request as {time}"))),
        Err(Wrong::Fails(found, None)) => Ok(Judgement::fails(expected, found)),
        Err(Wrong::Fails(found, Some(advice))) => Ok(Judgement::fails(expected, found).advising(advice)),
        Err(Wrong::Unsure(why)) => {
            Err(Fault::undecided(format!("what the mapping template makes of a request ({why})")))
        }
    }
}

fn item(node: &Node, wanted: &Wanted<'_>) -> Result<(), Wrong> {
    const CALLERS: &str =
        "Whoever signed in could then write whatever they like. Write the table and the item into the template.";
    let Node::Object(request) = node else {
        return Err(match node {
            Node::Bare(Source::Caller) => with_advice("what the caller sent, as it is", CALLERS),
            Node::Bare(_) => Wrong::Unsure("all of it comes from a variable".into()),
            _ => fails("no object"),
        });
    };
    into_table(request.get("TableName"), wanted)?;
    let attributes = match request.get("Item") {
        Some(Node::Object(attributes)) => attributes,
        Some(Node::Bare(Source::Caller)) => return Err(with_advice("an Item that the caller sends", CALLERS)),
        Some(Node::Bare(_)) => return Err(Wrong::Unsure("the item comes from a variable".into())),
        Some(_) => return Err(fails("an Item that is no object")),
        None => return Err(fails("no Item")),
    };
    of_kind(attributes, wanted.kind)?;
    at_time(attributes, wanted.time)?;
    attributes.iter().try_for_each(|(name, value)| typed(name, value).map(|_| ()))
}

fn into_table(named: Option<&Node>, wanted: &Wanted<'_>) -> Result<(), Wrong> {
    match named {
        Some(Node::Text(parts)) => match parts.as_slice() {
            [Part::Text(name)] if name == wanted.table || name == wanted.arn => Ok(()),
            [Part::Text(name)] => Err(fails(format!("the table {name}"))),
            parts if parts.contains(&Part::From(Source::Caller)) => Err(fails("a TableName that the caller sends")),
            _ => Err(Wrong::Unsure("the table's name comes from a variable".into())),
        },
        Some(Node::Bare(_)) => Err(Wrong::Unsure("the table's name comes from a variable".into())),
        Some(_) => Err(fails("a TableName that is no text")),
        None => Err(fails("no TableName")),
    }
}

/// The partition key is a string that stands in the template.
fn of_kind(attributes: &BTreeMap<String, Node>, (key, value): (&str, &str)) -> Result<(), Wrong> {
    match typed(key, present(attributes, key)?)? {
        ("S", Node::Text(parts)) => match parts.as_slice() {
            [Part::Text(found)] if found == value => Ok(()),
            [] => Err(fails(format!("an empty {key}"))),
            [Part::Text(found)] => Err(fails(format!("{key} {found}"))),
            parts if parts.contains(&Part::From(Source::Caller)) => Err(with_advice(
                format!("{key}, as the caller sends it"),
                format!("Whoever signed in could then write items of any kind. Write \"{value}\" into the template."),
            )),
            parts if parts.contains(&Part::From(Source::Unknown)) => {
                Err(Wrong::Unsure(format!("{key} comes from a variable")))
            }
            _ => Err(fails(format!("{key} from what API Gateway knows of the request"))),
        },
        ("S", Node::Bare(Source::Unknown)) => Err(Wrong::Unsure(format!("{key} comes from a variable"))),
        ("S", Node::Bare(_)) => Err(fails(format!("{key} without quotation marks, or as the caller sends it"))),
        ("S", _) => Err(fails(format!("{key} that is no text"))),
        (other, _) => Err(fails(format!("{key} with the type {other}, where the table's key is a string (S)"))),
    }
}

/// The sort key is a number, which DynamoDB wants in quotation marks (DynamoDB API Reference, "AttributeValue").
fn at_time(attributes: &BTreeMap<String, Node>, key: &str) -> Result<(), Wrong> {
    const QUOTED: &str = "DynamoDB takes a number as text, so that no digit is lost: put quotation marks around it.";
    let is_number = |text: &str| !text.is_empty() && text.parse::<f64>().is_ok();
    match typed(key, present(attributes, key)?)? {
        ("N", Node::Text(parts)) => match parts.as_slice() {
            [Part::From(Source::Time)] => Ok(()),
            [Part::Text(text)] if is_number(text) => Err(with_advice(
                format!("{key} {text} for each request"),
                "An item replaces the one of the same key, so that there would be one in all. Write $context.requestTimeEpoch.",
            )),
            [Part::Text(text)] => Err(fails(format!("{key} {text}, which is no number"))),
            [Part::From(Source::Gateway)] => Err(with_advice(
                format!("{key} from something else than the time in milliseconds"),
                "The time as a number is $context.requestTimeEpoch; $context.requestTime is a text.",
            )),
            [] => Err(fails(format!("an empty {key}"))),
            _ => Err(Wrong::Unsure(format!("{key} is a number or not by what is put in"))),
        },
        ("N", Node::Bare(Source::Time) | Node::Plain(_)) => {
            Err(with_advice(format!("{key} without quotation marks"), QUOTED))
        }
        ("N", _) => Err(Wrong::Unsure(format!("{key} is a number or not by what is put in"))),
        (other, _) => Err(fails(format!("{key} with the type {other}, where the table's key is a number (N)"))),
    }
}

fn present<'a>(attributes: &'a BTreeMap<String, Node>, name: &str) -> Result<&'a Node, Wrong> {
    attributes.get(name).ok_or_else(|| {
        let others: Vec<&str> = attributes.keys().map(String::as_str).collect();
        fails(format!(
            "an item without {name}: it has {}",
            if others.is_empty() { "nothing".into() } else { others.join(", ") }
        ))
    })
}

/// The type of an attribute, and its value.
fn typed<'a>(name: &str, value: &'a Node) -> Result<(&'a str, &'a Node), Wrong> {
    const ADVICE: &str = "DynamoDB wants the type before each value, such as {\"S\": \"text\"} or {\"N\": \"1\"}.";
    let pair = match value {
        Node::Object(typed) if typed.len() == 1 => typed.iter().next(),
        Node::Bare(Source::Caller | Source::Unknown) => {
            return Err(Wrong::Unsure(format!("{name} comes from a variable")));
        }
        _ => None,
    };
    match pair {
        Some((kind, value)) if TYPES.contains(&kind.as_str()) => Ok((kind, value)),
        Some((kind, _)) => Err(with_advice(format!("{name} with the type {kind}"), ADVICE)),
        None => Err(with_advice(format!("{name} without a type"), ADVICE)),
    }
}

/// Pages of `domain` may read what visitors get when the item was put.
pub fn lets_pages_read(method: &Method, integration: &Integration, domain: &str) -> Judgement {
    match on_success(integration) {
        Ok(Some((status, sent))) => mock::origin(method, status, sent, domain),
        Ok(None) => Judgement::fails("an integration response for what succeeds", mock::statuses(integration)).advising(
            "Without one the caller gets 500, though the item is put: create the integration response 200, and leave its \
             HTTP status regex empty.",
        ),
        Err(pattern) => Judgement::skips(format!("not told from the integration response with the status regex {pattern}")),
    }
}

/// The integration response that answers when DynamoDB says 200: the one whose pattern fits, or the one without. A pattern
/// that is not read here is the error.
pub fn on_success(integration: &Integration) -> Result<Option<(&str, &Sent)>, String> {
    let all = || integration.responses.iter().map(|(status, sent)| (status.as_str(), sent));
    for (status, sent) in all().filter(|(_, sent)| !sent.pattern.is_empty()) {
        match fits_success(&sent.pattern) {
            Some(true) => return Ok(Some((status, sent))),
            Some(false) => {}
            None => return Err(sent.pattern.clone()),
        }
    }
    Ok(all().find(|(_, sent)| sent.pattern.is_empty()))
}

/// Whether a pattern fits the status 200, in the forms that are usual; none if it has another.
fn fits_success(pattern: &str) -> Option<bool> {
    const USUAL: [&str; 12] =
        ["200", "20\\d", "20.", "2\\d{2}", "2\\d\\d", "2\\d+", "2..", "2.*", "2.+", "2[0-9]{2}", ".*", ".+"];
    let each = pattern.trim_matches(['^', '$', '(', ')']).split('|').map(|one| {
        let is_of_others = one.starts_with(|c: char| c.is_ascii_digit() && c != '2');
        let is_plain = one.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ');
        match USUAL.contains(&one) {
            true => Some(true),
            false if is_of_others || is_plain => Some(false),
            false => None,
        }
    });
    let each: Vec<_> = each.collect();
    if each.contains(&Some(true)) { Some(true) } else { each.into_iter().collect::<Option<Vec<_>>>().map(|_| false) }
}
