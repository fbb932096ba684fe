//! What a bucket tells others of its objects: its notification configuration.

use std::fmt;

use aws_sdk_s3::operation::get_bucket_notification_configuration::GetBucketNotificationConfigurationOutput;
use aws_sdk_s3::types::{Event, NotificationConfigurationFilter};

use super::{ANY_BUCKET, BUCKET_OF_NAME, Bucket, GET_BUCKET_LOCATION, GET_BUCKET_NOTIFICATION, LIST_BUCKETS};
use crate::aws::service::prelude::*;

/// What a bucket tells others.
pub const NOTIFICATIONS: Reader = Reader::of(&[reading(GET_BUCKET_NOTIFICATION, BUCKET_OF_NAME)]);
/// What any bucket tells others, and where it is.
pub const OF_ANY_BUCKET: Reader = Reader::of(&[
    reading_all(LIST_BUCKETS),
    reading(GET_BUCKET_LOCATION, ANY_BUCKET),
    reading(GET_BUCKET_NOTIFICATION, ANY_BUCKET),
]);

/// To whom events go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A function, a version of it or an alias, by its ARN.
    Function(String),
    /// A queue or a topic, by its ARN.
    Other(String),
}

/// One row of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    pub to: Target,
    /// Such as `s3:ObjectCreated:*`.
    pub events: Vec<String>,
    /// With what the keys must begin, and end; empty for all.
    pub prefix: String,
    pub suffix: String,
}

impl fmt::Display for Notification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = [("prefix", &self.prefix), ("suffix", &self.suffix)];
        let keys: Vec<String> =
            keys.iter().filter(|(_, text)| !text.is_empty()).map(|(kind, text)| format!("{kind} {text}")).collect();
        let keys = if keys.is_empty() { "every object".into() } else { keys.join(" and ") };
        write!(f, "{} of {keys}", self.events.join(", "))
    }
}

/// All that a bucket tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notifications {
    pub rows: Vec<Notification>,
    /// Whether every event goes to EventBridge as well, whose rules then decide.
    pub to_event_bridge: bool,
}

impl Aws {
    /// The notification configuration of the bucket.
    pub async fn notifications(&self, bucket: &Bucket) -> Read<Notifications> {
        let call = Call::new(GET_BUCKET_NOTIFICATION, &bucket.arn);
        let send = || self.s3(&bucket.region).get_bucket_notification_configuration().bucket(&bucket.name).send();
        let answer = self.ask(call.clone(), &bucket.region, send).await?;
        notifications(&answer).ok_or_else(|| Fault::incomplete(call, "ARN of a target"))
    }
}

fn notifications(answer: &GetBucketNotificationConfigurationOutput) -> Option<Notifications> {
    let mut rows = Vec::new();
    for row in answer.lambda_function_configurations() {
        let to = Target::Function(given(row.lambda_function_arn())?);
        rows.push(notification(to, row.events(), row.filter()));
    }
    for row in answer.queue_configurations() {
        rows.push(notification(Target::Other(given(row.queue_arn())?), row.events(), row.filter()));
    }
    for row in answer.topic_configurations() {
        rows.push(notification(Target::Other(given(row.topic_arn())?), row.events(), row.filter()));
    }
    Some(Notifications { rows, to_event_bridge: answer.event_bridge_configuration().is_some() })
}

/// The SDK fills in nothing for a text that it requires.
fn given(arn: &str) -> Option<String> {
    (!arn.is_empty()).then(|| arn.to_owned())
}

fn notification(to: Target, events: &[Event], filter: Option<&NotificationConfigurationFilter>) -> Notification {
    let rules = filter.and_then(|filter| filter.key()).map(|key| key.filter_rules()).unwrap_or_default();
    // S3 takes the names of rules in whatever case.
    let text = |kind: &str| {
        let of_kind =
            rules.iter().find(|rule| rule.name().is_some_and(|name| name.as_str().eq_ignore_ascii_case(kind)));
        of_kind.and_then(|rule| rule.value()).unwrap_or_default().to_owned()
    };
    let events = events.iter().map(|event| event.as_str().to_owned()).collect();
    Notification { to, events, prefix: text("prefix"), suffix: text("suffix") }
}
