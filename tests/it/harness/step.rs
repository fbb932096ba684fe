//! What the check of an exercise is to say on the way: before the solution, and after it.

use crate::harness::catalog::Exercise;
use crate::harness::gaps;
use crate::harness::judge::{self, Expected};
use crate::harness::script;
use crate::harness::station::Visit;
use crate::harness::verdict::Verdict;

/// Takes an exercise from *not done* to *done*, and returns what is wrong on the way. With `all_gaps`, those of the emulator must
/// show themselves; in an account that has little, there may be nothing to hide.
pub fn take(visit: &Visit, exercise: &Exercise, all_gaps: bool) -> Vec<String> {
    let before = not_done(visit, exercise);
    let gaps = gaps::of(visit.emulator.kind(), exercise, None);
    let output = script::solve(&visit.workspace, exercise);
    let after = match judge::script_failure(&output, &gaps) {
        Some(failure) => Some(format!("{}, its solution: {failure}", exercise.id)),
        None if gaps::refusal(&gaps).is_some() => None,
        None => done(visit, exercise, all_gaps),
    };
    before.into_iter().chain(after).collect()
}

/// An exercise whose state nobody has made yet must not be done, unless that state is the default.
fn not_done(visit: &Visit, exercise: &Exercise) -> Option<String> {
    let seen = judge::check(&visit.workspace, exercise, Verdict::NotDone);
    let has_gaps = || exercise.is_out_of_reach() || !gaps::of(visit.emulator.kind(), exercise, None).is_empty();
    let hidden = seen.verdict == Verdict::CannotTell && has_gaps();
    let right = hidden || matches!(seen.verdict, Verdict::NotDone | Verdict::Asked) || exercise.is_met_by_default();
    (!right).then(|| format!("before its solution:\n{seen}"))
}

/// A solved exercise must be done, but for the emulator's gaps, each of which must show itself if `all_gaps`.
pub fn done(visit: &Visit, exercise: &Exercise, all_gaps: bool) -> Option<String> {
    let gaps = &gaps::of(visit.emulator.kind(), exercise, None);
    let seen = judge::check(&visit.workspace, exercise, Verdict::Done);
    let verdict = if seen.verdict == Verdict::Asked { Verdict::Asked } else { Verdict::Done };
    let wrong = Expected { verdict, findings: &[], gaps, all_gaps, has_visitors: visit.emulator.kind().has_visitors() }
        .differences(&seen);
    (!wrong.is_empty()).then(|| format!("after its solution: {}\n{seen}", wrong.join("; ")))
}
