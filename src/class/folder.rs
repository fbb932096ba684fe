//! The folder of a class, which the instructor has.

use std::path::{Path, PathBuf};

use super::closed;
use super::roster::{ClassLearner, Roster};
use super::settings::{CLASS_FILE, ClassSettings};
use crate::failure::{Failure, Result};
use crate::workspace::{Settings, start_of_search};

/// A class that is open.
#[derive(Clone, Debug)]
pub struct ClassFolder {
    pub root: PathBuf,
    pub settings: ClassSettings,
    pub roster: Roster,
}

impl ClassFolder {
    /// The class named by `-C`, or around the current folder.
    ///
    /// # Errors
    /// If there is none, it was closed, or a file of it is invalid.
    pub fn open(named: Option<&Path>) -> Result<Self> {
        let start = start_of_search(named)?;
        let root = around(&start).ok_or_else(|| {
            Failure::usage(format!("there is no class in {} or above it: no {CLASS_FILE} was found", start.display()))
                .hint("Make one with `msl-learn class init --from FILE`, or name one with -C DIR.")
        })?;
        Self::at(root)
    }

    /// The same class, if there is one that was not closed.
    ///
    /// # Errors
    /// If a file of it is invalid.
    pub fn find(named: Option<&Path>) -> Result<Option<Self>> {
        let start = start_of_search(named)?;
        around(&start).filter(|root| !closed::is_closed(root)).map(Self::at).transpose()
    }

    /// The class in exactly this folder.
    ///
    /// # Errors
    /// If it was closed, or a file of it is invalid.
    pub fn at(root: &Path) -> Result<Self> {
        let settings = ClassSettings::read(root)?;
        closed::refuse(root, &settings)?;
        let roster = Roster::read(root, settings.zone())?;
        Ok(Self { root: root.to_owned(), settings, roster })
    }

    /// The file that says which account, domain and names are a learner's: it looks as msl-learn.toml does.
    pub fn learner_file(&self, learner: &ClassLearner) -> PathBuf {
        self.root.join("learners").join(format!("{}.toml", learner.pseudonym))
    }

    /// Which account, domain and names are the learner's; `None` if they have not said so yet.
    ///
    /// # Errors
    /// If the file is invalid.
    pub fn settings_of(&self, learner: &ClassLearner) -> Result<Option<Settings>> {
        let file = self.learner_file(learner);
        if !file.exists() {
            return Ok(None);
        }
        let hint = "Correct the line, or delete the file: the learner's next hand-in writes it again.";
        Settings::read_file(&file).map(Some).map_err(|failure| failure.hint(hint))
    }
}

/// The folder itself or the first one above it that has a class.
pub fn around(start: &Path) -> Option<&Path> {
    start.ancestors().find(|folder| folder.join(CLASS_FILE).is_file())
}
