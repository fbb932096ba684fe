//! Judgements of an integration with DynamoDB's PutItem: what the API asks for, with what item, and what visitors get.

mod values;

use std::collections::BTreeMap;

use crate::aws::fault::Fault;
use crate::documents::mapping_template::{Given, Node, Part, Source, Way, given, is_mark};
use crate::judge::apigateway::mock;
use crate::judgement::Judgement;
use crate::services::apigateway::{Integration, Method, Sent};
use values::typed;

const JSON: &str = "application/json";
/// How a text of the caller's is put into a template (API Gateway Developer Guide, "$util variables").
const ESCAPE: &str = "A quotation mark in what the caller sends ends the text there: the request breaks, or gets members of the \
    caller's own. Write $util.escapeJavaScript(…) around it.";
/// Members with which DynamoDB puts an item under a condition alone (Amazon DynamoDB API Reference, "PutItem").
const CONDITIONAL: [&str; 5] =
    ["ConditionExpression", "ConditionalOperator", "Expected", "ExpressionAttributeNames", "ExpressionAttributeValues"];

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
#[derive(Clone)]
enum Wrong {
    Fails(String, Option<String>),
    /// It makes an item of another kind.
    OtherKind(String),
    Unsure(String),
}

fn fails(found: impl Into<String>) -> Wrong {
    Wrong::Fails(found.into(), None)
}

fn with_advice(found: impl Into<String>, advice: impl Into<String>) -> Wrong {
    Wrong::Fails(found.into(), Some(advice.into()))
}

/// What the template makes is not told by reading it.
#[derive(Debug)]
pub struct Unknown {
    pub fault: Box<Fault>,
    /// Whether one request shows it: not if it is up to what the caller sends.
    pub is_shown_by_trial: bool,
}

/// The template makes an item for the table, of a kind that the template itself says and with the time as a number.
///
/// # Errors
/// Why that is not told.
pub fn makes_item(
    integration: &Integration,
    variables: &BTreeMap<String, String>,
    wanted: &Wanted<'_>,
) -> Result<Judgement, Unknown> {
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
    let ways = given(template, variables);
    let judged: Vec<_> = ways.iter().map(|way| (way, made(way, wanted))).collect();
    match all_ways(&judged) {
        None => Ok(Judgement::holds(format!("an item with {key} {value}, and the time of the request as {time}"))),
        Some(Wrong::Fails(found, None)) => Ok(Judgement::fails(expected, found)),
        Some(Wrong::Fails(found, Some(advice))) => Ok(Judgement::fails(expected, found).advising(advice)),
        Some(Wrong::OtherKind(found)) => Ok(Judgement::fails(expected, found)),
        Some(Wrong::Unsure(why)) => {
            let is_of_caller = |(way, made): &(&Way, _)| matches!(made, Err(Wrong::Unsure(_))) && way.has_of_caller;
            let asks = ways.iter().flat_map(|way| &way.conditions).any(|source| source.is_of_caller());
            let fault = Fault::undecided(format!("what the mapping template makes of a request ({why})"));
            let fault = Box::new(fault);
            Err(Unknown { fault, is_shown_by_trial: !asks && !judged.iter().any(is_of_caller) })
        }
    }
}

fn made(way: &Way, wanted: &Wanted<'_>) -> Result<(), Wrong> {
    match &way.given {
        Given::Json(node) => item(node, wanted),
        Given::Broken(why) => Err(with_advice(
            format!("what the template gives is no JSON: {why}"),
            "Look for a missing quotation mark, or for a comma before a closing brace.",
        )),
        Given::Unsure(why) => Err(Wrong::Unsure(why.clone())),
    }
}

/// What is wrong with the ways together. One in which the caller can have another kind of item is enough; if another one is
/// wrong, it is up to what the page sends, or to what API Gateway knows.
fn all_ways(judged: &[(&Way, Result<(), Wrong>)]) -> Option<Wrong> {
    let wrong = || judged.iter().filter_map(|(way, made)| Some((way, made.as_ref().err()?)));
    let is_certain = |wrong: &Wrong| !matches!(wrong, Wrong::Unsure(_));
    let by_caller = wrong().find_map(|(way, wrong)| match wrong {
        Wrong::OtherKind(found) if way.conditions.iter().all(|source| source.is_of_caller()) => Some(found),
        _ => None,
    });
    let (_, first) = wrong().next()?;
    if judged.len() == 1 || wrong().filter(|(_, wrong)| is_certain(wrong)).count() == judged.len() {
        return Some(first.clone());
    }
    if let Some(found) = by_caller {
        return Some(with_advice(
            format!("{found}, if the caller asks for it"),
            "Whoever signed in chooses the kind of item by what they send. Write it into the template, outside of #if.",
        ));
    }
    Some(match wrong().find(|(_, wrong)| !is_certain(wrong)) {
        Some((_, unsure)) => unsure.clone(),
        None => Wrong::Unsure("an #if in it decides".into()),
    })
}

