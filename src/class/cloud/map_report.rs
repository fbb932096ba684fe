//! What the state machine itself reports of a run: the manifests of its Distributed Map, and the files in which they list the
//! children that failed and those that were never started (AWS Step Functions Developer Guide, "ResultWriter (Map)").

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use msl_learn_checks::{Aws, Read, ResultBucket};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::stack::MAPS_PREFIX;

const MANIFEST: &str = "/manifest.json";
/// The most characters of a cause that are told.
const LONGEST_CAUSE: usize = 200;
/// So many digits in a row may be an account's number.
const DIGITS_OF_AN_ACCOUNT: usize = 12;
const HIDDEN: &str = "…";

/// What is reported of the children of a run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct MapReport {
    /// Why a child failed, by the learner's pseudonym.
    pub failed: BTreeMap<String, String>,
    /// The pseudonyms of those whose child was never started.
    pub unstarted: BTreeSet<String>,
    /// Files of which only the beginning could be understood: they may name more learners.
    pub cut_off: Vec<String>,
}

/// A manifest, of which a map run has one, and each of its redrives another.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Manifest {
    destination_bucket: String,
    result_files: ResultFiles,
}

/// The files of children that succeeded are not read: their results are in the bucket.
#[derive(Deserialize)]
#[serde(rename_all = "UPPERCASE")]
struct ResultFiles {
    #[serde(default)]
    failed: Vec<ResultFile>,
    #[serde(default)]
    pending: Vec<ResultFile>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ResultFile {
    key: String,
}

/// A child as a file lists it. One that was never started has an input alone.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Child {
    #[serde(default)]
    input: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    error: String,
    #[serde(default)]
    cause: String,
    #[serde(default)]
    stop_date: Option<Timestamp>,
}

/// The input of a child, as the template makes it: whose it is.
#[derive(Deserialize)]
struct ChildInput {
    run: String,
    seat: ChildSeat,
}

#[derive(Deserialize)]
struct ChildSeat {
    learner: String,
}

/// What a function says instead of an answer, as the state machine keeps it (AWS Lambda Developer Guide, "Understanding retry
/// behavior").
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FunctionError {
    error_message: String,
}

impl MapReport {
    /// Reads what there is about the run: nothing before its map has ended.
    ///
    /// # Errors
    /// If the bucket cannot be read.
    pub async fn read(aws: &Aws, place: &ResultBucket<'_>, run: &str) -> Read<Self> {
        let (mut failed, mut pending) = (BTreeSet::new(), BTreeSet::new());
        let mut report = Self::default();
        for key in aws.result_keys(place, MAPS_PREFIX).await?.into_iter().filter(|key| key.ends_with(MANIFEST)) {
            let bytes = aws.result_object(place, &key).await?.unwrap_or_default();
            match serde_json::from_slice::<Manifest>(&bytes) {
                Ok(manifest) if manifest.destination_bucket == place.name => {
                    failed.extend(manifest.result_files.failed.into_iter().map(|file| file.key));
                    pending.extend(manifest.result_files.pending.into_iter().map(|file| file.key));
                }
                _ => report.cut_off.push(key),
            }
        }
        let failed = report.children(aws, place, failed).await?;
        let pending = report.children(aws, place, pending).await?;
        report.take(run, failed, &pending);
        Ok(report)
    }

    /// The children that the files list. Whoever can write a manifest can name no file but those of maps.
    async fn children(&mut self, aws: &Aws, place: &ResultBucket<'_>, keys: BTreeSet<String>) -> Read<Vec<Child>> {
        let mut all = Vec::new();
        for key in keys.into_iter().filter(|key| key.starts_with(MAPS_PREFIX)) {
            let bytes = aws.result_object(place, &key).await?.unwrap_or_default();
            let (mut children, is_whole) = listed::<Child>(&bytes);
            all.append(&mut children);
            if !is_whole {
                self.cut_off.push(key);
            }
        }
        Ok(all)
    }

    /// Of several failures of a learner's child, the last one counts: a redrive adds a file.
    fn take(&mut self, run: &str, mut failed: Vec<Child>, pending: &[Child]) {
        failed.sort_by_key(|child| child.stop_date);
        let learner = |child: &Child| {
            let input = serde_json::from_str::<ChildInput>(&child.input).ok()?;
            (input.run == run).then_some(input.seat.learner)
        };
        self.failed = failed.iter().filter_map(|child| Some((learner(child)?, child.why()))).collect();
        self.unstarted = pending.iter().filter_map(learner).filter(|one| !self.failed.contains_key(one)).collect();
    }
}

