//! The checks of a session: the newest result of each exercise, the check under way, and the tally of a review.

use std::collections::BTreeMap;

use msl_learn_checks::Verdict;

use super::pace::CheckOutcome;
use crate::catalog::Exercise;
use crate::checked::Checked;
use crate::progress::Progress;

/// Seconds to the next check if AWS is still working and nothing says for how long.
const WAITING: u32 = 60;
/// The kind of reason that asks for fewer requests.
const THROTTLED: &str = "throttled";

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The exercise that the learner works on.
    One,
    /// Everything done so far.
    Review,
}

#[derive(Default)]
pub struct Checks {
    newest: BTreeMap<&'static str, Checked>,
    under_way: Option<UnderWay>,
}

/// A check that has begun.
struct UnderWay {
    scope: Scope,
    outcome: CheckOutcome,
    tally: ReviewTally,
}

/// The results of a check of many exercises, counted.
#[derive(Default)]
pub struct ReviewTally {
    pub checked: usize,
    pub done: usize,
    pub cannot_tell: usize,
    /// What was done and no longer is.
    pub regressed: Vec<&'static Exercise>,
}

impl Checks {
    pub fn begin(&mut self, scope: Scope) {
        self.under_way = Some(UnderWay { scope, outcome: CheckOutcome::Same, tally: ReviewTally::default() });
    }

    pub fn under_way(&self) -> Option<Scope> {
        self.under_way.as_ref().map(|check| check.scope)
    }

    pub fn of(&self, exercise: &Exercise) -> Option<&Checked> {
        self.newest.get(exercise.slug)
    }

    /// Forgets a result that may be out of date.
    pub fn forget(&mut self, exercise: &Exercise) {
        self.newest.remove(exercise.slug);
    }

    /// Takes in one result of the check under way; `working_on` is the exercise that sets the pace.
    pub fn take_in(&mut self, checked: Checked, working_on: Option<&Exercise>, progress: &Progress) {
        let before = self.newest.insert(checked.exercise.slug, checked.clone());
        let Some(check) = &mut self.under_way else { return };
        check.tally.add(&checked, progress);
        let counts = working_on.is_some_and(|exercise| exercise.slug == checked.exercise.slug);
        if check.outcome != CheckOutcome::Throttled && (counts || is_throttled(&checked)) {
            check.outcome = outcome(&checked, before.as_ref());
        }
    }

    /// Ends the check under way. Returns what it says about the next one and, after a review, the tally.
    pub fn end(&mut self) -> Option<(CheckOutcome, Option<ReviewTally>)> {
        let check = self.under_way.take()?;
        Some((check.outcome, (check.scope == Scope::Review).then_some(check.tally)))
    }
}

impl ReviewTally {
    fn add(&mut self, checked: &Checked, progress: &Progress) {
        self.checked += 1;
        match checked.verdict {
            Verdict::Done | Verdict::Asked => self.done += 1,
            Verdict::CannotTell => self.cannot_tell += 1,
            Verdict::NotDone if progress.entry(checked.exercise).is_done() => self.regressed.push(checked.exercise),
            Verdict::NotDone | Verdict::NotReady => {}
        }
    }
}

fn outcome(checked: &Checked, before: Option<&Checked>) -> CheckOutcome {
    let next_look = checked.findings.iter().filter_map(|finding| Some(finding.wait?.next_look_seconds)).min();
    match checked.verdict {
        _ if is_throttled(checked) => CheckOutcome::Throttled,
        Verdict::NotReady => CheckOutcome::Waiting(next_look.unwrap_or(WAITING)),
        Verdict::CannotTell => CheckOutcome::CannotTell,
        _ if before.is_some_and(|before| before.findings == checked.findings) => CheckOutcome::Same,
        _ => CheckOutcome::Changed,
    }
}

fn is_throttled(checked: &Checked) -> bool {
    checked.findings.iter().any(|finding| finding.reason.as_ref().is_some_and(|reason| reason.kind == THROTTLED))
}
