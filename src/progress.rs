//! What the learner has done: one readable file, written whole or not at all, and never overwritten if it is damaged.

mod attempts;
mod away;
mod bounded;
mod boxes;
mod departure;
mod drilling;
mod drills;
mod entry;
mod event;
mod evidence;
mod file;
mod held;
pub mod lock;
mod note;
mod quizzes;
mod step_record;
mod steps;
mod tally;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::catalog::{self, Exercise, Plan, Step};
use crate::checked::DoneBefore;
use boxes::Boxes;
use departure::Departure;
use event::EventKind;
use step_record::StepRecord;

pub use attempts::{Attempt, Attempts};
pub use drills::{CurrentDrill, DrillResult, Drills};
pub use entry::Entry;
pub use evidence::{AccountSeen, Evidence};
pub use held::Held;
pub use note::News;
pub use tally::Tally;

/// The schema that this program writes. Schema 1 had only the keys `started`, `done` and `hints`, with the same meaning;
/// schema 2 had no `steps` and no `boxes`; schema 3 had no ids of clauses. All are read, and carried over by the next
/// write ([`Progress::carry_over`]). Schema 5 knew no exercises that are not available to everybody. Schema 6 knew neither what
/// was cleaned up, nor where the practice account was brought, nor drills, nor answers to what a review asks.
const SCHEMA: u32 = 7;

/// The progress in one workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    schema: u32,
    /// By slug.
    #[serde(default)]
    exercises: BTreeMap<String, Entry>,
    /// By chapter, such as `ch04`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    quizzes: BTreeMap<String, Attempts>,
    /// Chapters to read and quizzes, by slug, such as `ch01/reading`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    steps: BTreeMap<String, StepRecord>,
    /// The questions missed in quizzes.
    #[serde(default, skip_serializing_if = "Boxes::is_empty")]
    boxes: Boxes,
    /// What a review asked, by the ids of its questions: whether the practice is kept.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    review: BTreeMap<String, bool>,
    /// The states to which the practice account was brought, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    away: Vec<Departure>,
    #[serde(default, skip_serializing_if = "Drills::is_empty")]
    drills: Box<Drills>,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            schema: SCHEMA,
            exercises: BTreeMap::new(),
            quizzes: BTreeMap::new(),
            steps: BTreeMap::new(),
            boxes: Boxes::default(),
            review: BTreeMap::new(),
            away: Vec::new(),
            drills: Box::default(),
        }
    }
}

/// The state of a step, as the list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    /// Done, and a later exercise that is done too undoes or replaces it.
    Superseded,
    /// Done, and removed from the account with `cleanup`.
    CleanedUp,
    /// Done once. Something has changed in the account since, and it is to be done again.
    Reopened,
    /// Skipped by the learner, and not done.
    Skipped,
    /// Not available to the learner, who said so: neither done nor open.
    NoAccess,
    /// Done in the account, which was brought to that state, and not by the learner.
    Brought,
    /// The one to work on.
    Current,
    Open,
}

impl StepState {
    pub fn name(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Superseded => "superseded",
            StepState::CleanedUp => "cleaned up",
            StepState::Reopened => "reopened",
            StepState::Skipped => "skipped",
            StepState::NoAccess => "no access",
            StepState::Brought => "brought here",
            StepState::Current => "current",
            StepState::Open => "open",
        }
    }
}

impl Progress {
    /// What is known of the exercise; an empty entry if nothing is.
    pub fn entry(&self, exercise: &Exercise) -> &Entry {
        self.exercises.get(exercise.slug).unwrap_or(&entry::EMPTY)
    }