impl Child {
    /// Why it failed: in words where the error is known, and what AWS says of it.
    fn why(&self) -> String {
        let error = if self.error.is_empty() { self.status.as_str() } else { self.error.as_str() };
        let cause = match serde_json::from_str::<FunctionError>(&self.cause) {
            Ok(said) => hidden(&said.error_message),
            Err(_) => hidden(&self.cause),
        };
        let said = if cause.is_empty() { hidden(error) } else { format!("{}: {cause}", hidden(error)) };
        format!("{} ({said})", words(error))
    }
}

/// What an error means, and what to do.
fn words(error: &str) -> &'static str {
    match error {
        "Silent" => "AWS did not answer in time, or there were too many requests, at each try",
        "Broken" => "the worker could not go on",
        "Sandbox.Timedout" | "States.Timeout" | "TIMED_OUT" => "reading the account took too long, at each try",
        "ABORTED" => "the run was stopped before the account was read",
        "Lambda.TooManyRequestsException" => {
            "Lambda was busy: your account runs fewer functions at once than --at-once says"
        }
        "Lambda.ResourceNotFoundException" => "the worker is not deployed: deploy the template again",
        "Runtime.ExitError" | "Runtime.InvalidEntrypoint" => "the worker's program ended: upload the zip again",
        "Runtime.OutOfMemory" => "the worker had too little memory",
        _ => "the worker failed",
    }
}

/// The text without what identifies accounts and people, and not longer than is read.
fn hidden(text: &str) -> String {
    let is_foreign = |word: &str| {
        let digits = word.split(|one: char| !one.is_ascii_digit()).map(str::len).max().unwrap_or(0);
        word.contains("arn:") || word.contains('@') || digits >= DIGITS_OF_AN_ACCOUNT
    };
    let words: Vec<&str> = text.split_whitespace().map(|word| if is_foreign(word) { HIDDEN } else { word }).collect();
    let text = words.join(" ");
    match text.char_indices().nth(LONGEST_CAUSE) {
        Some((end, _)) => format!("{}{HIDDEN}", &text[..end]),
        None => text,
    }
}

