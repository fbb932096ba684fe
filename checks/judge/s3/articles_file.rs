//! Judgement of a file that holds the list of articles.

use serde_json::Value;

use crate::judge::s3::object::not_readable;
use crate::judge::web::articles;
use crate::judgement::Judgement;
use crate::services::s3::object::{Content, Packing};

const EXPECTED: &str = "a JSON array of {\"id\": number, \"title\": text, \"description\": text}";

/// The file is a JSON array of articles, as the API answers with it.
pub fn is_list(file: &Content) -> Judgement {
    if matches!(file.packing, Packing::Undone | Packing::Unknown(_)) {
        return Judgement::fails(EXPECTED, "a packed file, which the function gets as it is")
            .advising("Upload the file unpacked and without Content-Encoding: the SDK unpacks nothing.");
    }
    if let Some(wrong) = not_readable(file, "programs") {
        return wrong;
    }
    // RFC 8259, section 8.1.
    if file.has_mark {
        return Judgement::fails(EXPECTED, "a byte order mark before the JSON, where JSON.parse stops")
            .advising("Save the file as UTF-8 without BOM, as editors call it, and upload it again.");
    }
    let array = match serde_json::from_str(&file.text) {
        Err(error) => return Judgement::fails(EXPECTED, format!("no JSON: {error}")),
        Ok(Value::Array(array)) => array,
        Ok(other) => return Judgement::fails(EXPECTED, format!("one {}", kind(&other))),
    };
    let flaw = array.iter().enumerate().find_map(|(index, entry)| Some((index + 1, flaw(entry)?)));
    match flaw {
        Some((number, flaw)) => Judgement::fails(EXPECTED, format!("entry {number} of the array {flaw}")),
        None if array.is_empty() => Judgement::fails(EXPECTED, "an array without entries"),
        None => Judgement::holds(format!("an array of {}", articles::counted(array.len()))),
    }
}

/// A member of an entry: its name, and what it must be.
type Member = (&'static str, fn(&Value) -> bool, &'static str);

/// What an entry of the array lacks.
fn flaw(entry: &Value) -> Option<String> {
    const WANTED: [Member; 3] = [
        ("id", Value::is_number, "number"),
        ("title", Value::is_string, "text"),
        ("description", Value::is_string, "text"),
    ];
    let Value::Object(members) = entry else { return Some(format!("is a {} and no object", kind(entry))) };
    WANTED.into_iter().find_map(|(name, is_right, right)| match members.get(name) {
        None => Some(format!("has no member {name}")),
        Some(value) if !is_right(value) => Some(format!("has a {} as {name}, not a {right}", kind(value))),
        Some(_) => None,
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "truth value",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}
