//! Whether a function's code takes the event that a rule of EventBridge gives it. S3's own notifications have `Records`, the
//! events of EventBridge have `detail` (Amazon S3 User Guide, "Event message structure", "Using EventBridge").

use serde_json::Value;

use crate::documents::code::Taken;
use crate::documents::package::Package;
use crate::judge::lambda::code::if_all_seen;
use crate::judgement::Judgement;
use crate::services::eventbridge::Gives;

const RECORDS: &str = "Records";
const DETAIL: &str = "detail";

/// What is wrong if the code takes another event than `gives` makes of this one.
pub fn misfit(package: &Package, gives: &Gives, event: &Value) -> Option<Judgement> {
    let [taken, other] = [RECORDS, DETAIL].map(|name| package.code().takes(name));
    let (wanted, taken) = match (taken, other) {
        (_, Taken::Never) => (RECORDS, taken),
        (Taken::Never, _) => (DETAIL, other),
        _ => return None,
    };
    if taken == Taken::Never || has(gives, event, wanted) {
        return None;
    }
    if taken == Taken::Perhaps || is_caught(package, wanted) {
        return Some(Judgement::skips(format!(
            "not told from the code, which may do without {wanted}: the function's log shows what it does with the rule's event"
        )));
    }
    let found = format!("a rule that calls it with an event without {wanted}, which its code takes");
    Some(Judgement::fails(format!("an event with {wanted}"), found).advising(advice(wanted)))
}

/// What hands a function an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The stream of a table.
    OfStream,
    /// The notification of a bucket.
    OfBucket,
    /// A method of an API.
    OfRequest,
}

/// What only the event of a request has (API Gateway Developer Guide, "Lambda proxy integrations", input format).
const OF_REQUEST: &[&str] = &["body", "queryStringParameters", "pathParameters"];
/// What only the records of a stream have, and only those of a bucket.
const OF_STREAM: &[&str] = &["NewImage", "dynamodb", "Keys"];
const OF_BUCKET: &[&str] = &["s3"];

/// What is wrong if the code takes what only another event has, and nothing of this one.
pub fn of_another(package: &Package, event: Event) -> Option<Judgement> {
    let takes = |names: &[&'static str]| names.iter().copied().find(|name| package.code().takes(name) == Taken::Always);
    let never = |names: &[&'static str]| names.iter().all(|name| package.code().takes(name) == Taken::Never);
    let of_records = &[RECORDS][..];
    let (has, taken) = match event {
        Event::OfRequest if never(OF_REQUEST) => ("body or queryStringParameters", takes(of_records)),
        Event::OfRequest => return None,
        Event::OfStream | Event::OfBucket if never(of_records) => (RECORDS, takes(OF_REQUEST).or(takes(&[DETAIL]))),
        Event::OfStream if never(OF_STREAM) => ("Records with dynamodb.NewImage", takes(OF_BUCKET)),
        Event::OfBucket if never(OF_BUCKET) => ("Records with s3.object.key", takes(OF_STREAM)),
        Event::OfStream | Event::OfBucket => return None,
    };
    let found = format!("code that takes {}, which it has not", taken?);
    let judged = Judgement::fails(format!("an event with {has}"), found)
        .advising("Print the event with console.log(JSON.stringify(event)), take what is in it, and choose Deploy.");
    Some(if_all_seen(package, &package.run(), judged)).filter(Judgement::does_fail)
}

fn advice(wanted: &str) -> &'static str {
    match wanted {
        RECORDS => {
            "A rule gives the function EventBridge's event. Take the key from event[\"detail\"][\"object\"][\"key\"] in the code, \
             and choose Deploy; or give the rule's target an input transformer that makes Records of it."
        }
        _ => {
            "The target of the rule makes another event of it. Remove its input settings, so that the function gets the matched \
             event."
        }
    }
}

/// Whether what the function gets has a member of this name.
fn has(gives: &Gives, event: &Value, name: &str) -> bool {
    match gives {
        Gives::Event => event.get(name).is_some(),
        Gives::Part(path) => {
            let part = path.trim_start_matches("$.").split('.').try_fold(event, |part, field| part.get(field));
            part.is_some_and(|part| part.get(name).is_some())
        }
        Gives::Text(text) => text.contains(&format!("\"{name}\"")),
    }
}

/// Whether the code may go on where the event has no member of this name.
fn is_caught(package: &Package, name: &str) -> bool {
    package.sources().any(|(path, text)| match path.ends_with(".py") {
        true => is_tried(text, name),
        false => text.contains("catch"),
    })
}

/// Whether a line of Python with this name is within a `try` of its function.
fn is_tried(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_within = |place: usize| {
        let mut inner = indent(lines[place]);
        for line in lines[..place].iter().rev().filter(|line| !line.trim_start().starts_with('#')) {
            if indent(line) < inner {
                inner = indent(line);
                if line.trim_start().starts_with("try:") {
                    return true;
                }
            }
        }
        false
    };
    (0..lines.len()).any(|place| lines[place].contains(name) && is_within(place))
}
