//! Judgements of the recorder: whether it records, what, and where its history goes.

use crate::judgement::{Found, Judgement};
use crate::services::config::{Channel, Recorder};
use crate::services::s3::Bucket;

/// What the ARN of the role that AWS makes for its own service has in it.
pub const OF_AWS: &str = ":role/aws-service-role/config.amazonaws.com/";
/// Who records.
pub const CONFIG: &str = "config.amazonaws.com";
/// What the pack of exercise 10.e2 asks about.
const WANTED: [&str; 2] = ["AWS::S3::Bucket", "AWS::DynamoDB::Table"];

/// It is recording, and the last recording did not fail.
pub fn records(recorder: &Recorder) -> Judgement {
    const EXPECTED: &str = "recording";
    if !recorder.is_recording {
        return Judgement::fails(EXPECTED, "stopped");
    }
    let is = |word: &str| recorder.last_status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case(word));
    if is("Failure") {
        let code = recorder.last_error.as_deref().unwrap_or("no reason given");
        return Judgement::fails(EXPECTED, format!("the last recording failed: {code}")).advising(
            "AccessDenied means the recorder's role. Choose the service-linked role of AWS Config under Settings, and start the \
             recorder again.",
        );
    }
    if is("Pending") { Judgement::holds("recording, and nothing was recorded yet") } else { Judgement::holds(EXPECTED) }
}

/// It records some type of resource; what is missing for exercise 10.e2, and what costs more than it must, is said.
pub fn covers(recorder: &Recorder) -> Judgement {
    let Recorder { is_for_all, types, .. } = recorder;
    let found = match (*is_for_all, types.is_empty()) {
        (true, true) => "every type of resource".to_owned(),
        (true, false) => format!("every type of resource but {}", types.join(", ")),
        (false, false) => types.join(", "),
        (false, true) => return Judgement::fails("some types of resources", "none"),
    };
    let is_recorded = |wanted: &&str| types.iter().any(|kind| kind == wanted) != *is_for_all;
    let missing: Vec<&str> = WANTED.into_iter().filter(|wanted| !is_recorded(wanted)).collect();
    let holds = Judgement::holds(found);
    if !missing.is_empty() {
        return holds.advising(format!(
            "The pack of exercise 10.e2 asks about what is not recorded here: add {} to the types.",
            missing.join(" and ")
        ));
    }
    if *is_for_all {
        return holds
            .advising("You pay for each type that is recorded. Choose specific types: S3 Bucket and DynamoDB Table.");
    }
    if recorder.is_daily {
        return holds;
    }
    holds.advising(
        "You pay for each change. Choose the frequency Daily: then a resource costs no more than once a day, however often it \
         changes.",
    )
}

/// The history goes into a bucket that is there, or went there the last time.
pub fn delivers(channel: Option<&Channel>, bucket: Option<Found<Bucket>>) -> Judgement {
    const EXPECTED: &str = "a delivery channel that leads to a bucket";
    let Some(channel) = channel else { return Judgement::absent(EXPECTED, "no delivery channel") };
    let is = |word: &str| channel.last_status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case(word));
    let name = &channel.bucket;
    if is("Failure") {
        let code = channel.last_error.as_deref().unwrap_or("no reason given");
        return Judgement::fails(EXPECTED, format!("the last delivery into {name} failed: {code}")).advising(format!(
            "NoSuchBucket means that the bucket was deleted. AccessDenied means its policy: it must let {CONFIG} put objects \
             below AWSLogs."
        ));
    }
    match bucket {
        Some(Found::Missing(_)) if !is("Success") => {
            Judgement::fails(EXPECTED, format!("the bucket {name}, which is not among yours"))
                .advising(format!("Create the bucket {name} again, or choose another under Settings."))
        }
        _ => Judgement::holds(format!("the bucket {name}")),
    }
}
