//! What is recorded is there again, what is seen changes it as the learner would expect, and the file stays small.

use std::fs;

use msl_learn_checks::{ClauseVerdict, Finding, Verdict};

use super::*;
use crate::catalog::{Chapter, Plan, Step};
use crate::checked::Checked;
use crate::quiz::all_right;
use crate::workspace::Settings;

fn exercise() -> &'static Exercise {
    catalog::exercises().next().expect("an exercise")
}

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_777_888_800 + minute * 60).expect("a time")
}

fn place() -> AccountSeen {
    AccountSeen { account: "123456789012".into(), practice: false, endpoint: None }
}

fn finding(clause: &str, verdict: ClauseVerdict) -> Finding {
    Finding { found: Some("as seen".to_owned()), ..Finding::blank("bucket", clause, verdict) }
}

fn seen(verdict: Verdict, findings: &[(&str, ClauseVerdict)]) -> Checked {
    let findings = findings.iter().map(|(id, verdict)| Finding { id: (*id).to_owned(), ..finding(id, *verdict) });
    let findings = findings.collect();
    Checked { exercise: exercise(), verdict, findings }
}

const TWO_FAIL: [(&str, ClauseVerdict); 2] = [("a", ClauseVerdict::Fails), ("b", ClauseVerdict::Fails)];
const ONE_FAILS: [(&str, ClauseVerdict); 2] = [("a", ClauseVerdict::Holds), ("b", ClauseVerdict::Fails)];
const ALL_HOLD: [(&str, ClauseVerdict); 2] = [("a", ClauseVerdict::Holds), ("b", ClauseVerdict::Holds)];

#[test]
fn looks_are_written_down_and_read_again() {
    let mut progress = Progress::default();
    progress.start(exercise(), at(0));
    let looks = [
        (seen(Verdict::NotDone, &TWO_FAIL), News::Moved),
        (seen(Verdict::NotDone, &TWO_FAIL), News::Same),
        (seen(Verdict::CannotTell, &[("a", ClauseVerdict::CannotTell)]), News::Same),
        (seen(Verdict::NotDone, &ONE_FAILS), News::Moved),
        (seen(Verdict::Done, &ALL_HOLD), News::FirstDone),
        (seen(Verdict::CannotTell, &[("a", ClauseVerdict::CannotTell)]), News::Same),
        (seen(Verdict::NotReady, &[("a", ClauseVerdict::NotReady)]), News::Same),
        (seen(Verdict::NotDone, &ONE_FAILS), News::Regressed),
        (seen(Verdict::NotDone, &ONE_FAILS), News::Same),
        (seen(Verdict::Done, &ALL_HOLD), News::DoneAgain),
        (seen(Verdict::Done, &ALL_HOLD), News::Same),
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
    assert!(text.contains("schema = 7") && text.contains("done = \"2026-05-04T10:00:00.5Z\""), "{text}");
}

#[test]
fn what_is_overwritten_is_kept_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let reset = |minute: i64| {
        let written = Progress::overwrite(folder.path(), at(minute), |progress| progress.reset(exercise(), at(minute)));
        written.expect("written").1
    };
    assert_eq!(reset(0), None, "there was nothing before");
    let before = fs::read_to_string(file::file(folder.path())).expect("the file");
    let kept = reset(1).expect("a copy");
    assert_eq!(kept, ".msl-learn/progress-2026-05-04T10-01-00.000Z.toml");
    assert_eq!(fs::read_to_string(folder.path().join(&kept)).expect("the copy"), before);
    let unchanged = Progress::overwrite(folder.path(), at(2), |_| ()).expect("read");
    assert_eq!(unchanged.1, None);
    let all: Vec<String> = (3..40).filter_map(reset).collect();
    let latest = all.last().expect("a copy");
    let copies = fs::read_dir(folder.path().join(".msl-learn")).expect("a folder").flatten();
    let copies = copies.filter(|entry| entry.file_name().to_string_lossy().starts_with("progress-")).count();
    assert!(copies == 20 && folder.path().join(latest).exists() && !folder.path().join(kept).exists(), "{copies}");
}

