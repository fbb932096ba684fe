//! Holds what was seen against what was promised, with an emulator's gaps taken into account.

use std::thread;
use std::time::{Duration, Instant};

use crate::harness::catalog::Exercise;
use crate::harness::gaps::{self, Gap, Shows};
use crate::harness::process::Output;
use crate::harness::promise::Promised;
use crate::harness::report::{Checked, Finding, Reason};
use crate::harness::verdict::{ClauseVerdict, Verdict};
use crate::harness::workspace::Workspace;

/// What is found where nobody plays the visitors.
const UNSEEN: &str = "shows nothing at";

/// What an exercise's check is to say.
pub struct Expected<'a> {
    pub verdict: Verdict,
    pub findings: &'a [Promised],
    pub gaps: &'a [&'static Gap],
    /// Whether every gap must show itself: after a solution it must, after a mistake there may be nothing to hide.
    pub all_gaps: bool,
    /// Whether the emulator plays what visitors meet. What is promised to be seen from outside is skipped without.
    pub has_visitors: bool,
}

/// Checks an exercise. Emulators take a moment for some things, so a check that is *not ready yet* without having
/// promised it is repeated for a while.
pub fn check(workspace: &Workspace, exercise: &Exercise, expected: Verdict) -> Checked {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let checked = workspace.check(&[&exercise.id]).only();
        let named = (&*checked.id, &*checked.slug, &*checked.title);
        assert_eq!(named, (&*exercise.id, &*exercise.slug, &*exercise.title), "another exercise was checked");
        if checked.verdict != Verdict::NotReady || expected == Verdict::NotReady || Instant::now() > deadline {
            return checked;
        }
        thread::sleep(Duration::from_millis(200));
    }
}

impl Expected<'_> {
    /// What is otherwise than promised.
    pub fn differences(&self, seen: &Checked) -> Vec<String> {
        let mut wrong: Vec<String> = self.gaps.iter().filter_map(|gap| self.closed(gap, seen)).collect();
        wrong.extend(self.findings.iter().filter_map(|promised| self.broken(promised, seen)));
        wrong.extend(seen.findings.iter().filter_map(|finding| self.unclear(finding)));
        wrong.extend(seen.findings.iter().filter_map(says_nothing));
        let verdict = self.verdict_without_gaps(seen);
        if verdict != self.verdict {
            wrong.push(format!("the verdict is {verdict:?} and not {:?}", self.verdict));
        }
        wrong
    }

    /// A gap that does not show itself. One of the exercise's own need not do so after every mistake.
    fn closed(&self, gap: &Gap, seen: &Checked) -> Option<String> {
        let (clause, verdict, because) = match gap.shows {
            Shows::Reads { clause, verdict, because } => (clause, verdict, because),
            Shows::Undecided { clause, because } => (clause, ClauseVerdict::CannotTell, because),
            Shows::Refuses(_) => return None,
        };
        let Some(finding) = seen.finding(clause) else {
            return Some(format!("gaps.rs: there is no clause `{clause}`"));
        };
        let may_hide = gap.mistake.is_none() && !self.all_gaps;
        let closed = !may_hide && !shows_itself(gap, finding);
        closed.then(|| {
            format!("gaps.rs: `{clause}` is to read {verdict:?}, {because}; take the entry out if it is closed")
        })
    }

    fn broken(&self, promised: &Promised, seen: &Checked) -> Option<String> {
        let Promised { verdict, clause, says } = promised;
        let Some(finding) = seen.finding(clause) else { return Some(format!("there is no clause `{clause}`")) };
        if self.hides(finding, seen) {
            return None;
        }
        if finding.verdict != *verdict {
            return Some(format!("`{clause}` reads {:?} and not {verdict:?}", finding.verdict));
        }
        let missing: Vec<_> = says.iter().filter(|text| !finding.says(text)).collect();
        (!missing.is_empty()).then(|| format!("`{clause}` does not say {missing:?}"))
    }

    /// A clause that cannot be told though nobody promised that and no gap explains it.
    fn unclear(&self, finding: &Finding) -> Option<String> {
        let known = self.promised(&finding.id).is_some() || self.is_gap(finding);
        let unclear = finding.verdict == ClauseVerdict::CannotTell && !known;
        unclear.then(|| format!("`{}` cannot be told: enter it into gaps.rs if the emulator is why", finding.id))
    }

    /// Whether a gap stands between the check and what there is to see: the clause's own, or, where the clause was
    /// skipped, that of a clause that could not be told.
    fn hides(&self, finding: &Finding, seen: &Checked) -> bool {
        let unreadable = |other: &Finding| other.verdict == ClauseVerdict::CannotTell && self.is_gap(other);
        let skipped = finding.verdict == ClauseVerdict::Skipped;
        let unseen = !self.has_visitors && skipped && finding.found.as_ref().is_some_and(|why| why.contains(UNSEEN));
        self.is_gap(finding) || unseen || (skipped && seen.findings.iter().any(unreadable))
    }

    fn is_gap(&self, finding: &Finding) -> bool {
        self.gaps.iter().any(|gap| shows_itself(gap, finding))
    }

    /// The verdict as it would be if the hidden clauses had read as promised, or else had held.
    fn verdict_without_gaps(&self, seen: &Checked) -> Verdict {
        if seen.verdict == Verdict::Asked {
            return Verdict::Asked;
        }
        Verdict::of(seen.findings.iter().map(|finding| match self.hides(finding, seen) {
            true => self.promised(&finding.id).unwrap_or(ClauseVerdict::Holds),
            false => finding.verdict,
        }))
    }

    fn promised(&self, clause: &str) -> Option<ClauseVerdict> {
        self.findings.iter().find(|promised| promised.clause == clause).map(|promised| promised.verdict)
    }
}

/// A failure whose text is what it asks for: a reader finds no difference.
fn says_nothing(finding: &Finding) -> Option<String> {
    let fails = finding.verdict == ClauseVerdict::Fails;
    let same = fails && finding.found.is_some() && finding.found == finding.expected;
    same.then(|| format!("`{}` fails, and found is what is expected", finding.id))
}

/// Runs after a script: what went wrong with it, unless the emulator was known to refuse it.
pub fn script_failure(output: &Output, gaps: &[&Gap]) -> Option<String> {
    match gaps::refusal(gaps) {
        None if output.code == 0 => None,
        None => Some(format!("the script failed with exit code {}:\n{}", output.code, output.stderr)),
        Some(text) if output.code != 0 && output.stderr.contains(text) => None,
        Some(text) => Some(format!("gaps.rs: the script is to fail with `{text}`; it ended with {output:#?}")),
    }
}

/// Whether a finding is what a gap makes of it. *Cannot tell* must have the emulator as its reason: it does not implement
/// the operation, refuses it, or does not answer as AWS does, or else shows nobody what would decide, where the gap says so.
fn shows_itself(gap: &Gap, finding: &Finding) -> bool {
    let reason = finding.reason.as_ref();
    match gap.shows {
        Shows::Reads { clause, verdict, .. } => {
            let is_emulators =
                |reason: &Reason| ["not_implemented", "denied"].contains(&&*reason.kind) || reason.cause == "not_aws";
            let emulators = reason.is_none_or(is_emulators);
            (&*finding.id, finding.verdict) == (clause, verdict) && emulators
        }
        Shows::Undecided { clause, .. } => {
            let is_undecided = reason.is_some_and(|reason| reason.cause == "undecided");
            (&*finding.id, finding.verdict) == (clause, ClauseVerdict::CannotTell) && is_undecided
        }
        Shows::Refuses(_) => false,
    }
}
