//! What happened to an exercise, and when; in the file one short line each, such as `2026-05-04T10:00:00Z hint 2`.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Event {
    /// In whole seconds.
    pub at: Timestamp,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// First looked at in the account.
    Tried,
    Done,
    /// Something that had held was seen not to hold any more.
    Regressed,
    /// To be done again.
    Reopened,
    Skipped,
    Unskipped,
    Reset,
    /// The hint of that number was shown.
    Hint(usize),
    /// The worked solution was shown.
    Solution,
}

/// Those whose word is the whole of them.
const WORDS: [(What, &str); 8] = [
    (What::Tried, "tried"),
    (What::Done, "done"),
    (What::Regressed, "regressed"),
    (What::Reopened, "reopened"),
    (What::Skipped, "skipped"),
    (What::Unskipped, "unskipped"),
    (What::Reset, "reset"),
    (What::Solution, "solution"),
];

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, WORDS.iter().find(|(what, _)| what == self)) {
            (What::Hint(number), _) => write!(f, "hint {number}"),
            (_, Some((_, word))) => f.write_str(word),
            (_, None) => unreachable!("every other event has a word"),
        }
    }
}

impl FromStr for What {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some((what, _)) = WORDS.iter().find(|(_, word)| *word == text) {
            return Ok(*what);
        }
        let number = text.strip_prefix("hint ").and_then(|number| number.parse().ok());
        number.map(What::Hint).ok_or_else(|| format!("`{text}` is no event"))
    }
}

impl From<Event> for String {
    fn from(event: Event) -> Self {
        format!("{} {}", event.at, event.what)
    }
}

impl TryFrom<String> for Event {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (at, what) = text.split_once(' ').ok_or_else(|| format!("`{text}` is no time and event"))?;
        Ok(Self { at: at.parse().map_err(|error| format!("{error}"))?, what: what.parse()? })
    }
}

/// Finer times would only make the file longer.
pub fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
