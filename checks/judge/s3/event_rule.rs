//! Judgements of rules of EventBridge that wait for new objects of a bucket (Amazon S3 User Guide, "Using EventBridge", "Event
//! message structure"): which keys they let through.

use serde_json::{Value, json};

use super::notification::Objects;
use crate::documents::event_pattern::{EventPattern, Passes};
use crate::services::eventbridge::EventRule;
use crate::services::s3::Bucket;

/// Keys that an upload may have, where the pattern names none.
const KEYS: [&str; 2] = ["rcf/input/new", "new/new"];
const KEY: [&str; 3] = ["detail", "object", "key"];

/// The event of an upload to the bucket, with `null` for what only the upload tells.
pub fn uploaded(bucket: &Bucket, account: &str, key: &str) -> Value {
    json!({
        "version": "0", "id": null, "time": null, "account": account, "region": bucket.region,
        "source": "aws.s3", "detail-type": "Object Created", "resources": [bucket.arn],
        "detail": {
            "version": "0", "bucket": {"name": bucket.name},
            "object": {"key": key, "size": null, "etag": null, "version-id": null, "sequencer": null},
            "request-id": null, "requester": null, "source-ip-address": null, "reason": "PutObject",
        },
    })
}

/// The same upload, as a trail records it.
fn recorded(bucket: &Bucket, account: &str) -> Value {
    json!({
        "version": "0", "id": null, "time": null, "account": account, "region": bucket.region,
        "source": "aws.s3", "detail-type": "AWS API Call via CloudTrail", "resources": [],
        "detail": {
            "eventSource": "s3.amazonaws.com", "eventName": "PutObject", "awsRegion": bucket.region, "readOnly": false,
            "requestParameters": {"bucketName": bucket.name, "key": null},
        },
    })
}

/// Whether it may be that a rule is about the bucket's objects.
pub fn may_concern(pattern: &str) -> bool {
    pattern.to_ascii_lowercase().contains("s3") || !pattern.contains("\"source\"")
}

/// Whether the rule lets uploads through that are `wanted`: of several keys, one is enough.
pub fn lets_through(rule: &EventRule, (bucket, account): (&Bucket, &str), wanted: Objects<'_>) -> Passes {
    let Some(pattern) = EventPattern::parse(&rule.pattern) else {
        return Passes::Unknown(format!("the pattern of {rule}"));
    };
    let keys = keys(rule, wanted);
    let judged = keys.iter().map(|key| pattern.passes(&uploaded(bucket, account, key)));
    let best = judged.min_by_key(|passes| match passes {
        Passes::Yes => 0,
        Passes::Unknown(_) => 1,
        Passes::No(_) => 2,
    });
    best.expect("there is a key at least")
}

/// Keys that are wanted, and that the rule may let through.
pub fn keys(rule: &EventRule, wanted: Objects<'_>) -> Vec<String> {
    match wanted {
        Objects::One(key) => vec![key.to_owned()],
        Objects::Ending(ending) => {
            let named = EventPattern::parse(&rule.pattern).map(|pattern| pattern.examples(&KEY, ending));
            named.into_iter().flatten().chain(KEYS.iter().map(|key| format!("{key}{ending}"))).collect()
        }
    }
}

/// Whether the rule waits for what a trail of CloudTrail records of uploads.
pub fn waits_for_trail(rule: &EventRule, bucket: &Bucket, account: &str) -> bool {
    let pattern = EventPattern::parse(&rule.pattern);
    pattern.is_some_and(|pattern| !matches!(pattern.passes(&recorded(bucket, account)), Passes::No(_)))
}

/// What to change in a pattern that wants this field otherwise.
pub fn advice(rule: &EventRule, field: &str, bucket: &Bucket) -> String {
    let wanted = match field {
        "source" => "set source to [\"aws.s3\"]".to_owned(),
        "detail-type" => "set detail-type to [\"Object Created\"]".to_owned(),
        "detail.bucket.name" => format!("set detail, bucket, name to [\"{}\"]", bucket.name),
        "detail.object.key" if rule.pattern.contains('*') && !rule.pattern.contains("wildcard") => {
            "a * is a wildcard in {\"wildcard\": \"…\"} alone. Or name the beginning of the keys, as {\"prefix\": \"…\"}".to_owned()
        }
        "detail.object.key" => {
            "let the comparisons of detail, object, key fit the keys: one that holds is enough, and no key begins with a slash".to_owned()
        }
        "" => "one of the patterns in $or must fit an upload".to_owned(),
        other => format!("an upload has another {}: leave it out", other.replace('.', ", ")),
    };
    format!("Edit {rule}, and in its event pattern {wanted}.")
}