#[test]
fn a_newer_or_damaged_file_is_refused_and_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = file::file(folder.path());
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let event = "[exercises.\"ch04/aws_account\"]\nhistory = [\"yesterday done\"]\n";
    for text in ["schema = 5\nnew = true\n", "schema = 0\n", "schema = 1\n[exercises", "", "schema = 2\nunknown = 1\n"]
        .map(str::to_owned)
        .into_iter()
        .chain([format!("schema = 2\n{event}")])
    {
        fs::write(&file, &text).expect("a file");
        assert!(Progress::update(folder.path(), |progress| *progress = Progress::default()).is_err(), "{text}");
        assert_eq!(fs::read_to_string(&file).expect("the file"), text);
    }
    fs::write(&file, "").expect("a file");
    let empty = Progress::read(folder.path()).expect_err("nothing to read");
    assert!(empty.message.ends_with("is empty, and was left as it is") && !empty.message.contains("TOML"), "{empty}");
}

/// The longest slug that the book's titles would lead to, and then some.
const LONG_SLUG: &str = "ch10/an_exercise_whose_title_is_a_whole_sentence";

fn hostile(clauses: usize, length: usize, verdict: ClauseVerdict) -> Vec<Finding> {
    let text = "\u{1b}\"".repeat(length);
    (0..clauses)
        .map(|number| {
            let id = format!("a_clause_whose_name_is_long_{number}");
            Finding { id, found: Some(text.clone()), ..finding(&format!("{number} {text}"), verdict) }
        })
        .collect()
}

/// Months of trying, with findings as long as an account can make them.
fn worst_entry() -> Entry {
    let mut progress = Progress::default();
    let endpoint = Some(format!("http://{}", "\u{7}".repeat(5_000)));
    let place = AccountSeen { endpoint: endpoint.map(|url| bounded::bounded(&url, 120)), ..place() };
    for day in 0..200 {
        let (verdict, clause) = match day % 2 {
            0 => (Verdict::NotDone, ClauseVerdict::Fails),
            _ => (Verdict::Done, ClauseVerdict::Holds),
        };
        let look = Checked { exercise: exercise(), verdict, findings: hostile(60, 5_000, clause) };
        progress.start(exercise(), at(day * 1440));
        progress.hint(exercise(), 1_000, at(day * 1440));
        progress.show_solution(exercise(), at(day * 1440));
        progress.note(&look, &place, at(day * 1440));
    }
    let failing =
        Checked { exercise: exercise(), verdict: Verdict::NotDone, findings: hostile(60, 5_000, ClauseVerdict::Fails) };
    assert_eq!(progress.note(&failing, &place, at(300_000)), News::Regressed);
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
    let kept = |url| AccountSeen::of(&Settings::example(), Some(url)).endpoint.expect("an endpoint");
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
    // A clock that was set back, and one that is read every second.
    progress.start(exercise(), at(0));
    (0..120)
        .for_each(|second| progress.start(exercise(), Timestamp::from_second(at(131).as_second() + second).unwrap()));
    assert_eq!(worked(&progress), (39 + 31 + 1) * 60);
}

#[test]
fn time_counts_for_one_exercise_alone() {
    let mut progress = Progress::default();
    let mut both = catalog::exercises();
    let (one, other) = (both.next().expect("an exercise"), both.next().expect("another"));
    progress.start(one, at(0));
    progress.start(other, at(0));
    for minute in [5, 10, 15, 20] {
        progress.start(one, at(minute));
        progress.start(other, at(minute + 2));
    }
    let worked = |exercise| progress.entry(exercise).worked_seconds / 60;
    assert_eq!((worked(one), worked(other)), (5 + 3 * 3, 4 * 2));
}

