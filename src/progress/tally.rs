//! How far a chapter is, in numbers.

use serde::Serialize;

use super::{Progress, State};
use crate::catalog::Chapter;

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
        }
    }
}
