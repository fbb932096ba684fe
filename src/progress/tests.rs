//! What is recorded is there again, what is seen changes it as the learner would expect, and the file stays small.

use std::fs;

use msl_learn_checks::{ClauseVerdict, Finding, Verdict};

use super::*;
use crate::examine::Examined;

fn exercise() -> &'static Exercise {
    catalog::exercises().next().expect("an exercise")
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_777_888_800 + minute * 60).expect("a time")
}

fn place() -> Place {
    Place { account: "123456789012".into(), practice: false, endpoint: None }
}

fn finding(clause: &str, verdict: ClauseVerdict) -> Finding {
    let (clause, found) = (clause.to_owned(), Some("as seen".to_owned()));
    Finding { clause, verdict, expected: None, found, advice: None, console: None, reason: None, wait: None }
}

fn seen(verdict: Verdict, findings: &[(&str, ClauseVerdict)]) -> Examined {
    let findings = findings.iter().map(|(clause, verdict)| finding(clause, *verdict)).collect();
    Examined { exercise: exercise(), verdict, findings }
}

const TWO_FAIL: [(&str, ClauseVerdict); 2] = [("a", ClauseVerdict::Fails), ("b", ClauseVerdict::Fails)];
const ONE_FAILS: [(&str, ClauseVerdict); 2] = [("a", ClauseVerdict::Holds), ("b", ClauseVerdict::Fails)];
const ALL_HOLD: [(&str, ClauseVerdict); 2] = [("a", ClauseVerdict::Holds), ("b", ClauseVerdict::Holds)];

#[test]
fn looks_are_written_down_and_read_again() {
    let mut progress = Progress::default();
    progress.start(exercise(), at(0));
    let looks = [
        (seen(Verdict::NotDone, &TWO_FAIL), Outcome::Moved),
        (seen(Verdict::NotDone, &TWO_FAIL), Outcome::Same),
        (seen(Verdict::CannotTell, &[("a", ClauseVerdict::CannotTell)]), Outcome::Same),
        (seen(Verdict::NotDone, &ONE_FAILS), Outcome::Moved),
        (seen(Verdict::Done, &ALL_HOLD), Outcome::FirstDone),
        (seen(Verdict::CannotTell, &[("a", ClauseVerdict::CannotTell)]), Outcome::Same),
        (seen(Verdict::NotReady, &[("a", ClauseVerdict::NotReady)]), Outcome::Same),
        (seen(Verdict::NotDone, &ONE_FAILS), Outcome::Regressed),
        (seen(Verdict::NotDone, &ONE_FAILS), Outcome::Same),
        (seen(Verdict::Done, &ALL_HOLD), Outcome::DoneAgain),
        (seen(Verdict::Done, &ALL_HOLD), Outcome::Same),
    ];
    for (minute, (look, outcome)) in (1..).zip(&looks) {
        assert_eq!(progress.note(look, &place(), at(minute)), *outcome, "minute {minute}");
    }
    let text = progress.text().expect("TOML");
    assert_eq!(file::parse("progress.toml".as_ref(), &text).expect("what was written"), progress);
    insta::assert_snapshot!(text);
}

#[test]
fn a_file_of_schema_1_is_carried_over_by_the_next_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, slug) = (file::file(folder.path()), exercise().slug);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let old = format!("schema = 1\n[exercises.\"{slug}\"]\ndone = \"2026-05-04T10:00:00.5Z\"\nhints = 1\n");
    fs::write(&file, &old).expect("a file");
    Progress::update(folder.path(), |_| ()).expect("read");
    assert_eq!(fs::read_to_string(&file).expect("the file"), old);
    Progress::update(folder.path(), |progress| assert_eq!(progress.hint(exercise(), 3, at(0)), 2)).expect("written");
    let text = fs::read_to_string(&file).expect("the file");
    assert!(text.contains("schema = 2") && text.contains("done = \"2026-05-04T10:00:00.5Z\""), "{text}");
}

#[test]
fn a_newer_or_damaged_file_is_refused_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = file::file(folder.path());
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let event = "[exercises.\"ch04/aws_account\"]\nhistory = [\"yesterday done\"]\n";
    for text in ["schema = 3\nnew = true\n", "schema = 0\n", "schema = 1\n[exercises", "", "schema = 2\nunknown = 1\n"]
        .map(str::to_owned)
        .into_iter()
        .chain([format!("schema = 2\n{event}")])
    {
        fs::write(&file, &text).expect("a file");
        assert!(Progress::update(folder.path(), |progress| *progress = Progress::default()).is_err(), "{text}");
        assert_eq!(fs::read_to_string(&file).expect("the file"), text);
    }
}
