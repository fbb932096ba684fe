//! What the learner has done: one readable file, written whole or not at all, never overwritten when it is not understood.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::workspace::write_atomically;

/// The version of the file's shape that this program writes.
const SCHEMA: u32 = 1;

/// The progress in one workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    schema: u32,
    /// By slug.
    #[serde(default)]
    exercises: BTreeMap<String, Entry>,
}

/// What is known of one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When its walkthrough was first shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<Timestamp>,
    /// When it was first done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
    /// How many hints have been shown.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hints: usize,
}

/// How far an exercise is, as the list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Done,
    /// Done, and a later exercise that is done too undoes or replaces it.
    Superseded,
    /// The one to work on.
    Current,
    Open,
}

impl State {
    pub fn name(self) -> &'static str {
        match self {
            State::Done => "done",
            State::Superseded => "superseded",
            State::Current => "current",
            State::Open => "open",
        }
    }
}

impl Progress {
    /// Reads the progress of a workspace; none yet is empty progress.
    ///
    /// # Errors
    /// When the file is damaged, from a newer version, or cannot be read. It is left as it is.
    pub fn read(workspace: &Path) -> Result<Self> {
        let file = file(workspace);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Self { schema: SCHEMA, ..Self::default() });
            }
            Err(error) => return Err(Failure::environment(format!("{} cannot be read: {error}", file.display()))),
        };
        parse(&file, &text)
    }

    /// Changes the progress: reads it under a lock, applies `change`, and writes the whole file anew.
    ///
    /// # Errors
    /// As [`Progress::read`], and when it cannot be written; what was there before is still there then.
    pub fn update(workspace: &Path, change: impl FnOnce(&mut Self)) -> Result<Self> {
        let file = file(workspace);
        let failed = |error: io::Error| {
            Failure::environment(format!("your progress cannot be written to {}: {error}", file.display())).hint(
                "Nothing was lost. Make room on the disk, or make the folder writable, and run the command again.",
            )
        };
        fs::create_dir_all(file.parent().unwrap_or(workspace)).map_err(failed)?;
        let lock = File::create(file.with_extension("lock")).map_err(failed)?;
        lock.lock().map_err(failed)?;
        let mut progress = Self::read(workspace)?;
        let before = progress.clone();
        change(&mut progress);
        if progress != before {
            let text = format!(
                "# The progress in this workspace, kept by msl-learn.\n{}",
                toml::to_string(&progress).unwrap_or_default()
            );
            write_atomically(&file, &text).map_err(failed)?;
        }
        Ok(progress)
    }

    pub fn entry(&self, exercise: &Exercise) -> Entry {
        self.exercises.get(exercise.slug).cloned().unwrap_or_default()
    }

    pub fn entry_mut(&mut self, exercise: &Exercise) -> &mut Entry {
        self.exercises.entry(exercise.slug.to_owned()).or_default()
    }

    /// The first exercise that is not done, in the book's order.
    pub fn current(&self) -> Option<&'static Exercise> {
        catalog::exercises().find(|exercise| self.entry(exercise).done.is_none())
    }

    /// The later exercise that has been done since and undoes or replaces this one, and when.
    pub fn successor_done(&self, exercise: &Exercise) -> Option<(&'static Exercise, Timestamp)> {
        let successor = catalog::by_slug(exercise.superseded_by?)?;
        Some((successor, self.entry(successor).done?))
    }

    pub fn state(&self, exercise: &Exercise) -> State {
        match self.entry(exercise).done {
            Some(_) if self.successor_done(exercise).is_some() => State::Superseded,
            Some(_) => State::Done,
            None if self.current().is_some_and(|current| current.slug == exercise.slug) => State::Current,
            None => State::Open,
        }
    }
}

fn parse(file: &Path, text: &str) -> Result<Progress> {
    #[derive(Deserialize)]
    struct Version {
        schema: u32,
    }
    let damaged = |error: toml::de::Error| {
        Failure::environment(format!("{} is damaged and was left as it is:\n{error}", file.display()))
            .hint("Correct the line, or move the file away to begin anew; the account is not touched by either.")
    };
    let version: Version = toml::from_str(text).map_err(damaged)?;
    if version.schema != SCHEMA {
        return Err(Failure::environment(format!(
            "{} has schema {}, and this msl-learn knows schema {SCHEMA}; the file was left as it is",
            file.display(),
            version.schema
        ))
        .hint("It was written by a newer msl-learn: update this one."));
    }
    toml::from_str(text).map_err(damaged)
}

fn file(workspace: &Path) -> PathBuf {
    workspace.join(".msl-learn").join("progress.toml")
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_recorded_is_there_again() {
        let folder = tempfile::tempdir().unwrap();
        let exercise = catalog::exercises().next().unwrap();
        Progress::update(folder.path(), |progress| progress.entry_mut(exercise).hints = 2).unwrap();
        Progress::update(folder.path(), |progress| progress.entry_mut(exercise).done = Some(Timestamp::UNIX_EPOCH))
            .unwrap();
        let entry = Progress::read(folder.path()).unwrap().entry(exercise);
        assert_eq!((entry.hints, entry.done), (2, Some(Timestamp::UNIX_EPOCH)));
    }

    #[test]
    fn a_newer_or_damaged_file_is_refused_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(folder.path());
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        for text in ["schema = 2\nnew = true\n", "schema = 1\n[exercises", "", "schema = 1\nunknown = 1\n"] {
            fs::write(&file, text).unwrap();
            assert!(Progress::update(folder.path(), |progress| *progress = Progress::default()).is_err(), "{text}");
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
    }
}
