//! What a function gives as the body of its answer: API Gateway takes text alone.

use super::{ANSWER, Told};
use crate::documents::code::{Run, SentRequest, Value, ValueSet};
use crate::judgement::Judgement;

/// Whether the body is JSON text.
pub fn told(run: &Run<'_>, values: &ValueSet) -> Told {
    Told::of_cases(values.iter().map(|value| value_told(run, value)))
}

fn value_told(run: &Run<'_>, value: &Value) -> Told {
    match value {
        value if is_unawaited(run, value) => promise(),
        Value::Text(text) if text.value().trim_start().starts_with(['[', '{']) => Told::Yes,
        Value::Object(_) | Value::List(_) | Value::Instance(_) | Value::Class(_) | Value::Function(_) => no_text(),
        value if value.is_nothing() => Told::no("no body in the code"),
        Value::Result { path, .. } => match (run.origin(value), path.as_slice()) {
            (Some(request), []) => of_call(run, &request),
            (Some(request), [member]) => of_answer(run, &request, member).map_or(Told::Unsure, |_| no_text()),
            _ => Told::Unsure,
        },
        _ => Told::Unsure,
    }
}

fn no_text() -> Told {
    Told::No(Judgement::fails(ANSWER, "a body that is no text").advising(
        "API Gateway takes text alone as body, and answers 502 to anything else: `body: JSON.stringify(items)`, in \
         Python `\"body\": json.dumps(items)`.",
    ))
}

/// The body is what a call gives.
fn of_call(run: &Run<'_>, call: &SentRequest<'_>) -> Told {
    let first = call.argument(0).unwrap_or_default();
    if is_to_json(call) {
        let cases: Vec<Told> = first.iter().map(|value| of_json(run, call, value)).collect();
        return if cases.is_empty() { Told::Unsure } else { Told::of_cases(cases) };
    }
    match call.name {
        _ if is_text_of_content(run, call) => Told::Yes,
        "read" | "transformToByteArray" if reads_content(run, call) => bytes(),
        // JSON text that something is made of: packed, signed, encoded.
        _ if first.any(|value| run.origin(value).is_some_and(|call| is_to_json(&call))) => Told::Yes,
        _ => Told::Unsure,
    }
}

fn bytes() -> Told {
    Told::No(Judgement::fails(ANSWER, "the bytes that S3 sends, which are no text").advising(
        "Make text of them: in Python `response[\"Body\"].read().decode()`, in JavaScript \
         `await response.Body.transformToString()`.",
    ))
}

fn promise() -> Told {
    Told::No(
        Judgement::fails(ANSWER, "a promise that nothing waits for")
            .advising("Put await before the call: without it, the answer is sent before the data is there."),
    )
}

/// Whether it is a promise of the SDK for JavaScript, or a member of one, that nothing waits for.
fn is_unawaited(run: &Run<'_>, value: &Value) -> bool {
    run.origin(value).is_some_and(|call| gives_promise(run, &call) && !run.is_awaited(call.id))
}

fn gives_promise(run: &Run<'_>, call: &SentRequest<'_>) -> bool {
    let is_command = |value: &Value| run.origin(value).is_some_and(|made| made.name.ends_with("Command"));
    match call.name {
        "send" => call.argument(0).is_some_and(|commands| commands.any(is_command)),
        "transformToString" | "transformToByteArray" => reads_content(run, call),
        _ => false,
    }
}

fn reads_content(run: &Run<'_>, read: &SentRequest<'_>) -> bool {
    read.sent_with_values().any(|value| is_content(run, value))
}

/// Whether the call gives what S3 sends, as text.
fn is_text_of_content(run: &Run<'_>, call: &SentRequest<'_>) -> bool {
    match call.name {
        "transformToString" | "toString" | "decode" if reads_content(run, call) => true,
        "decode" => call.sent_with().iter().any(|read| read.name == "read" && reads_content(run, read)),
        _ => false,
    }
}

/// Whether it is the content that S3 sends, before it is read.
fn is_content(run: &Run<'_>, value: &Value) -> bool {
    let Value::Result { path, .. } = value else { return false };
    let member = path.last().map_or("", String::as_str);
    run.origin(value).is_some_and(|request| of_answer(run, &request, member) == Some(Gives::Object))
}

