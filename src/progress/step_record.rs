//! The record of a chapter to read or of a quiz.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is known of a chapter to read or of a quiz, apart from the attempts at it. Times are in whole seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StepRecord {
    /// When the whole chapter was first shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Timestamp>,
    /// When the learner went on from it, or was at its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<Timestamp>,
    /// The questions of a quiz that were asked, until all were.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub asked: BTreeSet<String>,
    /// When the last question of a quiz was asked for the first time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Timestamp>,
    /// When the learner went past it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<Timestamp>,
    /// Whether the learner was further on when readings and quizzes began to count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub passed_over: bool,
}

/// The record of a step of which nothing is known yet.
pub(super) static EMPTY: StepRecord =
    StepRecord { shown: None, read: None, asked: BTreeSet::new(), taken: None, skipped: None, passed_over: false };
