//! Judgements of what came of a POST that somebody who had signed in sent, in a copy of a practice account; see
//! `src/practice/posts.py`.

use jiff::Timestamp;
use serde_json::Value;

use crate::judge::dynamodb::item;
use crate::judgement::Judgement;
use crate::outside::web::{Answer, Data};

const MILLISECONDS: &str = "Let the template write $context.requestTimeEpoch: exercise 8.12 asks for milliseconds.";

/// The request left an item of the kind that was asked for, with a time in milliseconds under the name; `template` is what made it,
/// and `now` the time of the check.
pub fn put_item(answer: &Answer, template: &str, (kind, time): (&str, &str), now: Timestamp) -> Judgement {
    let expected = format!("an item with the kind {kind}, and the time of the request as {time}");
    let told = match answer {
        Answer::Page(page) => match &page.data {
            Data::Json(told) => told,
            _ => return Judgement::skips("the practice account shows no such request"),
        },
        Answer::OtherNames(_) => return Judgement::skips("the practice account shows no such request"),
    };
    if let Some(what) = told["unplayed"].as_str() {
        return Judgement::skips(format!("the practice account does not play {what} of the mapping template"));
    }
    if let Some(sort_key) = key_text(&told["item"][time]) {
        let judged = item::milliseconds(sort_key, time, now);
        return if judged.does_fail() { judged.advising(MILLISECONDS) } else { judged };
    }
    if template.contains("$input") {
        return Judgement::skips(
            "not told: the template takes something of what your page sends, and the trial sends nothing",
        );
    }
    let (status, said) = (told["status"].as_u64().unwrap_or_default(), told["said"].as_str().unwrap_or_default());
    Judgement::fails(expected, format!("HTTP status {status}, {}, and no new item of that kind", one_line(said)))
        .advising(advice(status, said))
}

/// The text of a key, whatever its type.
fn key_text(value: &Value) -> Option<&str> {
    value["N"].as_str().or_else(|| value["S"].as_str())
}

fn one_line(said: &str) -> String {
    if said.trim().is_empty() { "an empty body".into() } else { said.split_whitespace().collect::<Vec<_>>().join(" ") }
}

fn advice(status: u64, said: &str) -> &'static str {
    match status {
        401 | 403 => {
            "The API lets nobody pass: look at the authorizer and the scope of POST, and deploy the API again."
        }
        500 if said.contains("Internal server error") => {
            "API Gateway could not ask DynamoDB, or knows no answer: look at the execution role and the integration responses."
        }
        _ if said.contains("AccessDenied") => "The role may not put that item: look at the policy of exercise 8.2.",
        _ if said.contains("Validation") || said.contains("Serialization") => {
            "DynamoDB refuses what the mapping template makes: each value needs its type, and the keys those of the table."
        }
        _ => "Look at what the mapping template makes: the item has another dataType, or replaces one that was there.",
    }
}