#[test]
fn what_is_done_is_not_skipped_and_what_is_reset_is_open() {
    let mut progress = Progress::default();
    let done = seen(Verdict::Done, &ALL_HOLD);
    assert!(progress.skip(exercise(), at(0)) && !progress.skip(exercise(), at(1)));
    assert_eq!(progress.state(exercise()), StepState::Skipped);
    assert_eq!(progress.note(&done, &place(), at(2)), News::FirstDone);
    assert!(!progress.skip(exercise(), at(3)) && !progress.unskip(exercise(), at(3)));
    assert_eq!(progress.state(exercise()), StepState::Done);
    assert!(progress.reopen(exercise(), at(4)) && !progress.reopen(exercise(), at(5)));
    assert_eq!(progress.state(exercise()), StepState::Reopened);
    assert!(progress.skip(exercise(), at(6)) && progress.unskip(exercise(), at(7)));
    assert!(progress.is_current(exercise()));
    progress.reset(exercise(), at(8));
    assert_eq!(progress.state(exercise()), StepState::Current);
    assert_eq!(progress.entry(exercise()).history.len(), 6);
}

/// What somebody cannot have is neither done nor open, and not in the total.
#[test]
fn what_is_not_available_counts_neither_as_done_nor_as_open() {
    let mut progress = Progress::default();
    let of_chapter = || Plan::Exercises.steps().filter(|step| step.chapter() == exercise().chapter);
    let (_, all) = progress.done_of(of_chapter());
    progress.answer_availability(exercise(), false, at(0));
    assert_eq!(progress.state(exercise()), StepState::NoAccess);
    assert_eq!(progress.done_of(of_chapter()), (0, all - 1));
    let tally = progress.tally(chapter(exercise().chapter), Plan::Exercises);
    assert_eq!((tally.exercises, tally.unavailable, tally.steps), (all - 1, 1, all - 1));
    assert!(!progress.is_current(exercise()) && !progress.skip(exercise(), at(1)));
    // What was answered is no pass, and a pass outweighs it.
    assert_eq!(progress.note(&seen(Verdict::Asked, &ALL_HOLD), &place(), at(2)), News::Same);
    assert_eq!(progress.entry(exercise()).done, None);
    assert_eq!(parsed(&progress.text().expect("TOML")), progress);
    assert!(progress.unskip(exercise(), at(3)) && !progress.unskip(exercise(), at(4)));
    assert!(progress.is_current(exercise()));
    progress.answer_availability(exercise(), false, at(5));
    assert_eq!(progress.note(&seen(Verdict::Done, &ALL_HOLD), &place(), at(6)), News::FirstDone);
    progress.answer_availability(exercise(), false, at(7));
    assert_eq!(progress.state(exercise()), StepState::Done, "what is done stays so");
}

fn parsed(text: &str) -> Progress {
    file::parse("progress.toml".as_ref(), text).expect("a progress file")
}

fn chapter(number: u8) -> &'static Chapter {
    catalog::chapter(number).expect("a chapter")
}

/// The next step of somebody who wants all of them.
fn next(progress: &Progress) -> String {
    progress.step(Plan::All).map_or_else(String::new, Step::id)
}

#[test]
fn the_steps_are_the_books() {
    let ids: Vec<String> = Plan::All.steps().map(Step::id).collect();
    let first = ["1", "1.quiz", "2", "2.quiz", "3", "3.quiz", "4.1"];
    assert_eq!(ids[..first.len()], first);
    let quiz = ids.iter().position(|id| id == "4.quiz").expect("a quiz");
    assert_eq!(ids[quiz - 1], "4.8");
    assert!(Plan::Exercises.steps().all(|step| step.exercise().is_some()));
    for step in Plan::All.steps() {
        assert_eq!(catalog::step(&step.id()).expect("a step"), step);
        assert_eq!(catalog::step(&step.slug()).expect("a step"), step);
    }
    assert!(catalog::step("4").is_err() && catalog::step("99").is_err() && catalog::step("99.quiz").is_err());
}

