//! The learner's folder: its settings, its progress and its starter files.

pub mod breaking;
pub mod name;
pub mod own;
pub mod place;
mod settings;
pub mod settings_text;
pub mod starter;
#[cfg(test)]
mod tests;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use atomic_write_file::AtomicWriteFile;
use msl_learn_checks::Learner;

use crate::catalog::Plan;
use crate::failure::{Failure, Result};

pub use settings::{BOOK_REGION, FILE, NameOverrides, Settings};

/// The folder of the practice workspace if none is named.
pub const PRACTICE_FOLDER: &str = "msl-practice";

/// A folder that has a settings file.
#[derive(Clone, Debug)]
pub struct Workspace {
    pub root: PathBuf,
    pub settings: Settings,
}

impl Workspace {
    /// The workspace named by `-C`, or around the current folder, or the practice workspace in it.
    ///
    /// # Errors
    /// If there is none, or its settings are invalid.
    pub fn open(named: Option<&Path>) -> Result<Self> {
        Self::find(named)?.ok_or_else(|| {
            let place = named.map_or("this folder or above it".into(), |dir| format!("{} or above it", dir.display()));
            Failure::usage(format!("there is no workspace in {place}: no {FILE} was found")).hint(
                "Make one with `msl-learn practice` (on this machine) or `msl-learn init` (your AWS account), or name one with -C DIR.",
            )
        })
    }

    /// As [`Workspace::open`], but a missing workspace is no error.
    ///
    /// # Errors
    /// If the settings are invalid, or the named folder does not exist.
    pub fn find(named: Option<&Path>) -> Result<Option<Self>> {
        root(named)?.map(|root| Self::at(&root)).transpose()
    }

    /// The workspace in exactly this folder.
    ///
    /// # Errors
    /// If its settings are invalid.
    pub fn at(root: &Path) -> Result<Self> {
        Ok(Self { root: root.to_owned(), settings: Settings::read(root)? })
    }

    /// Makes a workspace in `root` with these settings.
    ///
    /// # Errors
    /// If there is one already, a setting is invalid, or the folder cannot be written.
    pub fn create(root: &Path, settings: &Settings) -> Result<Self> {
        let file = root.join(FILE);
        let failed =
            |error: std::io::Error| Failure::environment(format!("{} cannot be written: {error}", file.display()));
        refuse_existing(root)?;
        if root.is_file() {
            return Err(Failure::usage(format!("{} is a file, and a workspace is a folder", root.display()))
                .hint("Name another folder, or move the file away."));
        }
        settings.validate(&file)?;
        fs::create_dir_all(root).map_err(failed)?;
        write_atomically(&file, &settings.text()).map_err(failed)?;
        Self::at(root)
    }

    /// The same workspace with other steps; the rest of its settings file stays as it is.
    ///
    /// # Errors
    /// If the settings cannot be read or written.
    pub fn with_steps(self, steps: Plan) -> Result<Self> {
        let file = self.root.join(FILE);
        let text = fs::read_to_string(&file)
            .map_err(|error| Failure::environment(format!("{} cannot be read: {error}", file.display())))?;
        write_atomically(&file, &settings::with_steps(&text, steps))
            .map_err(|error| Failure::environment(format!("{} cannot be written: {error}", file.display())))?;
        Self::at(&self.root)
    }

    /// The learner that the settings describe.
    pub fn learner(&self) -> Learner {
        Learner { workspace: Some(self.root.clone()), ..self.settings.learner() }
    }

    /// The learner of the workspace; outside of one, the book's reader, who owns example.com.
    pub fn learner_or_example(workspace: Option<&Self>) -> Learner {
        workspace.map_or_else(|| Settings::example().learner(), Self::learner)
    }
}

/// The folder of the workspace that [`Workspace::find`] finds.
///
/// # Errors
/// If the named folder does not exist.
pub fn root(named: Option<&Path>) -> Result<Option<PathBuf>> {
    let start = start_of_search(named)?;
    let is_workspace = |folder: &Path| folder.join(FILE).is_file();
    let around = start.ancestors().find(|folder| is_workspace(folder)).map(Path::to_owned);
    // Where `msl-learn practice` was run, what it made is meant.
    let below = || Some(start.join(PRACTICE_FOLDER)).filter(|folder| is_workspace(folder));
    Ok(around.or_else(below))
}

/// The options that commands need to find the workspace in `root` from the current folder, such as `-C class`, quoted for a
/// shell; `None` if they find it without. `is_whole` is whether they must work from any other folder, too.
pub fn options(root: &Path, is_whole: bool) -> Option<String> {
    let here = env::current_dir().ok()?;
    if self::root(None).ok().flatten().is_some_and(|found| found == root) {
        return None;
    }
    let below = root.strip_prefix(&here).ok().filter(|below| !is_whole && !below.as_os_str().is_empty());
    let folder = below.unwrap_or(root).to_string_lossy().into_owned();
    // A name of several lines would be several commands.
    (!folder.contains(char::is_control)).then(|| format!("-C {}", shell_words::quote(&folder)))
}

/// # Errors
/// If `root` is a workspace already.
pub fn refuse_existing(root: &Path) -> Result<()> {
    let file = root.join(FILE);
    if !file.exists() {
        return Ok(());
    }
    Err(Failure::usage(format!("{} exists already and is kept as it is", file.display()))
        .hint("Edit it, or make the workspace in another folder: `msl-learn init DIR`."))
}

/// The folder named by `-C`, or the current one: from there the folders above are searched.
///
/// # Errors
/// If it does not exist.
pub fn start_of_search(named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(dir) => fs::canonicalize(dir).map_err(|error| Failure::usage(format!("-C {}: {error}", dir.display()))),
        None => env::current_dir().map_err(|error| Failure::environment(format!("the current folder: {error}"))),
    }
}

/// Writes the whole file or nothing of it.
pub fn write_atomically(file: &Path, content: &(impl AsRef<[u8]> + ?Sized)) -> std::io::Result<()> {
    let mut writer = AtomicWriteFile::open(file)?;
    writer.write_all(content.as_ref())?;
    writer.commit()
}
