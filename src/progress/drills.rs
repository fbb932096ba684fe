//! The drills: which one is going on, how the last ones ended, and which come back. They come back by the same boxes as the
//! questions of quizzes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::boxes::Boxes;
use super::event::{seconds_between, whole_seconds};

/// The most results that are kept. The oldest go first.
const KEPT: usize = 40;
/// From so many drills that were won without a hint on, two things are broken at once.
const BEFORE_PAIRS: u32 = 5;

/// Everything about drills.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Drills {
    /// How many were won, how many of these without a hint, and how many were given up.
    pub won: u32,
    pub unaided: u32,
    pub given_up: u32,
    /// The number of the copy of what the learner had, while the account is in the state of a drill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<DrillResult>,
    /// The one that is going on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<CurrentDrill>,
    #[serde(skip_serializing_if = "Boxes::is_empty")]
    boxes: Boxes,
}

/// A drill that is neither won nor given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurrentDrill {
    /// The names of what is broken, such as `ch05/lambda_integration/own_account`.
    pub broken: Vec<String>,
    pub began: Timestamp,
    #[serde(default)]
    pub hints: usize,
    /// Whether the learner foresaw what visitors see, if asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreseen: Option<bool>,
}

/// How a drill ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrillResult {
    pub at: Timestamp,
    pub broken: Vec<String>,
    pub won: bool,
    pub hints: usize,
    pub seconds: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreseen: Option<bool>,
}

impl DrillResult {
    /// In words, such as `drill won, 1 hint`.
    pub fn words(&self) -> String {
        let word = if self.won { "drill won" } else { "drill given up" };
        match self.hints {
            0 => word.to_owned(),
            1 => format!("{word}, 1 hint"),
            hints => format!("{word}, {hints} hints"),
        }
    }
}

impl Drills {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many things the next drill breaks.
    pub fn at_once(&self) -> usize {
        if self.unaided >= BEFORE_PAIRS { 2 } else { 1 }
    }

    /// The names of the drills that were missed and are due again, the most urgent first.
    pub fn due(&self) -> Vec<&str> {
        self.boxes.due()
    }

    /// The results about one exercise, oldest first.
    pub fn of<'a>(&'a self, slug: &'a str) -> impl Iterator<Item = &'a DrillResult> {
        let is_of = move |key: &String| key.rsplit_once('/').is_some_and(|(of, _)| of == slug);
        self.results.iter().filter(move |result| result.broken.iter().any(is_of))
    }

    /// Notes how the one that is going on ended.
    pub(super) fn end(&mut self, won: bool, at: Timestamp) -> Option<DrillResult> {
        let CurrentDrill { broken, began, hints, foreseen } = self.current.take()?;
        // Who needed a hint meets it again.
        let right = won && hints == 0;
        self.boxes.take_in(broken.iter().map(|key| (key.clone(), right)));
        self.won += u32::from(won);
        self.unaided += u32::from(right);
        self.given_up += u32::from(!won);
        let seconds = seconds_between(began, at);
        let result = DrillResult { at: whole_seconds(at), broken, won, hints, seconds, foreseen };
        self.results.push(result.clone());
        let surplus = self.results.len().saturating_sub(KEPT);
        self.results.drain(..surplus);
        Some(result)
    }
}
