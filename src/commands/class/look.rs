//! What several commands of a class need: its results, as they stand now.

use std::path::Path;

use jiff::Timestamp;

use crate::catalog::Exercise;
use crate::class::decisions::Decisions;
use crate::class::folder::ClassFolder;
use crate::class::results::ClassResults;
use crate::failure::Result;

/// A class with all that is kept of it, and the exercises that are asked about.
pub struct OpenClass {
    pub class: ClassFolder,
    pub results: ClassResults,
    pub decisions: Decisions,
    pub wanted: Vec<&'static Exercise>,
}

impl OpenClass {
    /// The class named by `-C`, or around the current folder.
    ///
    /// # Errors
    /// If there is none, or it does not do the chapter.
    pub fn open(directory: Option<&Path>, chapter: Option<u8>) -> Result<Self> {
        Self::of(ClassFolder::open(directory)?, chapter)
    }

    /// The same class, as it stands now.
    ///
    /// # Errors
    /// As [`OpenClass::open`].
    pub fn again(root: &Path, chapter: Option<u8>) -> Result<Self> {
        Self::of(ClassFolder::at(root)?, chapter)
    }

    fn of(class: ClassFolder, chapter: Option<u8>) -> Result<Self> {
        let wanted = class.settings.exercises_of(chapter)?;
        // What is too old is told by no command, whichever is the first to look.
        ClassResults::forget(&class.root, class.settings.keep_days, Timestamp::now())?;
        let results = ClassResults::read(&class.root)?;
        let decisions = Decisions::read(&class.root)?;
        Ok(Self { class, results, decisions, wanted })
    }
}
