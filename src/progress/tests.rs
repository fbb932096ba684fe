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
    Finding { found: Some("as seen".to_owned()), ..Finding::blank(clause, verdict) }
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

/// The longest slug that the book's titles would lead to, and then some.
const LONG_SLUG: &str = "ch10/an_exercise_whose_title_is_a_whole_sentence";

fn hostile(clauses: usize, length: usize, verdict: ClauseVerdict) -> Vec<Finding> {
    let text = "\u{1b}\"".repeat(length);
    (0..clauses)
        .map(|number| Finding { found: Some(text.clone()), ..finding(&format!("{number} {text}"), verdict) })
        .collect()
}

/// Months of trying, with findings as long as an account can make them.
fn worst_entry() -> Entry {
    let mut progress = Progress::default();
    let endpoint = Some(format!("http://{}", "\u{7}".repeat(5_000)));
    let place = Place { endpoint: endpoint.map(|url| bounded::bounded(&url, 120)), ..place() };
    for day in 0..200 {
        let (verdict, clause) = match day % 2 {
            0 => (Verdict::NotDone, ClauseVerdict::Fails),
            _ => (Verdict::Done, ClauseVerdict::Holds),
        };
        let look = Examined { exercise: exercise(), verdict, findings: hostile(60, 5_000, clause) };
        progress.start(exercise(), at(day * 1440));
        progress.hint(exercise(), 1_000, at(day * 1440));
        progress.show_solution(exercise(), at(day * 1440));
        progress.note(&look, &place, at(day * 1440));
    }
    let failing = Examined {
        exercise: exercise(),
        verdict: Verdict::NotDone,
        findings: hostile(60, 5_000, ClauseVerdict::Fails),
    };
    assert_eq!(progress.note(&failing, &place, at(300_000)), Outcome::Regressed);
    progress.entry(exercise()).clone()
}

#[test]
fn the_whole_book_over_months_stays_below_a_megabyte() {
    let entry = worst_entry();
    let exercises = (0..133).map(|number| (format!("{LONG_SLUG}_{number:03}"), entry.clone())).collect();
    let text = Progress { exercises, ..Progress::default() }.text().expect("TOML");
    assert!(text.len() < 1_000_000, "{} bytes", text.len());
    assert_eq!((entry.history.len(), entry.held_up.len()), (entry::EVENTS, held::HELD));
}

#[test]
fn no_password_of_an_endpoint_is_kept() {
    let settings = "domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"123456789012\"\n";
    let settings = toml::from_str(settings).expect("settings");
    let kept = |url| Place::of(&settings, Some(url)).endpoint.expect("an endpoint");
    assert_eq!(kept("http://me:secret@host:1/a@b?c"), "http://host:1/a@b?c");
    assert_eq!(kept("http://127.0.0.1:4566"), "http://127.0.0.1:4566");
}

#[test]
fn idle_time_is_no_work() {
    let mut progress = Progress::default();
    for minute in [0, 10, 39, 100, 130, 131] {
        progress.start(exercise(), at(minute));
    }
    let worked = |progress: &Progress| progress.entry(exercise()).worked_seconds;
    assert_eq!(worked(&progress), (39 + 31) * 60);
    // A clock that was set back, and one that is looked at every second.
    progress.start(exercise(), at(0));
    (0..120)
        .for_each(|second| progress.start(exercise(), Timestamp::from_second(at(131).as_second() + second).unwrap()));
    assert_eq!(worked(&progress), (39 + 31 + 1) * 60);
}

#[test]
fn what_is_done_is_not_skipped_and_what_is_reset_is_open() {
    let mut progress = Progress::default();
    let done = seen(Verdict::Done, &ALL_HOLD);
    assert!(progress.skip(exercise(), at(0)) && !progress.skip(exercise(), at(1)));
    assert_eq!(progress.state(exercise()), State::Skipped);
    assert_eq!(progress.note(&done, &place(), at(2)), Outcome::FirstDone);
    assert!(!progress.skip(exercise(), at(3)) && !progress.unskip(exercise(), at(3)));
    assert_eq!(progress.state(exercise()), State::Done);
    assert!(progress.reopen(exercise(), at(4)) && !progress.reopen(exercise(), at(5)));
    assert_eq!(progress.state(exercise()), State::Reopened);
    assert!(progress.skip(exercise(), at(6)) && progress.unskip(exercise(), at(7)));
    assert!(progress.is_current(exercise()));
    progress.reset(exercise(), at(8));
    assert_eq!(progress.state(exercise()), State::Current);
    assert_eq!(progress.entry(exercise()).history.len(), 6);
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    fn any_finding() -> impl Strategy<Value = Finding> {
        (".{0,300}", proptest::option::of("(?s).{0,300}"), any::<bool>()).prop_map(|(clause, found, good)| {
            let verdict = if good { ClauseVerdict::Holds } else { ClauseVerdict::Fails };
            Finding { found, ..finding(&clause, verdict) }
        })
    }

    proptest! {
        #[test]
        fn whatever_is_seen_is_read_again(findings in proptest::collection::vec(any_finding(), 0..8), good: bool) {
            let mut progress = Progress::default();
            let verdict = if good { Verdict::Done } else { Verdict::NotDone };
            progress.note(&Examined { exercise: exercise(), verdict, findings }, &place(), at(0));
            let text = progress.text().expect("TOML");
            prop_assert_eq!(file::parse("progress.toml".as_ref(), &text).expect("what was written"), progress);
        }

        #[test]
        fn a_bounded_text_is_no_longer_in_the_file(text in "(?s).{0,400}", bytes in 3_usize..200) {
            let bounded = bounded::bounded(&text, bytes);
            let quoted = toml::Value::from(bounded.clone()).to_string();
            prop_assert!(bounded == text || bounded.ends_with('…'));
            prop_assert!(quoted.len() <= bytes + 6 + 3, "{} bytes: {quoted}", quoted.len());
        }

        #[test]
        fn any_line_is_an_event_or_refused(line in "(?s).{0,80}") {
            for line in [line.clone(), format!("2026-05-04T10:00:00Z {line}"), format!("2026-05-04T10:00:00Z/.. {line}")] {
                let _ = event::Event::try_from(line.clone());
                if let Ok(held) = Held::try_from(line.clone()) {
                    prop_assert_eq!(Held::try_from(String::from(held.clone())), Ok(held));
                }
            }
        }
    }
}
