//! Every mistake leads to the verdict and the findings that its file promises, and every unusual but right state passes. From a
//! mistake, the lines of `[cli]` lead to done in a practice account, and so does the solution.

use std::collections::BTreeSet;
use std::time::Instant;

use crate::harness::catalog::{self, Exercise};
use crate::harness::crew;
use crate::harness::gaps;
use crate::harness::kind::Kind;
use crate::harness::promise::{Mistake, Starts};
use crate::harness::trial::Trial;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Names;

#[test]
fn mistakes_in_ministack() {
    try_all(Kind::MiniStack);
}

#[test]
fn mistakes_in_moto() {
    try_all(Kind::Moto);
}

/// A drill of the program is one of these, so it can be won by its lines of `[cli]`. What this emulator cannot solve is no drill
/// there: the program sees that the exercise is not done.
#[test]
fn every_drill_is_among_them() {
    let all = catalog::all().iter().filter(|exercise| gaps::is_solvable(Kind::MiniStack, exercise));
    let all: Vec<&Exercise> = all.collect();
    let trials = all.iter().flat_map(|exercise| trials(Kind::MiniStack, exercise)).flatten();
    let is_drill = |trial: &Trial| (trial.mistake.starts, trial.mistake.verdict) == (Starts::Solved, Verdict::NotDone);
    let key = |trial: Trial| format!("{}/{}", trial.exercise.slug, trial.mistake.name());
    let tried: BTreeSet<String> = trials.filter(is_drill).map(key).collect();
    let is_solvable = |drill: &msl_learn::Drill| all.iter().any(|exercise| exercise.slug == drill.exercise.slug);
    let drills: BTreeSet<String> = msl_learn::drills().filter(is_solvable).map(|drill| drill.key()).collect();
    assert_eq!(drills, tried);
    assert!(drills.len() > 400, "{} drills", drills.len());
}

/// One test for all exercises, so that a new exercise is tried without anybody listing it.
fn try_all(kind: Kind) {
    let (trials, unread): (Vec<_>, Vec<_>) = trials_in(kind).into_iter().partition(Result::is_ok);
    let trials: Vec<_> = trials.into_iter().flatten().collect();
    let mut wrong: Vec<_> = unread.into_iter().filter_map(Result::err).collect();
    wrong.extend(crew::work(&trials, try_one));
    assert!(wrong.is_empty(), "{} things are wrong in {kind}:\n\n{}", wrong.len(), wrong.join("\n"));
}

/// What cannot be solved here is asserted by the golden path to be so.
fn trials_in(kind: Kind) -> Vec<Result<Trial, String>> {
    let exercises = catalog::chosen().into_iter().filter(|exercise| gaps::is_solvable(kind, exercise));
    exercises.flat_map(|exercise| trials(kind, exercise)).collect()
}

fn trials(kind: Kind, exercise: &'static Exercise) -> Vec<Result<Trial, String>> {
    let names = Names::of(kind.account());
    let trial = |path| Mistake::read(path, &names).map(|mistake| Trial { kind, exercise, mistake });
    exercise.mistakes().iter().map(|path| trial(path)).collect()
}

fn try_one(trial: &Trial) -> Vec<String> {
    let start = Instant::now();
    let wrong = trial.run();
    let Trial { kind, exercise, mistake } = trial;
    let mark = if wrong.is_empty() { "" } else { ", wrong" };
    eprintln!("{kind} {} {}: {:.2} s{mark}", exercise.id, mistake.name(), start.elapsed().as_secs_f64());
    wrong
}
