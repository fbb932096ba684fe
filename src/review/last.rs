//! The last review, so that the next one can say what became better or worse.
//!
//! It is kept in a file of the workspace that may be lost at any time: without it, a review is a first one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use msl_learn_checks::ClauseVerdict;
use msl_learn_checks::review::{Review, Seen};
use serde::{Deserialize, Serialize};

use crate::workspace::write_atomically;

/// The version of the file; another one is as none.
const SCHEMA: u32 = 1;

/// What was found the last time, by practice and resource: whether the practice was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LastReview {
    schema: u32,
    at: Timestamp,
    kept: BTreeMap<String, bool>,
    /// What was there and could not be judged.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    unjudged: BTreeSet<String>,
}

/// What became better or worse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// When the earlier review was; none if there was none.
    pub since: Option<Timestamp>,
    /// A practice's sentence with a resource, each.
    pub better: Vec<String>,
    pub worse: Vec<String>,
    /// Risks of which the earlier review could not tell.
    pub new: Vec<String>,
}

impl LastReview {
    /// The last review of the workspace; none if there is no file, or the file is damaged.
    pub fn read(workspace: &Path) -> Option<Self> {
        let text = fs::read_to_string(file(workspace)).ok()?;
        serde_json::from_str(&text).ok().filter(|last: &Self| last.schema == SCHEMA)
    }

    /// What the earlier one becomes by this review: what was not checked now stays.
    pub fn after(earlier: Option<Self>, review: &Review, at: Timestamp) -> Self {
        let (mut kept, mut unjudged) = earlier.map(|earlier| (earlier.kept, earlier.unjudged)).unwrap_or_default();
        for seen in &review.seen {
            match is_kept(seen) {
                None => unjudged.insert(key(seen)),
                Some(_) => unjudged.remove(&key(seen)),
            };
            match is_kept(seen) {
                Some(is_kept) => kept.insert(key(seen), is_kept),
                // What cannot be told now may be told again.
                None if seen.finding.verdict == ClauseVerdict::Skipped => kept.remove(&key(seen)),
                None => None,
            };
        }
        Self { schema: SCHEMA, at: whole_seconds(at), kept, unjudged }
    }

    /// Keeps it for the next review, if the workspace can be written.
    pub fn write(&self, workspace: &Path) {
        let file = file(workspace);
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        // Without the file, the next review compares with nothing.
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        let _ = folder.and_then(|()| write_atomically(&file, &text));
    }
}

impl Changed {
    /// What became better or worse from the earlier review to this one.
    pub fn between(earlier: Option<&LastReview>, review: &Review) -> Self {
        let Some(earlier) = earlier else { return Self::default() };
        let became = |wanted: bool| {
            let changed = review
                .seen
                .iter()
                .filter(|seen| is_kept(seen) == Some(wanted) && earlier.kept.get(&key(seen)) == Some(&!wanted));
            changed.map(sentence).collect()
        };
        let is_new = |seen: &&Seen| {
            let known = earlier.kept.contains_key(&key(seen)) || !earlier.unjudged.contains(&key(seen));
            is_kept(seen) == Some(false) && !known
        };
        let new = review.seen.iter().filter(is_new).map(new_risk).collect();
        Self { since: Some(earlier.at), better: became(true), worse: became(false), new }
    }
}

/// A practice's sentence says what should be so: what became worse is no longer so.
fn sentence(seen: &Seen) -> String {
    match is_kept(seen) {
        Some(true) => format!("{}: {}", seen.resource, seen.finding.clause),
        _ => risk(seen, "not so any more"),
    }
}

fn new_risk(seen: &Seen) -> String {
    risk(seen, "could not be judged before, and is not so now")
}

fn risk(Seen { resource, finding, .. }: &Seen, what: &str) -> String {
    let found = finding.found.as_ref().map(|found| format!(" (found: {found})")).unwrap_or_default();
    format!("{resource}: {what}: {}{found}", finding.clause)
}

