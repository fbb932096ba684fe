//! Whether a function's code tells others: by a message to a topic.

use super::code::{if_all_seen, if_certain, not_told};
use super::data_access::{judged, named, sent};
use crate::documents::code::{SentRequest, Value, ValueSet};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What publishes: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const PUBLISHES: &[&str] = &["PublishCommand", "PublishBatchCommand", ".publish", ".publishBatch", ".publish_batch"];

/// The code publishes messages.
pub fn publishes(package: &Package) -> Judgement {
    const EXPECTED: &str = "a Publish request, such as PublishCommand";
    let run = package.run();
    if let Some(judgement) = sent(&run.requests(PUBLISHES), "a Publish request") {
        return judgement;
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

/// The topic of a request: its own, or what `Topic("arn:…")` was made for.
fn topic_of(request: &SentRequest<'_>) -> ValueSet {
    if let Some(topic) = request.sent_with().into_iter().find(|made| made.name == "Topic") {
        return topic.argument(0).unwrap_or_default();
    }
    let topic = request.input("TopicArn");
    if topic.all(Value::is_nothing) { request.input("TargetArn") } else { topic }
}
