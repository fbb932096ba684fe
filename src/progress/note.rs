//! Notes the result of a check, and says what is new.

use jiff::Timestamp;
use msl_learn_checks::Verdict;

use super::event::{EventKind, whole_seconds};
use super::evidence::{AccountSeen, Evidence};
use super::{Entry, Progress, held};
use crate::checked::Checked;

/// What is new after a check of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing new: as before, or it cannot be told.
    Same,
    /// Not done, for the first time or held up by other clauses than before.
    Moved,
    /// Done for the first time.
    FirstDone,
    /// Done again after it had been reopened.
    DoneAgain,
    /// It was done and no longer is: it is reopened.
    Regressed,
}

impl Progress {
    /// Notes the result of a check by `next` or the watch screen.
    pub fn note(&mut self, seen: &Checked, place: &AccountSeen, at: Timestamp) -> News {
        if self.entry(seen.exercise).is_brought() {
            // What the account shows there is not the learner's work.
            return News::Same;
        }
        let done = self.entry(seen.exercise).is_done();
        match seen.verdict {
            Verdict::Done | Verdict::Asked if done => News::Same,
            // The learner's word that it is not available was noted when it was given.
            Verdict::Asked if self.entry(seen.exercise).unavailable.is_some() => News::Same,
            Verdict::Done | Verdict::Asked => self.at_work(seen.exercise).pass(seen, place, at),
            Verdict::NotDone if done => self.regress(seen, at),
            // AWS may be busy or not answer: that undoes nothing.
            Verdict::NotReady | Verdict::CannotTell if done => News::Same,
            Verdict::NotDone | Verdict::NotReady | Verdict::CannotTell => self.at_work(seen.exercise).hold_up(seen, at),
        }
    }

    fn regress(&mut self, seen: &Checked, at: Timestamp) -> News {
        let entry = self.entry_mut(seen.exercise);
        entry.record(at, EventKind::Regressed);
        held::update(&mut entry.held_up, &seen.findings, at);
        self.reopen(seen.exercise, at);
        News::Regressed
    }
}

impl Entry {
    fn pass(&mut self, seen: &Checked, place: &AccountSeen, at: Timestamp) -> News {
        self.tried.get_or_insert(whole_seconds(at));
        self.stop_work(at);
        held::end(&mut self.held_up, at);
        self.record(at, EventKind::Done);
        self.evidence = Some(Evidence::of(seen, place, at));
        (self.skipped, self.unavailable, self.reopened) = (None, None, None);
        if self.done.is_some() {
            return News::DoneAgain;
        }
        self.done = Some(whole_seconds(at));
        News::FirstDone
    }

    fn hold_up(&mut self, seen: &Checked, at: Timestamp) -> News {
        let (tried, before) = (self.tried, self.held_up.clone());
        if tried.is_none() {
            self.tried = Some(whole_seconds(at));
            self.record(at, EventKind::Tried);
        }
        self.work_on(at);
        held::update(&mut self.held_up, &seen.findings, at);
        if tried.is_some() && before == self.held_up { News::Same } else { News::Moved }
    }
}
