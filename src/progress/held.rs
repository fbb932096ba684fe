//! A clause that held an exercise up, from when to when; in the file one line each, the time as an ISO 8601 interval:
//! `2026-05-04T10:00:00Z/2026-05-04T10:07:00Z the bucket holds index.html`, or `2026-05-04T10:00:00Z/.. …` while it does.

use jiff::Timestamp;
use msl_learn_checks::{ClauseVerdict, Finding};
use serde::{Deserialize, Serialize};

use super::bounded::bounded;
use super::event::{seconds_between, whole_seconds};

/// The most that are kept; the oldest that are over make room, then the oldest.
pub const HELD: usize = 14;
/// The most bytes of a clause's text.
const CLAUSE: usize = 110;
/// ISO 8601-2's open end.
const OPEN: &str = "..";

/// A clause, from when and until when it held the exercise up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Held {
    pub from: Timestamp,
    /// Not yet over without it.
    pub until: Option<Timestamp>,
    pub clause: String,
}

impl Held {
    /// How long it held the exercise up, until `now` where it still does.
    pub fn seconds(&self, now: Timestamp) -> u64 {
        seconds_between(self.from, self.until.unwrap_or(now))
    }
}

/// Brings `held` up to what was seen now. A clause that cannot be told is left as it was.
pub fn update(held: &mut Vec<Held>, findings: &[Finding], at: Timestamp) {
    for finding in findings {
        let clause = bounded(&finding.clause, CLAUSE);
        let open = held.iter_mut().find(|known| known.until.is_none() && known.clause == clause);
        match (finding.verdict, open) {
            (ClauseVerdict::Fails | ClauseVerdict::NotReady, None) => {
                held.push(Held { from: whole_seconds(at), until: None, clause });
            }
            (ClauseVerdict::Holds | ClauseVerdict::Skipped, Some(known)) => known.until = Some(whole_seconds(at)),
            _ => {}
        }
    }
    while held.len() > HELD {
        held.remove(held.iter().position(|known| known.until.is_some()).unwrap_or(0));
    }
}

/// Nothing holds the exercise up any more.
pub fn end(held: &mut [Held], at: Timestamp) {
    for known in held.iter_mut().filter(|known| known.until.is_none()) {
        known.until = Some(whole_seconds(at));
    }
}

impl From<Held> for String {
    fn from(held: Held) -> Self {
        let until = held.until.map_or_else(|| OPEN.to_owned(), |until| until.to_string());
        format!("{}/{until} {}", held.from, held.clause)
    }
}

impl TryFrom<String> for Held {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once(' ').and_then(|(times, clause)| Some((times.split_once('/')?, clause)));
        let ((from, until), clause) = parts.ok_or_else(|| format!("`{text}` is no interval and clause"))?;
        let time = |text: &str| text.parse::<Timestamp>().map_err(|error| error.to_string());
        let until = if until == OPEN { None } else { Some(time(until)?) };
        Ok(Self { from: time(from)?, until, clause: clause.to_owned() })
    }
}
