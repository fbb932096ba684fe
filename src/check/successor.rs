//! Exercises that a later one undoes or replaces count as done once the learner has come that far.

use jiff::Timestamp;
use msl_learn_checks::{ClauseVerdict, Finding, Verdict};

use crate::catalog::{self, Exercise};
use crate::checked::{Checked, skipped};
use crate::progress::Progress;
use crate::ui::time::day;

/// The id and the sentence of the finding about a successor.
const ID: &str = "superseded";
/// The id of the finding about what was removed on purpose.
const CLEANED_UP: &str = "cleaned_up";
const CLAUSE: &str = "a later exercise undoes or replaces this one on purpose";

/// The exercises, and all that are checked to tell whether a later one has undone them.
pub fn with_witnesses(wanted: &[&'static Exercise]) -> Vec<&'static Exercise> {
    let mut all = wanted.to_vec();
    wanted.iter().for_each(|exercise| add_way(exercise, &mut all));
    all
}

/// Adds the way to the successor, and from each exercise on it to its own successor.
pub fn add_way(exercise: &Exercise, more: &mut Vec<&'static Exercise>) {
    for between in way_to_successor(exercise).into_iter().flatten() {
        if !more.iter().any(|known| known.slug == between.slug) {
            more.push(between);
            add_way(between, more);
        }
    }
}

/// The exercises after this one, up to and including its successor. Those that not every account can have say nothing.
fn way_to_successor(exercise: &Exercise) -> Option<Vec<&'static Exercise>> {
    let successor = exercise.superseded_by?;
    let mut way: Vec<_> = catalog::exercises().skip_while(|e| e.slug != exercise.slug).skip(1).collect();
    way.truncate(way.iter().position(|e| e.slug == successor)? + 1);
    way.retain(|e| e.slug == successor || e.availability.is_none());
    Some(way)
}

/// When the exercise was cleaned up, after it was done.
pub fn cleaned_up(exercise: &Exercise, progress: &Progress) -> Option<Timestamp> {
    progress.done_before(exercise)?.cleaned_up
}

/// The verdict on an exercise in the light of its successor and of everything that was checked.
pub fn settle(exercise: &'static Exercise, all: &[Checked], progress: &Progress) -> Checked {
    if let Some(when) = cleaned_up(exercise, progress) {
        return removed(exercise, when);
    }
    if let Some((successor, when)) = progress.successor_done(exercise) {
        return superseded(exercise, format!("exercise {} was done on {}", successor.heading(), day(when)));
    }
    if let Some(successor) = progress.successor_brought(exercise) {
        return superseded(
            exercise,
            format!("the account was brought to where exercise {} is done", successor.heading()),
        );
    }
    let own = all.iter().find(|checked| checked.exercise.slug == exercise.slug).cloned();
    let own = own.unwrap_or_else(|| Checked { exercise, verdict: Verdict::CannotTell, findings: Vec::new() });
    if own.verdict != Verdict::NotDone {
        return own;
    }
    let successor = exercise.successor().map_or_else(String::new, Exercise::heading);
    match way_is_done(exercise, all, progress) {
        Answer::Yes => superseded(exercise, format!("exercise {successor} is done, and so is everything up to it")),
        Answer::CannotTell(finding) => {
            let finding = Finding { id: ID.into(), clause: CLAUSE.into(), ..*finding };
            Checked { exercise, verdict: Verdict::CannotTell, findings: vec![finding] }
        }
        Answer::No => own,
    }
}

/// Whether a record says that a later exercise has undone or replaced this one, so that nothing of it is looked for.
pub fn is_past(exercise: &Exercise, progress: &Progress) -> bool {
    progress.successor_done(exercise).is_some() || progress.successor_brought(exercise).is_some()
}

/// Whether the learner has come all the way to an exercise's successor.
enum Answer {
    Yes,
    No,
    /// Nothing speaks against it, but this clause on the way cannot be told.
    CannotTell(Box<Finding>),
}

/// Without a record, only the whole way shows that a state was undone on purpose, and not that it never existed.
fn way_is_done(exercise: &Exercise, all: &[Checked], progress: &Progress) -> Answer {
    let Some(way) = way_to_successor(exercise) else { return Answer::No };
    let mut answer = Answer::Yes;
    for step in way {
        match step_is_done(step, all, progress) {
            Answer::No => return Answer::No,
            Answer::CannotTell(finding) => answer = Answer::CannotTell(finding),
            Answer::Yes => {}
        }
    }
    answer
}

fn step_is_done(step: &Exercise, all: &[Checked], progress: &Progress) -> Answer {
    if is_past(step, progress) {
        return Answer::Yes;
    }
    let Some(checked) = all.iter().find(|checked| checked.exercise.slug == step.slug) else { return Answer::No };
    let unreadable = checked.findings.iter().find(|finding| finding.verdict == ClauseVerdict::CannotTell);
    match (checked.verdict, unreadable) {
        (Verdict::Done | Verdict::Asked, _) => Answer::Yes,
        (Verdict::CannotTell, Some(finding)) => Answer::CannotTell(Box::new(finding.clone())),
        (Verdict::NotDone, _) => way_is_done(step, all, progress),
        _ => Answer::No,
    }
}

fn removed(exercise: &'static Exercise, when: Timestamp) -> Checked {
    let found = format!("nothing of it was left on {}; `msl-learn reset {}` reopens it", day(when), exercise.id());
    let finding = Finding { id: CLEANED_UP.into(), ..skipped("it was done, and then removed from the account", found) };
    Checked { exercise, verdict: Verdict::Done, findings: vec![finding] }
}

fn superseded(exercise: &'static Exercise, found: String) -> Checked {
    let finding = Finding { id: ID.into(), ..skipped(CLAUSE, found) };
    Checked { exercise, verdict: Verdict::Done, findings: vec![finding] }
}
