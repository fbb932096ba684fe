//! What happened to an exercise, and when. In the file one line each, such as `2026-05-04T10:00:00Z hint 2`.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct HistoryEvent {
    /// In whole seconds.
    pub at: Timestamp,
    pub what: EventKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// Checked for the first time.
    Tried,
    Done,
    /// Something that held before no longer held.
    Regressed,
    /// To be done again.
    Reopened,
    Skipped,
    Unskipped,
    /// The learner said that it is not available to them.
    Unavailable,
    /// The practice account was brought to a state in which it is done.
    Brought,
    Reset,
    /// Nothing is left of it, on purpose.
    CleanedUp,
    /// The hint of that number was shown.
    Hint(usize),
    /// The worked solution was shown.
    Solution,
}

impl EventKind {
    /// Those without a number.
    const PLAIN: [EventKind; 11] = [
        EventKind::Tried,
        EventKind::Done,
        EventKind::Regressed,
        EventKind::Reopened,
        EventKind::Skipped,
        EventKind::Unskipped,
        EventKind::Unavailable,
        EventKind::Brought,
        EventKind::Reset,
        EventKind::CleanedUp,
        EventKind::Solution,
    ];

    pub fn name(self) -> &'static str {
        match self {
            EventKind::Tried => "tried",
            EventKind::Done => "done",
            EventKind::Regressed => "regressed",
            EventKind::Reopened => "reopened",
            EventKind::Skipped => "skipped",
            EventKind::Unskipped => "unskipped",
            EventKind::Unavailable => "not available",
            EventKind::CleanedUp => "cleaned up",
            EventKind::Brought => "brought here",
            EventKind::Reset => "reset",
            EventKind::Hint(_) => "hint",
            EventKind::Solution => "solution",
        }
    }

    /// The number of a hint.
    pub fn number(self) -> Option<usize> {
        match self {
            EventKind::Hint(number) => Some(number),
            _ => None,
        }
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        self.number().map_or(Ok(()), |number| write!(f, " {number}"))
    }
}

impl FromStr for EventKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(what) = EventKind::PLAIN.into_iter().find(|what| what.name() == text) {
            return Ok(what);
        }
        let number = text.strip_prefix("hint ").and_then(|number| number.parse().ok());
        number.map(EventKind::Hint).ok_or_else(|| format!("expected an event, found `{text}`"))
    }
}

impl From<HistoryEvent> for String {
    fn from(event: HistoryEvent) -> Self {
        format!("{} {}", event.at, event.what)
    }
}

impl TryFrom<String> for HistoryEvent {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (at, what) = text.split_once(' ').ok_or_else(|| format!("expected a time and an event, found `{text}`"))?;
        Ok(Self { at: at.parse().map_err(|error| format!("{error}"))?, what: what.parse()? })
    }
}

/// Drops the fraction, which would only make the file longer.
pub fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// The seconds between two times; 0 if the clock was set back.
pub fn seconds_between(earlier: Timestamp, later: Timestamp) -> u64 {
    u64::try_from(later.as_second() - earlier.as_second()).unwrap_or(0)
}
