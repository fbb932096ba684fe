//! A round: every learner's account is read once. A round that was killed goes on where it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use msl_learn_checks::{Aws, round};
use serde::{Deserialize, Serialize};

use super::folder::ClassFolder;
use super::random;
use super::reading::ClassReader;
use super::results::{ClassResults, ResultLine};
use super::roster::ClassLearner;
use crate::catalog::Exercise;
use crate::failure::{Failure, Result};
use crate::workspace::write_atomically;

const FILE: &str = "round.json";
/// After so many hours a round that was killed is old, and the next one reads everybody again.
const HOURS: i64 = 1;

/// A round that has begun and not ended.
#[derive(Debug, Serialize, Deserialize)]
struct OpenRound {
    id: String,
    chapter: Option<u8>,
    begun: Timestamp,
}

/// Reads every learner of the class who was not read in this round yet, and keeps each result at once. Returns what was read.
///
/// # Errors
/// If the results cannot be written.
pub fn run(
    class: &ClassFolder,
    aws: &Aws,
    chapter: Option<u8>,
    wanted: &[&'static Exercise],
    now: Timestamp,
) -> Result<Vec<ResultLine>> {
    let open = begin(&class.root, chapter, now)?;
    let known = ClassResults::read(&class.root)?;
    let read: BTreeSet<_> = known.0.iter().filter(|line| line.round == open.id).map(|line| &line.learner).collect();
    let left: Vec<&ClassLearner> = class.roster.0.iter().filter(|one| !read.contains(&one.pseudonym)).collect();
    let reader = &ClassReader::of(class, aws, wanted, &open.id);
    let lines = round(&left, |&learner| async move {
        let line = reader.read(learner).await;
        ClassResults::add(&reader.class.root, std::slice::from_ref(&line)).map(|()| line)
    });
    let lines = lines.into_iter().collect::<Result<Vec<_>>>()?;
    end(&class.root)?;
    Ok(lines)
}

fn begin(root: &Path, chapter: Option<u8>, now: Timestamp) -> Result<OpenRound> {
    let file = file(root);
    let old = fs::read(&file).ok().and_then(|bytes| serde_json::from_slice::<OpenRound>(&bytes).ok());
    let is_current = |old: &OpenRound| old.chapter == chapter && now - SignedDuration::from_hours(HOURS) < old.begun;
    if let Some(old) = old.filter(is_current) {
        return Ok(old);
    }
    let open = OpenRound { id: random::name(10)?, chapter, begun: now };
    let text = serde_json::to_string(&open).unwrap_or_else(|_| unreachable!("texts and numbers alone"));
    write_atomically(&file, &text).map_err(|error| unwritten(&file, &error))?;
    Ok(open)
}

fn end(root: &Path) -> Result<()> {
    let file = file(root);
    fs::remove_file(&file).map_err(|error| unwritten(&file, &error))
}

fn file(root: &Path) -> PathBuf {
    root.join(FILE)
}

fn unwritten(file: &Path, error: &std::io::Error) -> Failure {
    Failure::environment(format!("{} cannot be written: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_that_was_killed_goes_on_and_an_ended_one_does_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let now: Timestamp = "2026-11-30T10:00:00Z".parse().expect("a time");
        let id = |chapter, hours| {
            begin(folder.path(), chapter, now + SignedDuration::from_hours(hours)).expect("a round").id
        };
        let first = id(Some(4), 0);
        assert_eq!(id(Some(4), 0), first);
        assert_ne!(id(Some(5), 0), first);
        let second = id(Some(4), 0);
        assert_ne!(second, first);
        assert_ne!(id(Some(4), 2), second);
        end(folder.path()).expect("ended");
        assert!(!file(folder.path()).exists());
    }
}
