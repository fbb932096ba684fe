//! Judgements of an integration that starts a state machine: what it asks Step Functions for, with what input, and what the
//! caller gets.

use std::collections::BTreeMap;

use crate::aws::fault::{Fault, Read};
use crate::documents::mapping_template::{Given, Node, Part, Source, given};
use crate::judge::apigateway::put_item;
use crate::judge::sfn::EXPRESS;
use crate::judgement::Judgement;
use crate::services::apigateway::{Integration, Method};
use crate::services::sfn::StateMachine;

const JSON: &str = "application/json";
/// The actions that start an execution.
pub const STARTS: &[&str] = &[START, START_SYNC];
pub const START: &str = "states:StartExecution";
/// Of express state machines alone (Step Functions API Reference, "StartSyncExecution").
pub const START_SYNC: &str = "states:StartSyncExecution";
const ESCAPED: &str = r#"Write "input": "$util.escapeJavaScript($input.json('$'))": the input is text, in which quotation marks need a backslash."#;

/// The action that the integration asks for.
pub fn action(integration: &Integration) -> &'static str {
    if integration.uri.ends_with("action/StartSyncExecution") { START_SYNC } else { START }
}

/// The method asks Step Functions of the region to start an execution, as the kind of the machine allows.
pub fn asks(integration: &Integration, region: &str, machine: Option<&StateMachine>) -> Judgement {
    let expected = format!("an integration with Step Functions in {region}, action StartExecution, HTTP method POST");
    let part = |at| integration.uri.splitn(6, ':').nth(at).unwrap_or_default();
    let fails = |found: String| Judgement::fails(expected.clone(), found);
    if integration.kind != "AWS" {
        return fails(format!("the integration {}", integration.kind));
    }
    if part(3) != region {
        return fails(format!("Step Functions in {}", part(3))).advising("The state machine is in your own region.");
    }
    if integration.sent_with != "POST" {
        return fails(format!("the HTTP method {}", integration.sent_with)).advising(
            "Step Functions takes each of its actions with POST: set the HTTP method of the integration request to POST.",
        );
    }
    takes(action(integration), machine)
}

/// The machine is of a kind that takes the action.
pub fn takes(action: &'static str, machine: Option<&StateMachine>) -> Judgement {
    if action == START_SYNC && machine.is_some_and(|machine| machine.kind != EXPRESS) {
        let found = "StartSyncExecution, which standard state machines do not take";
        return Judgement::fails("the action StartExecution, or an express state machine", found)
            .advising("Use the action StartExecution, or make an express state machine.");
    }
    Judgement::holds(action)
}

/// What the template says of the machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The ARN that stands in it.
    Arn(String),
    /// The caller says which.
    ByCaller,
    /// It comes from a variable that is not told here.
    Unsure,
    Nowhere,
}

/// The machine that is started.
pub fn machine(integration: &Integration, variables: &BTreeMap<String, String>) -> Named {
    let Some(template) = integration.request.get(JSON) else { return Named::ByCaller };
    let Given::Json(Node::Object(request)) = only(template, variables) else { return Named::Unsure };
    match request.get("stateMachineArn") {
        None => Named::Nowhere,
        Some(Node::Text(parts)) => match parts.as_slice() {
            [Part::Text(arn)] => Named::Arn(arn.clone()),
            parts if parts.contains(&Part::From(Source::Caller)) => Named::ByCaller,
            _ => Named::Unsure,
        },
        Some(Node::Bare(Source::Caller)) => Named::ByCaller,
        Some(_) => Named::Unsure,
    }
}

/// What the caller sends becomes the input, as text.
pub fn input(integration: &Integration, variables: &BTreeMap<String, String>) -> Read<Judgement> {
    let expected = r#""input" as text, with its quotation marks escaped"#;
    let fails = |found: &str| Ok(Judgement::fails(expected, found).advising(ESCAPED));
    let Some(template) = integration.request.get(JSON) else {
        return Ok(Judgement::holds("no mapping template: the caller sends input and stateMachineArn").advising(
            "Whoever may call the method chooses the state machine, as far as the role allows. A mapping template decides it here.",
        ));
    };
    let request = match only(template, variables) {
        Given::Json(Node::Object(request)) => request,
        Given::Json(Node::Bare(Source::Caller)) => {
            return Ok(Judgement::holds("what the caller sends, as it is")
                .advising("Whoever may call the method chooses the state machine, as far as the role allows."));
        }
        Given::Json(_) => return fails("no object"),
        Given::Broken(why) => return fails(&format!("what the template gives is no JSON: {why}")),
        Given::Unsure(why) => return of_unread(template, &why),
    };
    match request.get("input") {
        None => Ok(Judgement::holds("no input, so that every execution begins with {}")
            .advising("What the caller sends is dropped. To pass it on, add the member input.")),
        Some(Node::Bare(Source::Unknown)) => Err(undecided("the input comes from a variable")),
        Some(Node::Bare(_)) => fails("an input without quotation marks around it"),
        Some(Node::Object(_) | Node::List(_) | Node::Plain(_)) => fails("an object, where Step Functions wants text"),
        Some(Node::Text(_)) => Ok(match escaping(template) {
            Escaping::Whole => Judgement::holds("what the caller sends, escaped"),
            Escaping::Missing(raw) => {
                Judgement::fails(expected, format!("{raw}, which is not escaped")).advising(ESCAPED)
            }
            Escaping::InParts => Judgement::holds("parts of what the caller sends").advising(
                "A quotation mark in such a part ends the text too early: put each into $util.escapeJavaScript(…).",
            ),
        }),
    }
}

