//! The learner's folder: its settings, its progress and its starter files.

pub mod starter;
#[cfg(test)]
mod tests;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use atomic_write_file::AtomicWriteFile;
use msl_learn_checks::Learner;

use crate::failure::{Failure, Result};
use crate::settings::{FILE, Settings};

/// A folder that has a settings file.
#[derive(Clone, Debug)]
pub struct Workspace {
    pub root: PathBuf,
    pub settings: Settings,
}

impl Workspace {
    /// The workspace named by `-C`, or around the current folder.
    ///
    /// # Errors
    /// When there is none, or its settings are not right.
    pub fn open(named: Option<&Path>) -> Result<Self> {
        Self::find(named)?.ok_or_else(|| {
            let place = named.map_or("this folder or above it".into(), |dir| format!("{} or above it", dir.display()));
            Failure::usage(format!("there is no workspace in {place}: no {FILE} is there")).hint(
                "Make one with `msl-learn practice` (on this machine) or `msl-learn init` (your AWS account), or name one with -C DIR.",
            )
        })
    }

    /// As [`Workspace::open`], but none is no error.
    ///
    /// # Errors
    /// When the settings are not right, or the folder named is not there.
    pub fn find(named: Option<&Path>) -> Result<Option<Self>> {
        let start = match named {
            Some(dir) => {
                fs::canonicalize(dir).map_err(|error| Failure::usage(format!("-C {}: {error}", dir.display())))?
            }
            None => env::current_dir().map_err(|error| Failure::environment(format!("the current folder: {error}")))?,
        };
        let root = start.ancestors().find(|folder| folder.join(FILE).is_file());
        root.map(Self::at).transpose()
    }

    /// The workspace in exactly this folder.
    ///
    /// # Errors
    /// When its settings are not right.
    pub fn at(root: &Path) -> Result<Self> {
        Ok(Self { root: root.to_owned(), settings: Settings::read(root)? })
    }

    /// Makes a workspace in `root` with this settings file, which must not exist yet.
    ///
    /// # Errors
    /// When there is one already, or the folder cannot be written.
    pub fn create(root: &Path, settings: &str) -> Result<Self> {
        let file = root.join(FILE);
        let failed =
            |error: std::io::Error| Failure::environment(format!("{} cannot be written: {error}", file.display()));
        refuse_existing(root)?;
        fs::create_dir_all(root).map_err(failed)?;
        write_atomically(&file, settings).map_err(failed)?;
        Self::at(root)
    }

    /// The learner that the settings describe.
    pub fn learner(&self) -> Learner {
        Learner { workspace: Some(self.root.clone()), ..self.settings.learner() }
    }
}

/// # Errors
/// When `root` is a workspace already.
pub fn refuse_existing(root: &Path) -> Result<()> {
    let file = root.join(FILE);
    if !file.exists() {
        return Ok(());
    }
    Err(Failure::usage(format!("{} is there already and is kept as it is", file.display()))
        .hint("Edit it, or make the workspace in another folder: `msl-learn init DIR`."))
}

/// The whole file or nothing of it.
pub fn write_atomically(file: &Path, text: &str) -> std::io::Result<()> {
    let mut writer = AtomicWriteFile::open(file)?;
    writer.write_all(text.as_bytes())?;
    writer.commit()
}
