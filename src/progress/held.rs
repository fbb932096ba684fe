//! A clause that held an exercise up, from when to when; in the file one line each, the time as an ISO 8601 interval:
//! `2026-05-04T10:00:00Z/2026-05-04T10:07:00Z #index the bucket holds index.html`, or `2026-05-04T10:00:00Z/.. …` while it
//! does. The word after `#` is the clause's id, which stays when its sentence is reworded. Files before schema 4 have no
//! ids.

use jiff::Timestamp;
use msl_learn_checks::{ClauseVerdict, Finding};
use serde::{Deserialize, Serialize};

use super::bounded::bounded;
use super::event::{seconds_between, whole_seconds};

/// The most that are kept. The oldest finished ones go first, then the oldest.
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
    /// `None` while it still holds the exercise up.
    pub until: Option<Timestamp>,
    /// The clause's id within the exercise; `None` in what an earlier version wrote.
    pub id: Option<String>,
    /// The clause's sentence, as it was then.
    pub clause: String,
}

impl Held {
    fn since(at: Timestamp, finding: &Finding) -> Self {
        let clause = bounded(&finding.clause, CLAUSE);
        Self { from: whole_seconds(at), until: None, id: Some(finding.id.clone()), clause }
    }

    /// Whether it is about the clause of this finding. Without an id, the sentence decides.
    fn is_about(&self, finding: &Finding) -> bool {
        match &self.id {
            Some(id) => *id == finding.id,
            None => self.clause == bounded(&finding.clause, CLAUSE),
        }
    }

    /// How long it held the exercise up, until `now` if it still does.
    pub fn seconds(&self, now: Timestamp) -> u64 {
        seconds_between(self.from, self.until.unwrap_or(now))
    }
}

/// Brings `held` up to date with the findings. A clause that cannot be told is left as it was.
pub fn update(held: &mut Vec<Held>, findings: &[Finding], at: Timestamp) {
    for finding in findings {
        let open = held.iter_mut().find(|known| known.until.is_none() && known.is_about(finding));
        match (finding.verdict, open) {
            (ClauseVerdict::Fails | ClauseVerdict::NotReady, Some(known)) => known.id = Some(finding.id.clone()),
            (ClauseVerdict::Fails | ClauseVerdict::NotReady, None) => held.push(Held::since(at, finding)),
            (ClauseVerdict::Holds | ClauseVerdict::Skipped, Some(known)) => known.until = Some(whole_seconds(at)),
            _ => {}
        }
    }
    while held.len() > HELD {
        held.remove(held.iter().position(|known| known.until.is_some()).unwrap_or(0));
    }
}

/// Ends whatever still holds the exercise up.
pub fn end(held: &mut [Held], at: Timestamp) {
    for known in held.iter_mut().filter(|known| known.until.is_none()) {
        known.until = Some(whole_seconds(at));
    }
}

impl From<Held> for String {
    fn from(held: Held) -> Self {
        let until = held.until.map_or_else(|| OPEN.to_owned(), |until| until.to_string());
        let id = held.id.map_or_else(String::new, |id| format!("#{id} "));
        format!("{}/{until} {id}{}", held.from, held.clause)
    }
}

impl TryFrom<String> for Held {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once(' ').and_then(|(times, clause)| Some((times.split_once('/')?, clause)));
        let ((from, until), clause) =
            parts.ok_or_else(|| format!("expected an interval and a clause, found `{text}`"))?;
        let time = |text: &str| text.parse::<Timestamp>().map_err(|error| error.to_string());
        let until = if until == OPEN { None } else { Some(time(until)?) };
        let marked = clause.strip_prefix('#').and_then(|rest| rest.split_once(' '));
        let (id, clause) = marked.map_or((None, clause), |(id, clause)| (Some(id.to_owned()), clause));
        Ok(Self { from: time(from)?, until, id, clause: clause.to_owned() })
    }
}
