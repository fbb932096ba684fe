//! What was seen so far: the newest of each exercise, the look that is under way, and what a look over many came to.

use std::collections::BTreeMap;

use msl_learn_checks::Verdict;

use super::pace::CheckOutcome;
use crate::catalog::Exercise;
use crate::checked::Checked;
use crate::progress::Progress;

/// Seconds to the next look where AWS is still working and nothing says for how long.
const WAITING: u32 = 60;
/// The kind of reason that asks for patience.
const THROTTLED: &str = "throttled";

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The exercise that is worked on.
    One,
    /// Everything that was done so far.
    Review,
}

#[derive(Default)]
pub struct Checks {
    seen: BTreeMap<&'static str, Checked>,
    under_way: Option<UnderWay>,
}

/// A look that has begun.
struct UnderWay {
    scope: Scope,
    mood: CheckOutcome,
    tally: Tally,
}

/// What came of a look over many exercises.
#[derive(Default)]
pub struct Tally {
    pub looked_at: usize,
    pub hold: usize,
    pub cannot_tell: usize,
    /// What was done and is not any more.
    pub regressed: Vec<&'static Exercise>,
}

impl Checks {
    pub fn begin(&mut self, scope: Scope) {
        self.under_way = Some(UnderWay { scope, mood: CheckOutcome::Same, tally: Tally::default() });
    }

    pub fn under_way(&self) -> Option<Scope> {
        self.under_way.as_ref().map(|look| look.scope)
    }

    pub fn of(&self, exercise: &Exercise) -> Option<&Checked> {
        self.seen.get(exercise.slug)
    }

    /// What was seen may not be so any more: the exercise begins anew.
    pub fn forget(&mut self, exercise: &Exercise) {
        self.seen.remove(exercise.slug);
    }

    /// Takes in one exercise of the look; `working_on` is the one whose pace counts.
    pub fn take_in(&mut self, seen: Checked, working_on: Option<&Exercise>, progress: &Progress) {
        let before = self.seen.insert(seen.exercise.slug, seen.clone());
        let Some(look) = &mut self.under_way else { return };
        look.tally.add(&seen, progress);
        let counts = working_on.is_some_and(|exercise| exercise.slug == seen.exercise.slug);
        if look.mood != CheckOutcome::Throttled && (counts || is_throttled(&seen)) {
            look.mood = mood(&seen, before.as_ref());
        }
    }

    /// The look is over; what it says about the next one and, where it went over many, what came of it.
    pub fn end(&mut self) -> Option<(CheckOutcome, Option<Tally>)> {
        let look = self.under_way.take()?;
        Some((look.mood, (look.scope == Scope::Review).then_some(look.tally)))
    }
}

impl Tally {
    fn add(&mut self, seen: &Checked, progress: &Progress) {
        self.looked_at += 1;
        match seen.verdict {
            Verdict::Done | Verdict::Asked => self.hold += 1,
            Verdict::CannotTell => self.cannot_tell += 1,
            Verdict::NotDone if progress.entry(seen.exercise).is_done() => self.regressed.push(seen.exercise),
            Verdict::NotDone | Verdict::NotReady => {}
        }
    }
}

fn mood(seen: &Checked, before: Option<&Checked>) -> CheckOutcome {
    let next_look = seen.findings.iter().filter_map(|finding| Some(finding.wait?.next_look_seconds)).min();
    match seen.verdict {
        _ if is_throttled(seen) => CheckOutcome::Throttled,
        Verdict::NotReady => CheckOutcome::Waiting(next_look.unwrap_or(WAITING)),
        Verdict::CannotTell => CheckOutcome::Blind,
        _ if before.is_some_and(|before| before.findings == seen.findings) => CheckOutcome::Same,
        _ => CheckOutcome::Changed,
    }
}

fn is_throttled(seen: &Checked) -> bool {
    seen.findings.iter().any(|finding| finding.reason.as_ref().is_some_and(|reason| reason.kind == THROTTLED))
}
