//! The progress file: read or refused, and written whole by one program at a time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::Deserialize;

use super::{Progress, SCHEMA, lock};
use crate::failure::{Failure, Result};
use crate::workspace::write_atomically;

/// The first schema in which chapters to read and quizzes are steps.
const STEPS: u32 = 3;
/// The first schema in which quizzes are asked in rounds.
const ROUNDS: u32 = 5;
const NAME: &str = "progress.toml";
/// How the name of an earlier copy begins.
const EARLIER: &str = "progress-";
/// How many earlier copies are kept: the latest.
const COPIES: usize = 20;
const FOLDER: &str = ".msl-learn";
const HEADER: &str = "# The progress in this workspace, kept by msl-learn. Times are in UTC.\n";

impl Progress {
    /// Reads the progress of a workspace. Without a file, the progress is empty.
    ///
    /// # Errors
    /// If the file is damaged, from a newer version, or cannot be read. It is left as it is.
    pub fn read(workspace: &Path) -> Result<Self> {
        let file = file(workspace);
        match fs::read_to_string(&file) {
            Ok(text) => parse(&file, &text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Failure::environment(format!("{} cannot be read: {error}", file.display()))
                .hint("Make it readable for you, or move it away to start again; neither touches the account.")),
        }
    }

    /// Changes the progress: reads it under a lock, applies `change`, and writes the whole file if that changed anything.
    ///
    /// # Errors
    /// As [`Progress::read`], if another program keeps the lock, or if the file cannot be written. Then the old file is
    /// still there.
    pub fn update(workspace: &Path, change: impl FnOnce(&mut Self)) -> Result<Self> {
        Self::write(workspace, change, |_| Ok(None)).map(|(progress, _)| progress)
    }

    /// The same for a change that overwrites a good part of it: the file before is kept beside it. Returns its path in the
    /// workspace, if there was one and it has changed.
    ///
    /// # Errors
    /// As [`Progress::update`], or if the copy cannot be written. Then nothing has changed.
    pub fn overwrite(
        workspace: &Path,
        at: Timestamp,
        change: impl FnOnce(&mut Self),
    ) -> Result<(Self, Option<String>)> {
        Self::write(workspace, change, |file| keep_copy(file, at))
    }

    fn write(
        workspace: &Path,
        change: impl FnOnce(&mut Self),
        keep: impl FnOnce(&Path) -> io::Result<Option<String>>,
    ) -> Result<(Self, Option<String>)> {
        let file = file(workspace);
        let failed = |error: io::Error| unwritten(&file, &error);
        let folder = file.parent().unwrap_or(workspace);
        fs::create_dir_all(folder).map_err(failed)?;
        let lock_file = file.with_extension("lock");
        let _lock = lock::acquire(&lock_file).map_err(|error| unlocked(&lock_file, &error))?;
        let mut progress = Self::read(workspace)?;
        let before = progress.clone();
        change(&mut progress);
        let mut kept = None;
        if progress != before {
            sweep(folder);
            kept = keep(&file).map_err(failed)?;
            write_atomically(&file, &progress.text()?).map_err(failed)?;
        }
        Ok((progress, kept))
    }

    /// The whole file.
    pub(super) fn text(&self) -> Result<String> {
        let text = toml::to_string_pretty(self).map_err(|error| {
            Failure::environment(format!("your progress cannot be written as TOML: {error}"))
                .hint("This is a bug: please report it.")
        })?;
        Ok(format!("{HEADER}{text}"))
    }
}

pub(super) fn parse(file: &Path, text: &str) -> Result<Progress> {
    #[derive(Deserialize)]
    struct SchemaVersion {
        schema: u32,
    }
    if text.trim().is_empty() {
        return Err(Failure::environment(format!("{} is empty, and was left as it is", file.display())).hint(
            "Bring back a copy of it, or remove it to start again, which does not touch the account: `msl-learn next` then \
             finds what stands there, one exercise at a time.",
        ));
    }
    let damaged = |error: toml::de::Error| {
        Failure::environment(format!("{} is damaged and was left as it is:\n{error}", file.display()))
            .hint("Correct the line, or move the file away to start again; neither touches the account.")
    };
    let version: SchemaVersion = toml::from_str(text).map_err(damaged)?;
    if !(1..=SCHEMA).contains(&version.schema) {
        return Err(Failure::environment(format!(
            "{} has schema {}, and this msl-learn knows schemas 1 to {SCHEMA}; the file was left as it is",
            file.display(),
            version.schema
        ))
        .hint("It was written by a newer msl-learn: update this one."));
    }
    let mut progress: Progress = toml::from_str(text).map_err(damaged)?;
    if progress.schema < STEPS {
        progress.carry_over();
    }
    if progress.schema < ROUNDS {
        progress.close_quizzes();
    }
    Ok(Progress { schema: SCHEMA, ..progress })
}

pub(super) fn file(workspace: &Path) -> PathBuf {
    workspace.join(FOLDER).join(NAME)
}

/// Copies the file to a name with the time, and removes the oldest copies. Returns the copy's path in the workspace; none if
/// there is no file yet.
fn keep_copy(file: &Path, at: Timestamp) -> io::Result<Option<String>> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let name = format!("{EARLIER}{}.toml", at.strftime("%Y-%m-%dT%H-%M-%S%.3fZ"));
    write_atomically(&file.with_file_name(&name), &text)?;
    let mut names: Vec<_> = copies(file).collect();
    names.sort_unstable();
    for old in &names[..names.len().saturating_sub(COPIES)] {
        // One copy too many does no harm.
        let _ = fs::remove_file(file.with_file_name(old));
    }
    Ok(Some(format!("{FOLDER}/{name}")))
}

/// The names of the earlier copies.
fn copies(file: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(file.parent().unwrap_or(file)).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| name.starts_with(EARLIER) && name.ends_with(".toml"))
}

/// Removes half-written files that a killed program left. Under the lock nobody else writes there, and a file that
/// cannot be removed does no harm.
fn sweep(folder: &Path) {
    let left = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in left.filter(|entry| is_temporary(&entry.file_name().to_string_lossy())) {
        let _ = fs::remove_file(entry.path());
    }
}

/// Whether `atomic-write-file` made it: a dot, the name, a dot and six letters or digits.
fn is_temporary(name: &str) -> bool {
    let suffix = name.strip_prefix('.').and_then(|name| name.strip_prefix(NAME)?.strip_prefix('.'));
    suffix.is_some_and(|suffix| suffix.len() == 6 && suffix.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn unwritten(file: &Path, error: &io::Error) -> Failure {
    Failure::environment(format!("your progress cannot be written to {}: {error}", file.display()))
        .hint("Nothing was lost. Make room on the disk, or make the folder writable, and run the command again.")
}

fn unlocked(lock: &Path, error: &io::Error) -> Failure {
    let failure = Failure::environment(format!("your progress cannot be locked with {}: {error}", lock.display()));
    match error.kind() {
        io::ErrorKind::TimedOut => {
            failure.hint("Nothing was lost. Wait for the other msl-learn, or end it, and run the command again.")
        }
        io::ErrorKind::IsADirectory => {
            failure.hint("Nothing was lost. Move that folder away, and run the command again.")
        }
        io::ErrorKind::Unsupported => {
            failure.hint("Nothing was lost. Its file system knows no locks: move the workspace to a local disk.")
        }
        _ => failure.hint("Nothing was lost. Make the folder writable, and run the command again."),
    }
}
