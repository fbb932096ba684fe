//! Whether a function's code takes the event that a rule of EventBridge gives it. S3's own notifications have `Records`, the
//! events of EventBridge have `detail` (Amazon S3 User Guide, "Event message structure", "Using EventBridge").

use serde_json::Value;

use super::code::{if_all_seen, not_told};
use crate::documents::code::Taken;
use crate::documents::package::Package;
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
    Stream,
    /// The notification of a bucket.
    Bucket,
    /// A method of an API.
    Request,
    /// A rule or a schedule that runs by the clock.
    Clock,
    /// A queue that Lambda reads.
    Queue,
    /// A topic.
    Topic,
}

/// What only a call of API Gateway's has (API Gateway Developer Guide, "Input format of a Lambda function for proxy integration").
const OF_REQUEST: &[&str] =
    &["body", "headers", "multiValueHeaders", "requestContext", "queryStringParameters", "pathParameters"];
/// What only the records of a stream have, and only those of a bucket.
const OF_STREAM: &[&str] = &["NewImage", "dynamodb", "Keys"];
const OF_BUCKET: &[&str] = &["s3"];
/// What those of a queue have, and those of a topic (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS", "Invoking Lambda
/// functions with Amazon SNS notifications").
const OF_QUEUE: &[&str] = &["body"];
const OF_TOPIC: &[&str] = &["Sns"];

/// What is wrong if the code takes what only another event has, and nothing of this one.
pub fn of_another(package: &Package, event: Event) -> Option<Judgement> {
    let takes = |names: &[&'static str]| names.iter().copied().find(|name| package.code().takes(name) == Taken::Always);
    let never = |names: &[&'static str]| names.iter().all(|name| package.code().takes(name) == Taken::Never);
    let of_records = &[RECORDS][..];
    let (has, taken) = match event {
        Event::Request if never(OF_REQUEST) => ("body or queryStringParameters", takes(of_records)),
        Event::Request => return None,
        Event::Clock => ("a time alone", takes(of_records).or(takes(OF_REQUEST))),
        Event::Stream | Event::Bucket if never(of_records) => (RECORDS, takes(OF_REQUEST).or(takes(&[DETAIL]))),
        Event::Stream if never(OF_STREAM) => ("Records with dynamodb.NewImage", takes(OF_BUCKET)),
        Event::Bucket if never(OF_BUCKET) => ("Records with s3.object.key", takes(OF_STREAM)),
        Event::Queue | Event::Topic if never(of_records) => (RECORDS, takes(OF_REQUEST).or(takes(&[DETAIL]))),
        Event::Queue if never(OF_QUEUE) => {
            ("Records with body", takes(OF_STREAM).or(takes(OF_BUCKET)).or(takes(OF_TOPIC)))
        }
        Event::Topic if never(OF_TOPIC) => {
            ("Records with Sns.Message", takes(OF_STREAM).or(takes(OF_BUCKET)).or(takes(OF_QUEUE)))
        }
        Event::Stream | Event::Bucket | Event::Queue | Event::Topic => return None,
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

/// The code takes the message of a topic out of the event: `Records[].Sns.Message` (AWS Lambda Developer Guide, "Invoking Lambda
/// functions with Amazon SNS notifications"). Code that takes nothing out of it may do without.
pub fn takes_message(package: &Package) -> Judgement {
    const EXPECTED: &str = "Records[].Sns.Message of the event";
    let (run, code) = (package.run(), package.code());
    let taken = run.taken_of_event();
    let lacking = [RECORDS, "Sns", "Message"].into_iter().find(|name| code.takes(name) == Taken::Never);
    let Some(lacking) = lacking else { return Judgement::holds(EXPECTED) };
    if taken.is_empty() {
        return not_told("it is not seen to take anything out of the event");
    }
    let found = format!("{} of the event, and no {lacking}", taken.join(", "));
    let wrong = Judgement::fails(EXPECTED, found).advising(
        "A topic calls the function with a list of records, and the text of each is in record.Sns.Message: for (const record of \
         event.Records) … record.Sns.Message. Then choose Deploy.",
    );
    if_all_seen(package, &run, wrong)
}

/// The code takes what API Gateway's call has, and not what only a topic's has.
pub fn takes_request(package: &Package) -> Judgement {
    const EXPECTED: &str = "the body or the headers of the request";
    let run = package.run();
    let taken = run.taken_of_event();
    let is_of_topic = !taken.is_empty() && taken.iter().all(|name| *name == RECORDS);
    if !is_of_topic || OF_REQUEST.iter().any(|name| package.code().takes(name) != Taken::Never) {
        return Judgement::holds("an event of API Gateway's");
    }
    let wrong = Judgement::fails(EXPECTED, "Records of the event alone, which a request has none of").advising(
        "API Gateway calls the function with the request: its headers are in event.headers, and its text is in event.body. Read \
         these, or subscribe the function to a topic.",
    );
    if_all_seen(package, &run, wrong)
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
