//! What held a moment ago: AWS shows a thing and hides it again for seconds, until all of AWS agrees.
//!
//! The commands keep it in a file of the workspace that may be lost at any time: without it, nothing is checked twice.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use msl_learn_checks::ClauseVerdict;
use serde::{Deserialize, Serialize};

use crate::checked::Checked;
use crate::workspace::write_atomically;

/// How long a thing that was seen should stay visible.
const MOMENT: SignedDuration = SignedDuration::from_mins(5);

/// The latest look at each exercise, by slug.
#[derive(Debug, Default)]
pub struct LastLook(Mutex<BTreeMap<String, Remembered>>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Remembered {
    at: Timestamp,
    /// The ids of the clauses that held.
    held: Vec<String>,
}

impl LastLook {
    /// Reads what the workspace remembers; nothing if there is no file, or the file is damaged.
    pub fn read(workspace: &Path) -> Self {
        let text = fs::read_to_string(file(workspace)).unwrap_or_default();
        Self(Mutex::new(serde_json::from_str(&text).unwrap_or_default()))
    }

    /// Remembers it for the next command, if the workspace can be written.
    pub fn write(&self, workspace: &Path) {
        let file = file(workspace);
        let text = serde_json::to_string_pretty(&*self.0.lock().expect("no holder panics")).unwrap_or_default();
        // Without the file, the next command judges as a first one does.
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        let _ = folder.and_then(|()| write_atomically(&file, &text));
    }

    /// Whether a clause that held a moment ago now fails because its thing is missing.
    pub fn misses(&self, checked: &Checked, now: Timestamp) -> bool {
        let looks = self.0.lock().expect("no holder panics");
        let Some(last) = looks.get(checked.exercise.slug).filter(|last| is_recent(last.at, now)) else { return false };
        checked.findings.iter().any(|finding| finding.absent && last.held.contains(&finding.id))
    }

    /// Remembers what holds now.
    pub fn remember(&self, checked: &Checked, now: Timestamp) {
        let holds = checked.findings.iter().filter(|finding| finding.verdict == ClauseVerdict::Holds);
        let look = Remembered { at: now, held: holds.map(|finding| finding.id.clone()).collect() };
        self.0.lock().expect("no holder panics").insert(checked.exercise.slug.to_owned(), look);
    }
}

/// Ignores a look from the future, which a clock that was set back leaves.
fn is_recent(then: Timestamp, now: Timestamp) -> bool {
    (SignedDuration::ZERO..=MOMENT).contains(&now.duration_since(then))
}

fn file(workspace: &Path) -> PathBuf {
    workspace.join(".msl-learn").join("last-look.json")
}

#[cfg(test)]
mod tests {
    use msl_learn_checks::{Finding, Verdict};

    use super::*;
    use crate::catalog;

    fn seen(verdict: ClauseVerdict, absent: bool) -> Checked {
        let finding = Finding { absent, ..Finding::blank("bucket", "the bucket is there", verdict) };
        let exercise = catalog::exercises().next().expect("an exercise");
        Checked { exercise, verdict: Verdict::NotDone, findings: vec![finding] }
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).expect("a time")
    }

    #[test]
    fn only_what_held_a_moment_ago_and_is_absent_now_is_missed() {
        let last = LastLook::default();
        let gone = seen(ClauseVerdict::Fails, true);
        assert!(!last.misses(&gone, at(0)), "nothing was seen before");
        last.remember(&seen(ClauseVerdict::Holds, false), at(0));
        assert!(last.misses(&gone, at(0)) && last.misses(&gone, at(300)));
        assert!(!last.misses(&gone, at(301)), "that is more than a moment");
        assert!(!last.misses(&gone, at(-1)), "the clock was set back");
        assert!(!last.misses(&seen(ClauseVerdict::Fails, false), at(1)), "it is there, and wrong");
        last.remember(&gone, at(2));
        assert!(!last.misses(&gone, at(3)), "it was gone before");
    }

    #[test]
    fn what_is_written_is_read_again_and_anything_else_is_nothing() {
        let workspace = tempfile::tempdir().expect("a folder");
        let last = LastLook::read(workspace.path());
        last.remember(&seen(ClauseVerdict::Holds, false), at(0));
        last.write(workspace.path());
        assert!(LastLook::read(workspace.path()).misses(&seen(ClauseVerdict::Fails, true), at(1)));
        for damage in ["", "{", "[]", r#"{"ch04/aws_account": 1}"#, "\0"] {
            fs::write(file(workspace.path()), damage).expect("a file");
            assert!(LastLook::read(workspace.path()).0.lock().unwrap().is_empty(), "{damage}");
        }
        fs::remove_file(file(workspace.path())).expect("a file");
        fs::create_dir(file(workspace.path())).expect("a folder in the file's place");
        LastLook::read(workspace.path()).write(workspace.path());
    }
}