fn is_kept(seen: &Seen) -> Option<bool> {
    match seen.finding.verdict {
        ClauseVerdict::Holds => Some(true),
        ClauseVerdict::Fails => Some(false),
        _ => None,
    }
}

fn key(seen: &Seen) -> String {
    format!("{} {}", seen.practice.id(), seen.resource)
}

fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

fn file(workspace: &Path) -> PathBuf {
    workspace.join(".msl-learn").join("review.json")
}

#[cfg(test)]
mod tests {
    use msl_learn_checks::Finding;
    use msl_learn_checks::review::practices;

    use super::*;

    fn seen(resource: &str, verdict: ClauseVerdict) -> Review {
        let practice = practices().next().expect("a practice");
        let finding = Finding::blank(practice.id(), practice.text(), verdict);
        Review { seen: vec![Seen { practice, resource: resource.into(), finding }], left_out: Vec::new() }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn what_became_better_and_worse_is_told_of_each_resource() {
        use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};
        let first = LastReview::after(None, &seen("the bucket a", Fails), at(1));
        assert_eq!(Changed::between(None, &seen("the bucket a", Holds)), Changed::default());
        let better = Changed::between(Some(&first), &seen("the bucket a", Holds));
        assert_eq!((better.since, better.better.len(), better.worse.len()), (Some(at(1)), 1, 0));
        for (resource, verdict) in [("the bucket a", Fails), ("the bucket a", CannotTell), ("the bucket b", Holds)] {
            let same = Changed::between(Some(&first), &seen(resource, verdict));
            assert!(same.better.is_empty() && same.worse.is_empty(), "{resource} {verdict:?}");
        }
        let second = LastReview::after(Some(first.clone()), &seen("the bucket a", Holds), at(2));
        let worse = Changed::between(Some(&second), &seen("the bucket a", Fails));
        assert_eq!((worse.better.len(), worse.worse.len()), (0, 1));
        assert!(worse.worse[0].starts_with("the bucket a: not so any more: "), "{}", worse.worse[0]);
        let unknown = LastReview::after(Some(second.clone()), &seen("the bucket a", CannotTell), at(3));
        assert_eq!(unknown.kept, second.kept, "what cannot be told is remembered as it was");
        let gone = LastReview::after(Some(second), &seen("the bucket a", Skipped), at(3));
        assert!(gone.kept.is_empty());
    }

    #[test]
    fn a_risk_that_could_not_be_judged_before_is_new_and_not_worse() {
        use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};
        for before in [Skipped, CannotTell] {
            let first = LastReview::after(None, &seen("the bucket a", before), at(1));
            let risk = Changed::between(Some(&first), &seen("the bucket a", Fails));
            assert_eq!((risk.worse.len(), risk.new.len()), (0, 1), "{before:?}");
            assert!(risk.new[0].starts_with("the bucket a: could not be judged before, "), "{}", risk.new[0]);
            for (resource, now) in [("the bucket a", Holds), ("the bucket b", Fails)] {
                assert!(Changed::between(Some(&first), &seen(resource, now)).new.is_empty(), "{resource} {now:?}");
            }
            let second = LastReview::after(Some(first), &seen("the bucket a", Fails), at(2));
            assert!(Changed::between(Some(&second), &seen("the bucket a", Fails)).new.is_empty(), "it is known");
        }
    }

    #[test]
    fn what_is_written_is_read_again_and_anything_else_is_nothing() {
        let workspace = tempfile::tempdir().expect("a folder");
        assert_eq!(LastReview::read(workspace.path()), None);
        let last = LastReview::after(None, &seen("the bucket a", ClauseVerdict::Holds), at(1));
        last.write(workspace.path());
        assert_eq!(LastReview::read(workspace.path()), Some(last));
        for damage in ["", "{", "[]", r#"{"schema": 2, "at": "2026-01-01T00:00:00Z", "kept": {}}"#] {
            fs::write(file(workspace.path()), damage).expect("a file");
            assert_eq!(LastReview::read(workspace.path()), None, "{damage}");
        }
    }
}
