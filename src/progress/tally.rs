//! How far a chapter is, in numbers.

use jiff::Timestamp;
use serde::Serialize;

use super::{Progress, State};
use crate::catalog::Chapter;
use crate::quiz::Attempt;

/// The exercises of one chapter, counted; part of the promise to scripts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub chapter: u8,
    pub title: &'static str,
    pub exercises: usize,
    /// Those that a later one has undone on purpose among them.
    pub done: usize,
    pub skipped: usize,
    pub reopened: usize,
    pub worked_seconds: u64,
    /// The best attempt at the chapter's quiz.
    pub quiz: Option<Score>,
}

/// How an attempt at a quiz ended.
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

impl Progress {
    pub fn tally(&self, chapter: &Chapter) -> Tally {
        let count = |state: State| chapter.exercises.iter().filter(|e| self.state(e) == state).count();
        Tally {
            chapter: chapter.number,
            title: chapter.title,
            exercises: chapter.exercises.len(),
            done: count(State::Done) + count(State::Superseded),
            skipped: count(State::Skipped),
            reopened: count(State::Reopened),
            worked_seconds: chapter.exercises.iter().map(|exercise| self.entry(exercise).worked_seconds).sum(),
            quiz: self.quiz(chapter).best().map(Score::from),
        }
    }
}
