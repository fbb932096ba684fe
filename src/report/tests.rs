//! A report is written whole, read within bounds, and judged as the account was.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use msl_learn_checks::testing::{Account, example, solved};
use serde_json::{Value, json};

use super::*;
use crate::check::EventLoop;

/// Reports that stay: each is judged as it was when it was written.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reports");

fn report(account: &Account, number: &str) -> CheckReport {
    let (exercise, learner) = (catalog::exercise(number).expect("an exercise"), example());
    let at: Timestamp = "2026-11-30T12:00:00Z".parse().expect("a time");
    EventLoop::new().expect("an event loop").block_on(async {
        let (aws, recorder) = account.open().recorded(at);
        let findings = check(exercise.slug, &aws, &learner).await.expect("a verifier");
        let world = aws.world();
        let recorded =
            RecordedCheck { exercise, learner: &learner, at, world, recorder: &recorder, findings: &findings };
        CheckReport::of(recorded).await
    })
}

fn judged(report: &CheckReport) -> Findings {
    EventLoop::new().expect("an event loop").block_on(report.judge())
}

#[test]
fn what_another_version_finds_is_told_clause_by_clause() {
    let mut own = report(&solved(), "4.7");
    own.findings[0].verdict = ClauseVerdict::Fails;
    let gone = ReportedFinding { id: "gone".into(), ..own.findings[0].clone() };
    own.findings.push(gone);
    own.findings[1].found = Some("other words".into());
    let differences = own.differences(&judged(&own));
    let told: Vec<_> = differences.iter().map(|one| (one.id.as_str(), one.is_of_verdict())).collect();
    let [first, second] = [0, 1].map(|at| own.findings[at].id.as_str());
    assert_eq!(told, [(first, true), (second, false), ("gone", true)]);
}

/// A verdict of a report in the folder is only changed on purpose, and its file with it. `MSL_REPORTS=write` makes those
/// that are missing.
#[test]
fn every_report_in_the_folder_is_judged_as_it_was() {
    let samples = [
        ("4.7", solved()),
        ("4.3", solved()),
        ("8.9", solved().refuses("ssm:GetParameters", (400, "AccessDeniedException"), "no")),
    ];
    for (number, account) in samples {
        let file = Path::new(FOLDER).join(format!("{number}.json"));
        if std::env::var_os("MSL_REPORTS").is_some() && !file.exists() {
            report(&account, number).write(&file).expect("it can be written");
        }
    }
    let entries = fs::read_dir(FOLDER).expect("the folder").map(|entry| entry.expect("an entry").path());
    let files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect();
    assert!(!files.is_empty(), "there are reports");
    for file in files {
        let report = CheckReport::read(&file).unwrap_or_else(|failure| panic!("{failure}"));
        let differences = report.differences(&judged(&report));
        let other: Vec<_> = differences.iter().filter(|one| one.is_of_verdict()).collect();
        assert!(other.is_empty(), "{}: {other:#?}", file.display());
    }
}

/// What each change makes of a report, and a part of why it is refused.
type Hostile = (fn(&mut Value), &'static str);

#[test]
fn hostile_files_are_refused_within_bounds() {
    let own = serde_json::to_value(report(&solved(), "4.7")).expect("it is JSON");
    let deep = |report: &mut Value| {
        let deep = "[".repeat(100_000);
        report["tape"]["calls"] = json!({"a": {"http": {"status": 200, "headers": {}, "body": {"text": deep}}}});
    };
    let huge_body = |report: &mut Value| {
        let body = json!({"bytes": {"first": [], "length": u32::MAX}});
        report["tape"]["calls"] = json!({"a": {"http": {"status": 200, "headers": {}, "body": body}}});
    };
    let many = |report: &mut Value| {
        let looks = (0..6000).map(|at| (at.to_string(), Value::Null));
        report["tape"]["looks"] = Value::Object(looks.collect());
    };
    let cases: [Hostile; 13] = [
        (|report| report["schema"] = json!(2), "it has the form 2"),
        (|report| report["schema"] = json!("1"), "nothing in it says that it is a report"),
        (|report| report["more"] = json!(1), "unknown field `more`"),
        (|report| report["exercise"] = json!("../../etc/passwd"), "it names no exercise that is checked"),
        (|report| report["exercise"] = json!("ch04/s3_website_hosting/../x"), "it names no exercise"),
        (|report| report["settings"]["domain"] = json!("a.b/../../c"), "expected a domain"),
        (|report| report["settings"]["domain"] = json!("\u{1b}]0;x\u{7}.com"), "expected a domain"),
        (|report| report["settings"]["names"]["data_bucket"] = json!("../x"), "the name of a bucket"),
        (|report| report["findings"][0]["found"] = json!("\u{1b}[2J"), "has control characters"),
        (|report| report["findings"][0]["found"] = json!("x".repeat(20_000)), "longer than a finding"),
        (deep, "nested more than 100 levels deep"),
        (huge_body, "an answer has more than 8 MiB"),
        (many, "it has more than 5000 answers"),
    ];
    for (change, why) in cases {
        let mut report = own.clone();
        change(&mut report);
        expect_refused(report.to_string().as_bytes(), why);
    }
    expect_refused(&vec![b'['; 1_000_000], "it is nested deeper than any report");
    expect_refused(&vec![b' '; (16 << 20) + 1], "it has more than 16 MiB");
    expect_refused(b"\xff\xfe", "it is no text");
    expect_refused(b" \n", "it is empty");
    expect_refused(b"[1, 2]", "nothing in it says that it is a report");
    expect_refused(b"{\"schema\": 1,\n\"version\"", "it stops in line 2, before the report is complete");
    expect_refused(b"{\n'schema': 1}", "line 2 is no JSON");
    expect_refused(b"{\"schema\": 1,\n\"version\": 7}", "line 2 is not as a report has it (invalid type: integer `7`)");
    let folder = tempfile::tempdir().expect("a folder");
    let failure = CheckReport::read(folder.path()).expect_err("a folder");
    assert!(failure.message.ends_with("it is a folder"), "{}", failure.message);
}

fn expect_refused(bytes: &[u8], why: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.json");
    fs::write(&file, bytes).expect("room");
    let failure = CheckReport::read(&file).expect_err(why);
    assert!(failure.message.contains(why), "{why:?} is missing: {}", failure.message);
}

/// What is read is judged, whatever it says: nothing panics, and nothing is sent.
#[test]
fn answers_that_make_no_sense_are_judged_without_a_panic() {
    let own = serde_json::to_value(report(&solved(), "4.7")).expect("it is JSON");
    for body in ["", "null", "[]", "<a>", "\u{0}\u{1b}", "{\"a\": 1e999}"] {
        let mut changed = own.clone();
        let calls = changed["tape"]["calls"].as_object_mut().expect("calls");
        calls.values_mut().for_each(|answer| answer["http"]["body"] = json!({"text": body}));
        let looks = changed["tape"]["looks"].as_object_mut().expect("looks");
        looks.values_mut().for_each(|seen| *seen = json!({"seen": body}));
        let read: CheckReport = serde_json::from_value(changed).expect("the form is right");
        assert_ne!(judged(&read).verdict(), msl_learn_checks::Verdict::Done, "{body:?}");
    }
}
