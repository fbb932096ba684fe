//! Judgements of the stream that feeds a function: whether its records reach the function, and which of them.

use serde_json::Value;

use crate::documents::package::Package;
use crate::judgement::Judgement;
use crate::services::dynamodb::TableStream;
use crate::services::lambda::EventSourceMapping;
use crate::wait;

/// The members of a record that a filter may name (AWS Lambda Developer Guide, "Using event filtering with a DynamoDB event
/// source").
const MEMBERS: [&str; 9] = [
    "eventID",
    "eventName",
    "eventVersion",
    "eventSource",
    "awsRegion",
    "dynamodb",
    "eventSourceARN",
    "userIdentity",
    "tableName",
];

/// The name of the table whose stream this is; none if it is no table's.
pub fn table(source: &str) -> Option<&str> {
    let place = source.splitn(6, ':').nth(5).filter(|_| source.contains(":dynamodb:"))?;
    place.strip_prefix("table/")?.split('/').next()
}

/// Whether this is the ARN of a queue.
pub fn is_queue(source: &str) -> bool {
    source.split(':').nth(2) == Some("sqs")
}

/// The attributes of new items that the code takes by their names; none if some are taken in another way.
pub fn taken(package: &Package) -> Option<Vec<String>> {
    package.code().members_of("NewImage").filter(|names| !names.is_empty())
}

/// What is wrong with the state of what Lambda reads.
fn off(source: &EventSourceMapping, expected: &str) -> Option<Judgement> {
    match source.state.as_str() {
        "Enabled" => None,
        "Creating" | "Enabling" | "Updating" => Some(Judgement::waits(expected, &source.state, wait::EVENT_SOURCE)),
        other => Some(
            Judgement::fails(expected, format!("a trigger in the state {other}"))
                .advising("Open Configuration, Triggers on the function's page, choose the trigger and Enable."),
        ),
    }
}

/// What Lambda met when it last handed something over.
fn problem(source: &EventSourceMapping) -> Option<&str> {
    source.last_result.as_deref().filter(|result| result.starts_with("PROBLEM"))
}

/// Lambda reads the queue, and the function copes with what comes.
pub fn works(source: &EventSourceMapping) -> Judgement {
    const EXPECTED: &str = "a trigger in the state Enabled";
    if let Some(off) = off(source, EXPECTED) {
        return off;
    }
    match problem(source) {
        Some(problem) => Judgement::fails("a last result such as OK", problem).advising(
            "A message comes again until the function takes it. Read the function's log, and mend the code or the role.",
        ),
        None => Judgement::holds("Enabled"),
    }
}

/// Lambda reads the stream that the table has now, which tells how items are, and the function copes with what comes.
pub fn comes(source: &EventSourceMapping, stream: Option<&TableStream>) -> Judgement {
    const EXPECTED: &str = "a trigger in the state Enabled, for the stream that the table has now";
    if let Some(off) = off(source, EXPECTED) {
        return off;
    }
    let Some(stream) = stream else {
        return Judgement::fails(EXPECTED, "the table has no stream any more").advising(
            "Turn the stream of the table on, with new images. It is another stream then: delete the trigger, and add one for it.",
        );
    };
    if stream.arn != source.source {
        return Judgement::fails(EXPECTED, "a trigger for a stream that the table had before").advising(
            "A stream that was turned off and on again is another one. Delete the trigger, and add one for the stream of now.",
        );
    }
    if !stream.has_new_images {
        return Judgement::fails("a stream with new images", format!("a stream with {}", stream.view)).advising(
            "The records of such a stream lack the item. Turn the stream off, and on again with new images; then make the trigger \
             again.",
        );
    }
    match problem(source) {
        Some(problem) => Judgement::fails("a last result such as OK", problem).advising(
            "Lambda sends the same records again until the function takes them, and none after them. Read the function's log, mend \
             the code or the role, and the stream goes on by itself.",
        ),
        None => Judgement::holds("Enabled, for the stream that the table has now"),
    }
}

/// A new item gets through the filter.
pub fn gets_through(source: &EventSourceMapping) -> Judgement {
    const EXPECTED: &str = "a filter that lets new items through, or none";
    let mut wrong = None;
    for pattern in &source.patterns {
        match stops(pattern) {
            None => return Judgement::holds(pattern.as_str()),
            Some(why) => wrong = wrong.or(Some(format!("{pattern}: {why}"))),
        }
    }
    match wrong {
        Some(found) => Judgement::fails(EXPECTED, found),
        None => Judgement::holds("no filter"),
    }
}

/// Why a pattern lets no new item through, if that is certain.
fn stops(pattern: &str) -> Option<String> {
    let Ok(Value::Object(members)) = serde_json::from_str(pattern) else {
        return Some("it is no JSON object".to_owned());
    };
    if let Some(other) = members.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
        return Some(format!("no record has the member {other}"));
    }
    if members.get("eventName").is_some_and(|names| !may_be_insert(names)) {
        return Some("a new item has the event name INSERT".to_owned());
    }
    let old = members.get("dynamodb").and_then(|of| of.get("OldImage"))?;
    let needs_none =
        old.as_array().is_some_and(|rules| rules.iter().any(|rule| rule.get("exists") == Some(&Value::Bool(false))));
    (!needs_none).then(|| "a new item has no old image".to_owned())
}

/// What is no plain text may be a rule, such as `anything-but`.
fn may_be_insert(names: &Value) -> bool {
    let Value::Array(rules) = names else { return false };
    rules.iter().any(|rule| rule.as_str().is_none_or(|name| name == "INSERT"))
}

/// Whether the filter lets new items through alone, so that a change of an item does not call the function again.
pub fn takes_new_items_alone(source: &EventSourceMapping) -> bool {
    !source.patterns.is_empty() && source.patterns.iter().all(|pattern| pattern.contains("INSERT"))
}