#[test]
fn a_chapter_is_read_when_the_learner_goes_on_from_it() {
    let mut progress = Progress::default();
    progress.show_chapter(chapter(1), at(0));
    assert_eq!(next(&progress), "1", "it was shown, and may not be read to its end");
    progress.finish_reading(chapter(1), at(1));
    assert_eq!(next(&progress), "1.quiz");
    assert_eq!(progress.step_state(Step::Read(chapter(1)), Plan::All), StepState::Done);
    assert_eq!(progress.step(Plan::Exercises).map(Step::id).as_deref(), Some("4.1"));
    let text = progress.text().expect("TOML");
    assert_eq!(parsed(&text), progress, "{text}");
}

#[test]
fn readings_and_quizzes_are_skipped_and_brought_back() {
    let mut progress = Progress::default();
    let (reading, quiz) = (Step::Read(chapter(1)), Step::Quiz(chapter(1)));
    for step in [reading, quiz] {
        assert!(progress.skip_step(step, at(0)) && !progress.skip_step(step, at(1)));
        assert_eq!(progress.step_state(step, Plan::All), StepState::Skipped);
    }
    assert_eq!(next(&progress), "2");
    assert!(progress.unskip_step(quiz, at(2)) && !progress.unskip_step(quiz, at(3)));
    assert_eq!(next(&progress), "1.quiz");
    progress.show_chapter(chapter(1), at(4));
    assert_eq!(progress.step_state(reading, Plan::All), StepState::Skipped, "it was only displayed");
    assert!(progress.unskip_step(reading, at(5)));
    assert_eq!(next(&progress), "1");
}

#[test]
fn a_quiz_is_taken_once_each_question_was_asked_whatever_the_score() {
    let mut progress = Progress::default();
    progress.finish_reading(chapter(1), at(0));
    let mut answers = all_right(chapter(1));
    answers.iter_mut().for_each(|answer| answer.chosen.clear());
    let (first, rest) = answers.split_at(6);
    progress.take_quiz(chapter(1), first, at(1));
    assert_eq!((next(&progress).as_str(), progress.asked_of(chapter(1)).0), ("1.quiz", 6));
    assert!(
        progress.was_asked(chapter(1), first[0].question.id) && !progress.was_asked(chapter(1), rest[0].question.id)
    );
    assert_eq!(parsed(&progress.text().expect("TOML")), progress);
    progress.take_quiz(chapter(1), first, at(2));
    assert_eq!(progress.asked_of(chapter(1)), (6, answers.len()), "asked again, they are the same six");
    progress.take_quiz(chapter(1), rest, at(3));
    assert_eq!((next(&progress).as_str(), progress.asked_of(chapter(1))), ("2", (answers.len(), answers.len())));
    assert!(!progress.skip_step(Step::Quiz(chapter(1)), at(4)));
    assert_eq!(parsed(&progress.text().expect("TOML")), progress);
}

#[test]
fn a_quiz_that_was_taken_as_a_whole_stays_taken() {
    let attempt = "[[quizzes.ch01]]\nat = \"2026-05-07T10:00:00Z\"\nasked = [\"a\"]\nmissed = []\n";
    let before = parsed(&format!("schema = 4\n[steps.\"ch01/reading\"]\nread = \"2026-05-07T09:00:00Z\"\n{attempt}"));
    assert_eq!(next(&before), "2");
    assert_eq!(next(&parsed(&format!("schema = 5\n{attempt}"))), "1", "here a round is no whole quiz");
}