fn item(node: &Node, wanted: &Wanted<'_>) -> Result<(), Wrong> {
    const CALLERS: &str =
        "Whoever signed in could then write whatever they like. Write the table and the item into the template.";
    let Node::Object(request) = node else {
        return Err(match node {
            Node::Bare(source) if source.is_of_caller() => with_advice("what the caller sent, as it is", CALLERS),
            Node::Bare(_) => Wrong::Unsure("all of it comes from a variable".into()),
            _ => fails("no object"),
        });
    };
    into_table(request.get("TableName"), wanted)?;
    let attributes = match request.get("Item") {
        Some(Node::Object(attributes)) => attributes,
        Some(Node::Bare(source)) if source.is_of_caller() => {
            return Err(with_advice("an Item that the caller sends", CALLERS));
        }
        Some(Node::Bare(_)) => return Err(Wrong::Unsure("the item comes from a variable".into())),
        Some(_) => return Err(fails("an Item that is no object")),
        None => return Err(fails("no Item")),
    };
    of_kind(attributes, wanted.kind)?;
    request.iter().try_for_each(|(name, value)| escaped(name, value))?;
    at_time(attributes, wanted.time)?;
    attributes.iter().try_for_each(|(name, value)| values::taken(name, value))?;
    unconditional(request)
}

/// What the caller sends stays within its quotation marks, wherever it is put.
fn escaped(name: &str, value: &Node) -> Result<(), Wrong> {
    if name.contains(is_mark) {
        return Err(Wrong::Unsure("the name of an attribute comes from a variable".into()));
    }
    match value {
        Node::Object(members) => members.iter().try_for_each(|(name, value)| escaped(name, value)),
        Node::List(all) => all.iter().try_for_each(|value| escaped(name, value)),
        Node::Text(parts) if parts.contains(&Part::From(Source::Caller)) => {
            Err(with_advice(format!("text of the caller's in {name}, as it comes"), ESCAPE))
        }
        Node::Bare(Source::Caller) => {
            Err(with_advice(format!("text of the caller's in {name}, without quotation marks"), ESCAPE))
        }
        _ => Ok(()),
    }
}

/// The item is put whatever is in the table.
fn unconditional(request: &BTreeMap<String, Node>) -> Result<(), Wrong> {
    let text = |name: &str| match request.get(name) {
        Some(Node::Text(parts)) => match parts.as_slice() {
            [Part::Text(text)] => Some(text.as_str()),
            _ => None,
        },
        _ => None,
    };
    if let Some(other) = text("ReturnValues").filter(|value| !matches!(*value, "NONE" | "ALL_OLD")) {
        return Err(fails(format!("ReturnValues {other}, which PutItem does not take")));
    }
    let condition = text("ConditionExpression").map(str::trim);
    if condition.is_some_and(|condition| condition.starts_with("attribute_exists")) {
        return Err(with_advice(
            "a condition that the item is there already, which no new one is",
            "Take ConditionExpression out of the template.",
        ));
    }
    let is_new = |condition: &str| condition.starts_with("attribute_not_exists") && !condition.contains(" AND ");
    match CONDITIONAL.into_iter().find(|name| request.contains_key(*name)) {
        Some(name) if !condition.is_some_and(is_new) => {
            Err(Wrong::Unsure(format!("by {name} DynamoDB may refuse the item")))
        }
        _ => Ok(()),
    }
}

fn into_table(named: Option<&Node>, wanted: &Wanted<'_>) -> Result<(), Wrong> {
    match named {
        Some(Node::Text(parts)) => match parts.as_slice() {
            [Part::Text(name)] if name == wanted.table || name == wanted.arn => Ok(()),
            [Part::Text(name)] => Err(fails(format!("the table {name}"))),
            parts if has_of_caller(parts) => Err(fails("a TableName that the caller sends")),
            _ => Err(Wrong::Unsure("the table's name comes from a variable".into())),
        },
        Some(Node::Bare(_)) => Err(Wrong::Unsure("the table's name comes from a variable".into())),
        Some(_) => Err(fails("a TableName that is no text")),
        None => Err(fails("no TableName")),
    }
}

fn has_of_caller(parts: &[Part]) -> bool {
    parts.iter().any(|part| matches!(part, Part::From(source) if source.is_of_caller()))
}

/// The partition key is a string that stands in the template.
fn of_kind(attributes: &BTreeMap<String, Node>, (key, value): (&str, &str)) -> Result<(), Wrong> {
    let named = present(attributes, key)?;
    if matches!(named, Node::Bare(source) if source.is_of_caller()) {
        return Err(fails(format!("{key}, as the caller sends it")));
    }
    match typed(key, named)? {
        ("S", Node::Text(parts)) => match parts.as_slice() {
            [Part::Text(found)] if found == value => Ok(()),
            [] => Err(fails(format!("an empty {key}"))),
            [Part::Text(found)] => Err(Wrong::OtherKind(match found.trim() == found {
                true => format!("{key} {found}"),
                false => format!("{key} {found:?}, with blanks in the quotation marks"),
            })),
            parts if has_of_caller(parts) => Err(with_advice(
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
    match typed(key, present(attributes, key)?)? {
        ("N", Node::Text(parts)) => match parts.as_slice() {
            [Part::From(Source::Time)] => Ok(()),
            [Part::Text(text)] if values::is_number(text) => Err(with_advice(
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
        ("N", Node::Bare(Source::Time | Source::Gateway) | Node::Plain(_)) => {
            Err(with_advice(format!("{key} without quotation marks"), values::QUOTED))
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
