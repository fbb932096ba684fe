//! What is known of one exercise: its dates, what happened, what held it up, and the evidence of its pass.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::event::{EventKind, HistoryEvent, seconds_between, whole_seconds};
use super::evidence::Evidence;
use super::held::Held;

/// The most events that are kept. The oldest go first.
pub const EVENTS: usize = 28;
/// The longest gap that still counts as work, in seconds.
const IDLE_SECONDS: u64 = 30 * 60;
/// The least seconds of work that are written down, so that frequent checks do not mean frequent writes.
const STEP_SECONDS: u64 = 60;

/// What is known of one exercise. Times are in whole seconds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// When its walkthrough was first shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<Timestamp>,
    /// When it was first checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tried: Option<Timestamp>,
    /// When it was first done; stays if it is reopened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
    /// When the learner skipped it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<Timestamp>,
    /// When the learner said that it is not available to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unavailable: Option<Timestamp>,
    /// Whether the learner said that the account is to be checked, although not every account can have it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub available: bool,
    /// When the practice account was brought to a state in which it is done, without the learner's work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brought: Option<Timestamp>,
    /// Since when it is to be done again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Timestamp>,
    /// When it was seen that nothing is left of it, after `cleanup`; it stays done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cleaned_up: Option<Timestamp>,
    /// How many hints have been shown.
    #[serde(skip_serializing_if = "is_zero")]
    pub hints: usize,
    /// How long the learner worked on it, without idle gaps.
    #[serde(skip_serializing_if = "is_zero_seconds")]
    pub worked_seconds: u64,
    /// When the learner last worked on it, while it is not done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<Timestamp>,
    /// What happened, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<HistoryEvent>,
    /// Which clauses held it up, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub held_up: Vec<Held>,
    /// The evidence of its last pass.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

/// The entry of an exercise of which nothing is known.
pub(super) static EMPTY: Entry = Entry {
    started: None,
    tried: None,
    done: None,
    skipped: None,
    unavailable: None,
    available: false,
    brought: None,
    reopened: None,
    cleaned_up: None,
    hints: 0,
    worked_seconds: 0,
    active: None,
    history: Vec::new(),
    held_up: Vec::new(),
    evidence: None,
};

impl Entry {
    /// Whether the learner has not seen it yet.
    pub fn is_new(&self) -> bool {
        self.started.is_none() && self.done.is_none()
    }

    /// Whether it is done, and not to be done again.
    pub fn is_done(&self) -> bool {
        self.done.is_some() && self.reopened.is_none()
    }

    /// Whether it is to be worked on: not done, or reopened, and neither skipped nor out of reach nor brought here.
    pub fn is_open(&self) -> bool {
        !self.is_done() && !self.is_brought() && self.skipped.is_none() && self.unavailable.is_none()
    }

    /// Whether the account shows it as done, and the learner has not done it.
    pub fn is_brought(&self) -> bool {
        self.brought.is_some() && !self.is_done()
    }

    /// Notes that the learner works on it. The time since the last note counts as work, unless it was long.
    pub(super) fn work_on(&mut self, at: Timestamp) {
        if self.is_done() {
            return;
        }
        match self.active.map(|last| seconds_between(last, at)) {
            Some(gap) if gap < STEP_SECONDS => {}
            gap => self.work_until(gap, at),
        }
    }

    /// As [`Entry::work_on`], to the second, since the work ends here.
    pub(super) fn stop_work(&mut self, at: Timestamp) {
        self.work_until(self.active.map(|last| seconds_between(last, at)), at);
        self.active = None;
    }

    fn work_until(&mut self, gap: Option<u64>, at: Timestamp) {
        self.worked_seconds += gap.filter(|gap| *gap <= IDLE_SECONDS).unwrap_or(0);
        self.active = Some(whole_seconds(at));
    }

    pub(super) fn record(&mut self, at: Timestamp, what: EventKind) {
        self.history.push(HistoryEvent { at: whole_seconds(at), what });
        let surplus = self.history.len().saturating_sub(EVENTS);
        self.history.drain(..surplus);
    }
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

fn is_zero_seconds(count: &u64) -> bool {
    *count == 0
}