fn is_to_json(call: &SentRequest<'_>) -> bool {
    matches!(call.name, "stringify" | "dumps")
}

/// What a request of the SDK gives that is not what it looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gives {
    /// The content of an object in S3, which is a stream.
    Object,
    /// Items with the types that DynamoDB writes.
    TypedItems,
    /// Items whose numbers are of Python's type Decimal.
    Decimals,
    /// Plain items.
    Items,
}

/// What the member of a request's answer is.
fn of_answer(run: &Run<'_>, request: &SentRequest<'_>, member: &str) -> Option<Gives> {
    let command = request.argument(0).into_iter().flatten().find_map(|value| run.origin(&value));
    let command = command.filter(|_| request.name == "send");
    let is_sent = |names: &[&str]| {
        names.contains(&request.name) || command.as_ref().is_some_and(|command| names.contains(&command.name))
    };
    match member {
        "Body" if is_sent(&["GetObjectCommand", "getObject", "get_object"]) => Some(Gives::Object),
        "Items" if is_sent(&["ScanCommand", "scan", "QueryCommand", "query"]) => Some(items(request, command.as_ref())),
        _ => None,
    }
}

/// The package of the low-level client in the AWS SDK for JavaScript, which leaves types as they are.
const LOW_LEVEL: &str = "@aws-sdk/client-dynamodb";

fn items(request: &SentRequest<'_>, command: Option<&SentRequest<'_>>) -> Gives {
    if let Some(command) = command {
        return if command.is_of(LOW_LEVEL) { Gives::TypedItems } else { Gives::Items };
    }
    let sent_with = request.sent_with();
    match sent_with.first() {
        Some(client) if client.is_of(LOW_LEVEL) => Gives::TypedItems,
        Some(table) if table.name == "Table" => Gives::Decimals,
        Some(client) if client.name == "client" => Gives::TypedItems,
        _ => Gives::Items,
    }
}

/// A value that is made JSON text.
fn of_json(run: &Run<'_>, call: &SentRequest<'_>, value: &Value) -> Told {
    let wrong = |found: &str, advice: &str| Told::No(Judgement::fails(ANSWER, found).advising(advice));
    if is_unawaited(run, value) {
        return promise();
    }
    if is_json_already(run, value) {
        return wrong(
            "JSON text that is made JSON text again",
            "It is text already: send it as it is. Made JSON again it is one long text in quotation marks, and no list.",
        );
    }
    let Value::Result { path, .. } = value else { return Told::Yes };
    let [member] = path.as_slice() else {
        let made = run.origin(value).filter(|call| matches!(call.name, "read" | "transformToByteArray"));
        return if made.is_some_and(|call| reads_content(run, &call)) { bytes() } else { Told::Yes };
    };
    match run.origin(value).and_then(|request| of_answer(run, &request, member)) {
        Some(Gives::Object) => wrong(
            "the content that S3 sends, which is a stream and no value",
            "Read the stream first: `await response.Body.transformToString()`, in Python \
             `response[\"Body\"].read().decode()`. That is the text already.",
        ),
        Some(Gives::TypedItems) => wrong(
            "items with the types that DynamoDB writes, such as {\"N\": \"1\"}",
            "Send the ScanCommand of @aws-sdk/lib-dynamodb with the document client, in Python scan the table of \
             boto3.resource(\"dynamodb\"): both give plain values.",
        ),
        Some(Gives::Decimals) if call.keyword("default").or_else(|| call.keyword("cls")).is_none() => wrong(
            "numbers of the type Decimal, which json.dumps refuses",
            "Say what becomes of them: `json.dumps(items, default=int)`.",
        ),
        _ => Told::Yes,
    }
}

/// Whether a value that is made JSON text is one already: what S3 sends, what was made before, or a list in a text.
fn is_json_already(run: &Run<'_>, value: &Value) -> bool {
    match value {
        Value::Text(text) => text.value().trim_start().starts_with(['[', '{']),
        Value::Result { path, .. } if path.is_empty() => {
            run.origin(value).is_some_and(|call| is_to_json(&call) || is_text_of_content(run, &call))
        }
        _ => false,
    }
}
