//! The evidence of a pass: the findings, and where, when and by which program they were made.

use jiff::Timestamp;
use msl_learn_checks::{ClauseVerdict, Finding, Verdict};
use serde::{Deserialize, Serialize};

use super::bounded::bounded;
use super::event::whole_seconds;
use crate::checked::Checked;
use crate::workspace::Settings;

/// The most bytes that the findings of one exercise may take in the file.
pub const ROOM: usize = 3_500;
/// The bytes of a finding beside its two texts, its id included.
const OVERHEAD: usize = 140;
/// The most bytes of each text.
const CLAUSE: usize = 110;
const FOUND: usize = 160;
/// The fewest bytes that are worth keeping of a text.
const LEAST: usize = 20;
const ENDPOINT: usize = 120;

/// The account that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountSeen {
    pub account: String,
    #[serde(default)]
    pub practice: bool,
    /// The endpoint used instead of AWS; `None` for AWS itself.
    #[serde(default)]
    pub endpoint: Option<String>,
}

impl AccountSeen {
    /// The account of a workspace, reached at `endpoint`.
    pub fn of(settings: &Settings, endpoint: Option<&str>) -> Self {
        let endpoint = endpoint.map(|url| bounded(&without_user(url), ENDPOINT));
        Self { account: settings.account.clone(), practice: settings.practice, endpoint }
    }
}

/// The evidence that an exercise passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub at: Timestamp,
    /// Whether it was the learner's answer, and not a check of the account.
    #[serde(default)]
    pub asked: bool,
    /// The version of the program.
    pub version: String,
    pub place: AccountSeen,
    /// The number of findings for which there was no room.
    #[serde(default)]
    pub left_out: usize,
    #[serde(default)]
    pub findings: Vec<Seen>,
}

/// One finding of a pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The clause's id within the exercise; `None` in what an earlier version wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub clause: String,
    #[serde(default)]
    pub found: Option<String>,
    /// Whether the clause did not apply; all others held.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skipped: bool,
}

impl Evidence {
    pub fn of(seen: &Checked, place: &AccountSeen, at: Timestamp) -> Self {
        let clauses: Vec<String> = seen.findings.iter().map(|finding| bounded(&finding.clause, CLAUSE)).collect();
        let listed = clauses.len().min(ROOM / (OVERHEAD + CLAUSE + LEAST));
        let taken: usize = clauses[..listed].iter().map(|clause| clause.len() + OVERHEAD).sum();
        let share = ROOM.saturating_sub(taken) / listed.max(1);
        let seen_there = clauses.into_iter().zip(&seen.findings).take(listed);
        Self {
            at: whole_seconds(at),
            asked: seen.verdict == Verdict::Asked,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            place: place.clone(),
            left_out: seen.findings.len() - listed,
            findings: seen_there.map(|(clause, finding)| Seen::of(clause, finding, share.min(FOUND))).collect(),
        }
    }
}

impl Seen {
    fn of(clause: String, finding: &Finding, room: usize) -> Self {
        let found = finding.found.as_deref().map(|found| bounded(found, room));
        Self { id: Some(finding.id.clone()), clause, found, skipped: finding.verdict == ClauseVerdict::Skipped }
    }
}

/// A URL without the user and password that it may hold.
fn without_user(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    format!("{scheme}://{host}{path}")
}