/// The members of an array, or of JSON lines, and whether all of them could be read: of a large file there is the first MiB.
fn listed<T: DeserializeOwned>(bytes: &[u8]) -> (Vec<T>, bool) {
    let between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'[' | b',' | b']');
    let (mut all, mut at) = (Vec::new(), 0);
    loop {
        at += bytes[at..].iter().take_while(|byte| between(byte)).count();
        if at == bytes.len() {
            return (all, true);
        }
        let mut members = serde_json::Deserializer::from_slice(&bytes[at..]).into_iter::<T>();
        let Some(Ok(member)) = members.next() else { return (all, false) };
        all.push(member);
        at += members.byte_offset();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::check::EventLoop;
    use msl_learn_checks::testing::{Account, Answer, ok};

    fn input(run: &str, learner: &str) -> String {
        json!({"run": run, "seat": {"learner": learner, "external_id": "x", "place": {}}}).to_string()
    }

    fn failed(run: &str, learner: &str, error: &str, cause: &str, hour: u8) -> Value {
        json!({
            "ExecutionArn": "arn:aws:states:us-east-1:111122223333:execution:s/Learners:1", "Name": "1", "Status": "FAILED",
            "Input": input(run, learner), "InputDetails": {"Included": true}, "Error": error, "Cause": cause,
            "StartDate": "2026-11-30T09:00:00.000Z", "StopDate": format!("2026-11-30T{hour:02}:00:00.000Z"), "RedriveCount": 0
        })
    }

    const LIST: &str = "<ListBucketResult><IsTruncated>false</IsTruncated>\
        <Contents><Key>maps/u1/manifest.json</Key><Size>2</Size></Contents>\
        <Contents><Key>maps/u1/FAILED_0.json</Key><Size>2</Size></Contents>\
        <Contents><Key>maps/u1/Redrive-1/manifest.json</Key><Size>2</Size></Contents></ListBucketResult>";

    fn manifest(bucket: &str, failed: &[&str], pending: &[&str]) -> Answer {
        let files = |keys: &[&str]| keys.iter().map(|key| json!({"Key": key, "Size": 9})).collect::<Vec<_>>();
        let run = "arn:aws:states:us-east-1:111122223333:mapRun:s/Learners:u1";
        let files = json!({"FAILED": files(failed), "PENDING": files(pending), "SUCCEEDED": files(&["maps/u1/SUCCEEDED_0.json"])});
        ok(json!({"DestinationBucket": bucket, "MapRunArn": run, "ResultFiles": files}).to_string())
    }

    fn read(first: Answer, second: Answer, failures: [String; 2], pending: &str) -> MapReport {
        let [once, again] = failures;
        let account = Account::empty()
            .answers("s3:ListObjectsV2", ok(LIST))
            .answers_to("s3:GetObject", "u1/manifest.json", first)
            .answers_to("s3:GetObject", "Redrive-1/manifest.json", second)
            .answers_to("s3:GetObject", "u1/FAILED_0.json", ok(once))
            .answers_to("s3:GetObject", "Redrive-1/FAILED_0.json", ok(again))
            .answers_to("s3:GetObject", "PENDING_0.json", ok(pending.to_owned()));
        let (aws, place) = (account.open(), ResultBucket { name: "class", region: "us-east-1" });
        EventLoop::new().expect("an event loop").block_on(MapReport::read(&aws, &place, "r1")).expect("a report")
    }

    const FILES: [&str; 2] = ["maps/u1/FAILED_0.json", "maps/u1/Redrive-1/FAILED_0.json"];

    #[test]
    fn who_failed_has_a_reason_and_who_never_began_is_told_apart() {
        let called = json!({"errorType": "Broken", "errorMessage": "the seat of 111122223333 is odd"}).to_string();
        let first = [
            failed("r1", "l-0", "Silent", "", 10),
            failed("r1", "l-1", "Broken", &called, 10),
            failed("r9", "l-2", "Broken", &called, 10),
        ];
        let again = [failed("r1", "l-0", "Lambda.TooManyRequestsException", "Rate exceeded of arn:aws:lambda:x", 12)];
        let pending = json!([{"Input": input("r1", "l-3"), "InputDetails": {"Included": true}, "Status": "PENDING"},
            {"Input": input("r1", "l-0"), "Status": "PENDING"}, {"Input": "{}"}]);
        let report = read(
            manifest("class", &FILES[..1], &["maps/u1/PENDING_0.json"]),
            manifest("class", &FILES, &["maps/u1/PENDING_0.json"]),
            [json!(first).to_string(), json!(again).to_string()],
            &pending.to_string(),
        );
        assert_eq!(
            report.failed.into_iter().collect::<Vec<_>>(),
            [
                (
                    "l-0".to_owned(),
                    "Lambda was busy: your account runs fewer functions at once than --at-once says \
                     (Lambda.TooManyRequestsException: Rate exceeded of …)"
                        .to_owned()
                ),
                ("l-1".to_owned(), "the worker could not go on (Broken: the seat of … is odd)".to_owned()),
            ]
        );
        assert_eq!(report.unstarted.into_iter().collect::<Vec<_>>(), ["l-3"]);
        assert_eq!(report.cut_off, [""; 0]);
    }

    /// Of a file of more than a MiB the beginning is there; a manifest that names another bucket is none of the class's.
    #[test]
    fn what_cannot_be_read_is_named_and_not_taken_for_nobody() {
        let whole = json!([failed("r1", "l-0", "Silent", "", 10), failed("r1", "l-1", "Silent", "", 10)]).to_string();
        let half = whole[..whole.len() - 40].to_owned();
        let report = read(
            manifest("class", &[FILES[0], "runs/r1/l-0.json"], &[]),
            manifest("another", &FILES, &[]),
            [half, whole],
            "[]",
        );
        assert_eq!(report.failed.keys().collect::<Vec<_>>(), ["l-0"]);
        assert_eq!(report.cut_off, ["maps/u1/Redrive-1/manifest.json", "maps/u1/FAILED_0.json"]);
    }

    #[test]
    fn an_array_and_lines_are_read_alike() {
        assert_eq!(listed::<u8>(b" [1, 2\n,3]\n"), (vec![1, 2, 3], true));
        assert_eq!(listed::<u8>(b"1\n2\n"), (vec![1, 2], true));
        assert_eq!(listed::<u8>(b"[1, x"), (vec![1], false));
        assert_eq!(listed::<u8>(b""), (vec![], true));
    }

    #[test]
    fn a_cause_names_no_account_and_nobody() {
        let long = "word ".repeat(100);
        assert_eq!(hidden("the role arn:aws:iam::111122223333:role/x of\na@example.com"), "the role … of …");
        assert!(hidden(&long).chars().count() == LONGEST_CAUSE + 1, "{}", hidden(&long));
    }
}
