//! How far the learner is in a chapter, in numbers.

use jiff::Timestamp;
use serde::Serialize;

use super::attempts::Attempt;
use super::{Progress, StepState};
use crate::catalog::{Chapter, Plan, Step};

/// The steps of one chapter, counted; part of the promise to scripts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub chapter: u8,
    pub title: &'static str,
    /// The steps that the learner wants, and how many of them are done.
    pub steps: usize,
    pub steps_done: usize,
    /// The state of the reading, if the chapter is read without exercises.
    pub reading: Option<&'static str>,
    /// Without those that are not available to the learner.
    pub exercises: usize,
    /// Includes those that a later one has undone on purpose.
    pub done: usize,
    pub skipped: usize,
    pub reopened: usize,
    /// Those that the account was brought to have, without the learner's work.
    #[serde(skip_serializing_if = "is_zero")]
    pub brought: usize,
    /// Those that the learner said are not available to them.
    pub unavailable: usize,
    pub worked_seconds: u64,
    /// The state of the quiz, if the chapter has one.
    pub quiz_state: Option<&'static str>,
    /// The best attempt at the chapter's quiz.
    pub quiz: Option<Score>,
    /// The steps that the learner wants.
    #[serde(skip)]
    pub plan: Plan,
}

/// The result of an attempt at a quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    pub at: Timestamp,
    pub right: usize,
    pub questions: usize,
}

impl From<&Attempt> for Score {
    fn from(attempt: &Attempt) -> Self {
        Self { at: attempt.at, right: attempt.right(), questions: attempt.asked.len() }
    }
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Progress {
    pub fn tally(&self, chapter: &'static Chapter, plan: Plan) -> Tally {
        let count = |state: StepState| chapter.exercises.iter().filter(|e| self.state(e) == state).count();
        let state_of =
            |wanted: fn(&Step) -> bool| chapter.steps().find(wanted).map(|step| self.step_state(step, plan).name());
        let (steps_done, steps) = self.done_of(chapter.steps().filter(|step| plan.has(*step)));
        Tally {
            chapter: chapter.number,
            title: chapter.title,
            steps,
            steps_done,
            reading: state_of(|step| matches!(step, Step::Read(_))),
            exercises: chapter.exercises.len() - count(StepState::NoAccess),
            done: count(StepState::Done) + count(StepState::Superseded) + count(StepState::CleanedUp),
            skipped: count(StepState::Skipped),
            reopened: count(StepState::Reopened),
            brought: count(StepState::Brought),
            unavailable: count(StepState::NoAccess),
            worked_seconds: chapter.exercises.iter().map(|exercise| self.entry(exercise).worked_seconds).sum(),
            quiz_state: state_of(|step| matches!(step, Step::Quiz(_))),
            quiz: self.quiz(chapter).best().map(Score::from),
            plan,
        }
    }
}
