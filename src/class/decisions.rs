//! decisions.jsonl: what the instructor decided beside the results, each with its reason. The latest counts, whatever is seen later.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::journal;
use super::roster::ClassLearner;
use crate::catalog::Exercise;
use crate::failure::Result;

/// What the instructor decided.
pub const DECISIONS_FILE: &str = "decisions.jsonl";

/// What was decided of a learner's exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub at: Timestamp,
    /// The pseudonym.
    pub learner: String,
    /// Such as `4.3`.
    pub exercise: String,
    pub decided: Decided,
    pub because: String,
}

/// What counts instead of what was seen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decided {
    /// The exercise does not count for the learner.
    Excused,
    /// It is worth so many points.
    Points(f64),
    /// What was decided before is taken back: what was seen counts again.
    Undone,
}

/// All that was decided.
#[derive(Clone, Debug, Default)]
pub struct Decisions(Vec<Decision>);

impl Decisions {
    /// # Errors
    /// As [`journal::read`].
    pub fn read(root: &Path) -> Result<Self> {
        journal::read(&file(root)).map(Self)
    }

    /// # Errors
    /// As [`journal::add`].
    pub fn add(root: &Path, decision: Decision) -> Result<()> {
        journal::add(&file(root), &[decision])
    }

    /// What was decided last of the exercise, if that was not taken back.
    pub fn of(&self, learner: &ClassLearner, exercise: &Exercise) -> Option<&Decision> {
        let id = exercise.id();
        let of_both = |decision: &&Decision| decision.learner == learner.pseudonym && decision.exercise == id;
        self.0.iter().rev().find(of_both).filter(|decision| decision.decided != Decided::Undone)
    }
}

/// The file of a class's decisions.
pub fn file(root: &Path) -> PathBuf {
    root.join(DECISIONS_FILE)
}