/// What the template gives, if there is one way through it.
fn only(template: &str, variables: &BTreeMap<String, String>) -> Given {
    let mut ways = given(template, variables);
    match (ways.len(), ways.pop()) {
        (1, Some(way)) => way.given,
        _ => Given::Unsure("it has conditions".into()),
    }
}

/// A template that is not followed may still be seen to leave the whole unescaped.
fn of_unread(template: &str, why: &str) -> Read<Judgement> {
    match escaping(template) {
        Escaping::Missing(raw) if template.contains(&format!("\"{raw}\"")) => Ok(Judgement::fails(
            r#""input" as text, with its quotation marks escaped"#,
            format!("{raw}, which is not escaped"),
        )
        .advising(ESCAPED)),
        _ => Err(undecided(why)),
    }
}

fn undecided(why: &str) -> Fault {
    Fault::undecided(format!("what the mapping template makes of a request ({why})"))
}

/// Whether what the caller sends is escaped wherever the template puts it.
#[derive(Debug, PartialEq, Eq)]
pub enum Escaping {
    /// All of it, or nothing of the caller's is put in.
    Whole,
    /// The whole body is put in as it is: this expression.
    Missing(String),
    /// A part of it is, which may be right for a number or a word.
    InParts,
}

/// Follows names that are set, and looks at what stands before each.
pub fn escaping(template: &str) -> Escaping {
    let plain: String =
        template.lines().map(|line| line.split("##").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut raw_names: Vec<String> = Vec::new();
    let mut rest = String::new();
    let mut left = plain.as_str();
    while let Some(at) = left.find("#set") {
        rest.push_str(&left[..at]);
        let end = left[at..].find('\n').map_or(left.len(), |end| at + end);
        let (directive, after) = set(&left[at..end])
            .map_or((&left[at..end], &left[end..]), |length| (&left[at..at + length], &left[at + length..]));
        if let Some((name, value)) = directive.split_once('=') {
            let name: String =
                name.chars().skip_while(|c| *c != '$').skip(1).filter(|c| c.is_alphanumeric() || *c == '_').collect();
            if whole_body(value, &raw_names).is_some() && !value.contains(".replace") {
                raw_names.push(name);
            }
        }
        left = after;
    }
    rest.push_str(left);
    if let Some(raw) = whole_body(&rest, &raw_names) {
        return Escaping::Missing(raw);
    }
    if unescaped(&rest, "$input.").next().is_some() { Escaping::InParts } else { Escaping::Whole }
}

/// The length of a directive with balanced brackets.
fn set(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// An expression that is the whole body, and stands unescaped.
fn whole_body(text: &str, names: &[String]) -> Option<String> {
    let known = ["$input.json('$')", "$input.json(\"$\")", "$input.body"].map(str::to_owned);
    let of_names = names.iter().flat_map(|name| [format!("${name}"), format!("${{{name}}}")]);
    known.into_iter().chain(of_names).find(|expression| {
        unescaped(text, expression).any(|after| {
            let goes_on =
                after.starts_with(|c: char| c.is_alphanumeric() || c == '_') && !expression.ends_with([')', '}']);
            !goes_on && !after.starts_with(".replace")
        })
    })
}

/// What follows each place where the expression stands outside of escapeJavaScript.
fn unescaped<'t>(text: &'t str, expression: &'t str) -> impl Iterator<Item = &'t str> {
    text.match_indices(expression).filter_map(move |(at, _)| {
        let is_escaped = text[..at].trim_end().ends_with("escapeJavaScript(");
        (!is_escaped).then(|| &text[at + expression.len()..])
    })
}

/// The caller gets what Step Functions answers, and no error.
pub fn answers(method: &Method, integration: &Integration) -> Judgement {
    match put_item::on_success(integration) {
        Ok(Some((status, _))) if method.declared.contains_key(status) => Judgement::holds(format!("status {status}")),
        Ok(Some((status, _))) => Judgement::fails(format!("a method response {status}"), "none")
            .advising(format!("Create the method response {status}, and deploy the API again.")),
        Ok(None) => Judgement::fails("an integration response for what succeeds", "none").advising(
            "Without one the caller gets 500, though the execution is started: create the integration response 200, and \
             leave its HTTP status regex empty.",
        ),
        Err(pattern) => {
            Judgement::skips(format!("not told from the integration response with the status regex {pattern}"))
        }
    }
}