#[test]
fn only_one_step_is_the_current_one() {
    let progress = Progress::default();
    for plan in [Plan::All, Plan::Exercises] {
        let current = Plan::All.steps().filter(|step| progress.step_state(*step, plan) == StepState::Current);
        assert_eq!(current.collect::<Vec<_>>(), progress.step(plan).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn whoever_had_begun_before_readings_counted_goes_on_where_they_were() {
    let done = |slugs: &[&str]| {
        let entries = slugs.iter().map(|slug| format!("[exercises.\"{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n"));
        entries.collect::<String>()
    };
    let all: Vec<&str> = catalog::exercises().map(|exercise| exercise.slug).collect();
    for schema in [1, 2] {
        let four = parsed(&format!("schema = {schema}\n{}", done(&all[..4])));
        assert_eq!(next(&four), "4.5");
        assert_eq!(four.step_state(Step::Read(chapter(1)), Plan::All), StepState::Skipped);
        assert!(four.is_open(Step::Quiz(chapter(4))), "that lies before the learner");
        let nine = parsed(&format!("schema = {schema}\n{}", done(&all[..8])));
        assert!(!nine.is_open(Step::Quiz(chapter(4))), "that lies behind the learner");
    }
    let begun = "schema = 2\n[exercises.\"ch04/aws_account\"]\nstarted = \"2026-05-04T10:00:00Z\"\n";
    assert_eq!(next(&parsed(begun)), "4.1");
    assert_eq!(next(&parsed("schema = 2\n")), "1", "nothing was begun");
    assert_eq!(next(&parsed(&begun.replace("schema = 2", "schema = 3"))), "1", "a look ahead passes nothing over");
    let mut back = parsed(begun);
    assert!(back.unskip_step(Step::Read(chapter(1)), at(0)));
    assert_eq!(next(&back), "1");
}

#[test]
fn what_was_missed_before_there_were_boxes_comes_back() {
    let missed = &chapter(1).quiz[0];
    let text = format!(
        "schema = 2\n[[quizzes.ch01]]\nat = \"2026-05-07T10:00:00Z\"\nasked = [\"{0}\", \"gone\"]\nmissed = [\"{0}\", \"gone\"]\n",
        missed.id
    );
    let due =
        |number| parsed(&text).due(chapter(number)).into_iter().map(|(of, q)| (of.number, q.id)).collect::<Vec<_>>();
    assert_eq!(due(2), [(1, missed.id)], "a question that is no more is not asked");
    assert_eq!(due(1), [(1, missed.id)]);
    let later = text.replace("ch01", "ch04").replace(missed.id, chapter(4).quiz[0].id);
    assert_eq!(parsed(&later).due(chapter(1)).len(), 0, "no question of a later chapter");
}

/// A sentence may be put better without history being lost.
#[test]
fn a_reworded_clause_is_the_same_clause() {
    let mut progress = Progress::default();
    let look = |clause: &str, verdict| {
        let of = if verdict == ClauseVerdict::Holds { Verdict::Done } else { Verdict::NotDone };
        Checked { exercise: exercise(), verdict: of, findings: vec![finding(clause, verdict)] }
    };
    progress.note(&look("the bucket is there", ClauseVerdict::Fails), &place(), at(0));
    progress.note(&look("your account has the bucket", ClauseVerdict::Fails), &place(), at(5));
    progress.note(&look("the bucket exists", ClauseVerdict::Holds), &place(), at(9));
    let held = &progress.entry(exercise()).held_up;
    assert_eq!(held.len(), 1, "{held:?}");
    assert_eq!((&*held[0].clause, held[0].seconds(at(60))), ("the bucket is there", 9 * 60));
}

/// Schema 3 knew clauses by their sentences alone.
#[test]
fn what_held_up_before_there_were_ids_goes_on() {
    let open = "2026-05-04T10:00:00Z/.. the bucket is there";
    let old = format!("schema = 3\n[exercises.\"{}\"]\nheld_up = [\"{open}\"]\n", exercise().slug);
    let mut progress = parsed(&old);
    let findings = vec![finding("the bucket is there", ClauseVerdict::Fails)];
    progress.note(&Checked { exercise: exercise(), verdict: Verdict::NotDone, findings }, &place(), at(0));
    let held: Vec<String> = progress.entry(exercise()).held_up.iter().cloned().map(String::from).collect();
    assert_eq!(held, ["2026-05-04T10:00:00Z/.. #bucket the bucket is there"]);
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
            progress.note(&Checked { exercise: exercise(), verdict, findings }, &place(), at(0));
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
                let _ = event::HistoryEvent::try_from(line.clone());
                if let Ok(held) = Held::try_from(line.clone()) {
                    prop_assert_eq!(Held::try_from(String::from(held.clone())), Ok(held));
                }
            }
        }
    }
}
