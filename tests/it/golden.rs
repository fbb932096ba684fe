//! The golden path: the book from beginning to end in one account, each exercise not done before its solution and done
//! after it.

use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::gaps;
use crate::harness::judge::{self, Expected};
use crate::harness::report::Checked;
use crate::harness::script;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Workspace;

#[test]
fn golden_path_in_ministack() {
    walk(&Emulator::ministack());
}

#[test]
fn golden_path_in_moto() {
    walk(&Emulator::moto());
}

fn walk(emulator: &Emulator) {
    let workspace = Workspace::of(emulator);
    let chosen = catalog::chosen();
    // Exercises build on one another, so that choosing some shortens the path and leaves no gap in it.
    let end = chosen.last().expect("an exercise to walk to").so_far();
    let mut wrong: Vec<String> = end.iter().flat_map(|exercise| step(emulator, &workspace, exercise)).collect();
    if end.len() == catalog::all().len() {
        wrong.extend(at_the_end(emulator, &workspace));
    }
    assert!(wrong.is_empty(), "{} things are wrong in {}:\n\n{}", wrong.len(), emulator.kind(), wrong.join("\n"));
}

/// Takes one exercise from *not done* to *done*.
fn step(emulator: &Emulator, workspace: &Workspace, exercise: &Exercise) -> Vec<String> {
    if !reachable(emulator, exercise) {
        eprintln!("{} {}: cannot be reached here", emulator.kind(), exercise.id);
        return Vec::new();
    }
    let before = untouched(emulator, workspace, exercise);
    let gaps = gaps::of(emulator.kind(), exercise, None);
    let output = script::solve(workspace, exercise);
    let after = match judge::script_failure(&output, &gaps) {
        Some(failure) => Some(format!("{} {}: {failure}", exercise.id, exercise.solution().display())),
        None if gaps::refusal(&gaps).is_some() => None,
        None => solved(emulator, workspace, exercise),
    };
    eprintln!("{} {}: {}", emulator.kind(), exercise.id, exercise.title);
    before.into_iter().chain(after).collect()
}

/// An exercise whose state nobody has made yet must not be done.
fn untouched(emulator: &Emulator, workspace: &Workspace, exercise: &Exercise) -> Option<String> {
    let seen = judge::check(workspace, exercise, Verdict::NotDone);
    let hidden = seen.verdict == Verdict::CannotTell && !gaps::of(emulator.kind(), exercise, None).is_empty();
    let right = hidden || matches!(seen.verdict, Verdict::NotDone | Verdict::Asked);
    (!right).then(|| format!("before its solution:\n{seen}"))
}

pub fn solved(emulator: &Emulator, workspace: &Workspace, exercise: &Exercise) -> Option<String> {
    let gaps = &gaps::of(emulator.kind(), exercise, None);
    let seen = judge::check(workspace, exercise, Verdict::Done);
    let verdict = if seen.verdict == Verdict::Asked { Verdict::Asked } else { Verdict::Done };
    let wrong = Expected { verdict, findings: &[], gaps, all_gaps: true }.differences(&seen);
    (!wrong.is_empty()).then(|| format!("after its solution: {}\n{seen}", wrong.join("; ")))
}

/// In the end every exercise is done, also those whose state a later one has undone.
fn at_the_end(emulator: &Emulator, workspace: &Workspace) -> Vec<String> {
    let report = workspace.check(&["--all"]);
    let ids: Vec<_> = report.exercises.iter().map(|exercise| &exercise.id).collect();
    assert_eq!(ids, catalog::all().iter().map(|exercise| &exercise.id).collect::<Vec<_>>(), "not the book's order");
    let pairs = report.exercises.iter().zip(catalog::all());
    let bad = pairs.filter(|(seen, exercise)| !fine_at_the_end(emulator, exercise, seen));
    bad.map(|(seen, _)| format!("at the end, checking all:\n{seen}")).collect()
}

fn fine_at_the_end(emulator: &Emulator, exercise: &Exercise, seen: &Checked) -> bool {
    let has_gaps = |exercise: &Exercise| !gaps::of(emulator.kind(), exercise, None).is_empty();
    let refused = gaps::refusal_of_solution(emulator.kind(), exercise).is_some() || !reachable(emulator, exercise);
    // Who has undone it cannot be told either.
    let undone_unseen = seen.verdict == Verdict::CannotTell && exercise.successor().is_some();
    let done = matches!(seen.verdict, Verdict::Done | Verdict::Asked);
    refused || undone_unseen || (done != has_gaps(exercise))
}

/// Whether the emulator takes the solutions on which the exercise builds.
pub fn reachable(emulator: &Emulator, exercise: &Exercise) -> bool {
    exercise.needs().iter().all(|needed| gaps::refusal_of_solution(emulator.kind(), needed).is_none())
}
