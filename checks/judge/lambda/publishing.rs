//! Whether a function's code tells others: by a message to a topic.

use super::code::{if_all_seen, if_certain, not_told, seen};
use super::data_access::{judged, named};
use crate::documents::code::{Run, SentRequest, Value, ValueSet};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What publishes: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const PUBLISHES: &[&str] = &["PublishCommand", "PublishBatchCommand", ".publish", ".publishBatch", ".publish_batch"];

/// The code publishes messages.
pub fn publishes(package: &Package) -> Judgement {
    const EXPECTED: &str = "a Publish request, such as PublishCommand";
    let run = package.run();
    let requests = run.requests(PUBLISHES).0;
    if let Some(judgement) = seen(package, &run, &requests, "a Publish request") {
        return judgement.but(without_text(&run, &requests));
    }
    if package.code().texts().any(|text| text.contains("//sns.")) {
        return not_told("it may ask Amazon SNS by an address of its own");
    }
    if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that publishes a message"))
}

/// The messages go to the topic of this ARN.
pub fn publishes_to(package: &Package, topic: &str) -> Judgement {
    let run = package.run();
    let requests = run.requests(PUBLISHES).0;
    if requests.is_empty() {
        return Judgement::skips("the code is not seen to publish a message");
    }
    let names = requests.iter().map(|request| named(&topic_of(request), "a topic", |arn| arn == topic));
    if_certain(&run, judged(names, topic))
}

/// What is wrong with the text of the messages, if it is so of all of them (Amazon SNS API Reference, "Publish").
pub(super) fn without_text(run: &Run<'_>, requests: &[SentRequest<'_>]) -> Option<Judgement> {
    const EXPECTED: &str = "a text as Message";
    let is_object = |value: &Value| matches!(value, Value::Object(_) | Value::List(_));
    let is_batch = |request: &&SentRequest<'_>| request.name.to_ascii_lowercase().contains("batch");
    let texts = requests.iter().filter(|request| request.runs && !is_batch(request));
    let texts: Vec<ValueSet> = texts.map(|request| request.input("Message")).collect();
    let wrong = match () {
        () if texts.is_empty() => return None,
        () if texts.iter().all(|text| text.all(Value::is_nothing)) => Judgement::fails(EXPECTED, "no Message")
            .advising("SNS refuses a message without a text: add Message, and choose Deploy."),
        () if texts.iter().all(|text| text.all(is_object)) => Judgement::fails(EXPECTED, "an object as Message")
            .advising("A message is a text: write JSON.stringify( ) around the object, and choose Deploy."),
        () => return None,
    };
    Some(if_certain(run, wrong)).filter(Judgement::does_fail)
}

/// The topic of a request: its own, or what `Topic("arn:…")` was made for.
fn topic_of(request: &SentRequest<'_>) -> ValueSet {
    if let Some(topic) = request.sent_with().into_iter().find(|made| made.name == "Topic") {
        return topic.argument(0).unwrap_or_default();
    }
    let topic = request.input("TopicArn");
    if topic.all(Value::is_nothing) { request.input("TargetArn") } else { topic }
}