    /// The first exercise in the book's order that is neither done nor skipped, or that is reopened.
    pub fn current(&self) -> Option<&'static Exercise> {
        catalog::exercises().find(|exercise| self.entry(exercise).is_open())
    }

    /// The exercise to work on for a learner with this plan.
    pub fn exercise(&self, plan: Plan) -> Option<&'static Exercise> {
        plan.steps().filter_map(Step::exercise).find(|exercise| self.entry(exercise).is_open())
    }

    /// The later exercise that undoes or replaces this one, and when it was done; not one that is to be done again.
    pub fn successor_done(&self, exercise: &Exercise) -> Option<(&'static Exercise, Timestamp)> {
        let is_still = |later: &&Exercise| self.entry(later).reopened.is_none();
        exercise.undone_by().filter(is_still).find_map(|later| Some((later, self.entry(later).done?)))
    }

    /// The later exercise that undoes or replaces this one, if the practice account was brought to where it is done.
    pub fn successor_brought(&self, exercise: &Exercise) -> Option<&'static Exercise> {
        exercise.undone_by().find(|later| self.entry(later).is_brought())
    }

    /// When the exercise was done, for a check.
    pub fn done_before(&self, exercise: &Exercise) -> Option<DoneBefore> {
        let entry = self.entry(exercise);
        let cleaned_up = entry.cleaned_up.filter(|_| entry.reopened.is_none());
        Some(DoneBefore { at: entry.done?, is_reopened: entry.reopened.is_some(), cleaned_up })
    }

    pub fn state(&self, exercise: &Exercise) -> StepState {
        let entry = self.entry(exercise);
        if entry.skipped.is_some() {
            return StepState::Skipped;
        }
        if entry.unavailable.is_some() {
            return StepState::NoAccess;
        }
        if entry.is_brought() {
            return StepState::Brought;
        }
        match (entry.done, entry.reopened) {
            (Some(_), Some(_)) => StepState::Reopened,
            (Some(_), None) if entry.cleaned_up.is_some() => StepState::CleanedUp,
            (Some(_), None) if self.successor_done(exercise).is_some() => StepState::Superseded,
            (Some(_), None) => StepState::Done,
            (None, _) if self.is_current(exercise) => StepState::Current,
            (None, _) => StepState::Open,
        }
    }

    /// Whether it is the one to work on, new or reopened.
    pub fn is_current(&self, exercise: &Exercise) -> bool {
        self.current().is_some_and(|current| current.slug == exercise.slug)
    }

    /// Notes that the walkthrough was shown.
    pub fn start(&mut self, exercise: &Exercise, at: Timestamp) {
        let entry = self.at_work(exercise);
        entry.started.get_or_insert(event::whole_seconds(at));
        entry.work_on(at);
    }

    /// Notes that the next of `all` hints was shown. Returns its number, from 1; after the last one, the last again.
    pub fn hint(&mut self, exercise: &Exercise, all: usize, at: Timestamp) -> usize {
        let entry = self.at_work(exercise);
        entry.work_on(at);
        if entry.hints < all {
            entry.hints += 1;
            entry.record(at, EventKind::Hint(entry.hints));
        }
        entry.hints
    }

    /// Notes that the worked solution was shown.
    pub fn show_solution(&mut self, exercise: &Exercise, at: Timestamp) {
        let entry = self.at_work(exercise);
        entry.work_on(at);
        entry.record(at, EventKind::Solution);
    }

    /// Skips an exercise. Returns false if it was done or skipped already.
    pub fn skip(&mut self, exercise: &Exercise, at: Timestamp) -> bool {
        if !self.entry(exercise).is_open() {
            return false;
        }
        let entry = self.entry_mut(exercise);
        entry.skipped = Some(event::whole_seconds(at));
        entry.record(at, EventKind::Skipped);
        true
    }

    /// Notes whether the exercise is available to the learner. What is done stays so.
    pub fn answer_availability(&mut self, exercise: &Exercise, is_available: bool, at: Timestamp) {
        if self.entry(exercise).is_done() {
            return;
        }
        let entry = self.entry_mut(exercise);
        entry.available = is_available;
        entry.unavailable = (!is_available).then(|| event::whole_seconds(at));
        if !is_available {
            entry.stop_work(at);
            entry.record(at, EventKind::Unavailable);
        }
    }

    /// What the learner answered to a question of the review.
    pub fn review_answer(&self, question: &str) -> Option<bool> {
        self.review.get(question).copied()
    }

    /// Keeps the answer to a question of the review.
    pub fn answer_review(&mut self, question: &str, is_kept: bool) {
        self.review.insert(question.to_owned(), is_kept);
    }

    /// Brings a skipped exercise back, or one that was not available. Returns false if it was neither.
    pub fn unskip(&mut self, exercise: &Exercise, at: Timestamp) -> bool {
        let entry = self.entry(exercise);
        if entry.skipped.is_none() && entry.unavailable.is_none() {
            return false;
        }
        let entry = self.entry_mut(exercise);
        (entry.skipped, entry.unavailable, entry.available) = (None, None, false);
        entry.record(at, EventKind::Unskipped);
        true
    }

    /// Reopens a finished exercise. Returns false if it was not finished, or was open already.
    pub fn reopen(&mut self, exercise: &Exercise, at: Timestamp) -> bool {
        if !self.entry(exercise).is_done() {
            return false;
        }
        let entry = self.entry_mut(exercise);
        entry.reopened = Some(event::whole_seconds(at));
        entry.record(at, EventKind::Reopened);
        true
    }

    /// Notes that nothing is left of a done exercise, on purpose.
    pub fn clean_up(&mut self, exercise: &Exercise, at: Timestamp) {
        let entry = self.entry_mut(exercise);
        entry.cleaned_up = Some(at);
        entry.record(at, EventKind::CleanedUp);
    }

    /// Forgets the exercise, apart from its history and the time spent on it.
    pub fn reset(&mut self, exercise: &Exercise, at: Timestamp) {
        let entry = self.entry_mut(exercise);
        let (history, worked) = (std::mem::take(&mut entry.history), entry.worked_seconds);
        *entry = Entry { history, worked_seconds: worked, ..Entry::default() };
        entry.record(at, EventKind::Reset);
    }

    /// The entry of the exercise that the learner is at. Up to the last work on another, the time was that one's: it counts
    /// once.
    fn at_work(&mut self, exercise: &Exercise) -> &mut Entry {
        let last = self.exercises.values().filter_map(|entry| entry.active.max(entry.done)).max();
        let entry = self.entry_mut(exercise);
        if entry.active.is_some() {
            entry.active = entry.active.max(last);
        }
        entry
    }

    fn entry_mut(&mut self, exercise: &Exercise) -> &mut Entry {
        self.exercises.entry(exercise.slug.to_owned()).or_default()
    }
}
