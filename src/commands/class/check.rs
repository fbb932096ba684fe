//! `msl-learn class check` and `class stuck`: a round through all accounts, and where the class is stuck.

use std::path::Path;

use jiff::Timestamp;

use super::look::OpenClass;
use crate::check::EventLoop;
use crate::class::class_round;
use crate::class::folder::ClassFolder;
use crate::class::kinds::ClassAccounts;
use crate::class::reading::instructor;
use crate::class::results::ClassResults;
use crate::class::standing::ClassStanding;
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, Failure, Result};
use crate::pages::class;
use crate::ui::Printer;

/// # Errors
/// If the class reads no accounts, or the results cannot be written.
pub fn run(chapter: Option<u8>, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let folder = ClassFolder::open(directory)?;
    let unread = round(&folder, chapter)?;
    stuck(chapter, directory, printer)?;
    Ok(if unread == 0 { EXIT_DONE } else { EXIT_CANNOT_TELL })
}

/// Reads every learner's account once. Returns how many could not be read.
pub fn round(class: &ClassFolder, chapter: Option<u8>) -> Result<usize> {
    refuse_without_accounts(class)?;
    let wanted = class.settings.exercises_of(chapter)?;
    let now = Timestamp::now();
    ClassResults::forget(&class.root, class.settings.keep_days, now)?;
    ClassResults::thin(&class.root)?;
    let aws = EventLoop::new()?.block_on(instructor(class))?;
    let lines = class_round::run(class, &aws, chapter, &wanted, now)?;
    Ok(lines.iter().filter(|line| line.trouble.is_some()).count())
}

/// # Errors
/// If the learners hand in.
pub fn refuse_without_accounts(class: &ClassFolder) -> Result<()> {
    if class.settings.accounts == ClassAccounts::Own {
        return Ok(());
    }
    Err(Failure::usage("this class reads no accounts: its learners hand in")
        .hint("Take their files with `msl-learn class collect FOLDER`; `msl-learn class stuck` shows where they are."))
}

/// # Errors
/// If there is no class, or it does not do the chapter.
pub fn stuck(chapter: Option<u8>, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let open = OpenClass::open(directory, chapter)?;
    let standing = ClassStanding::of(&open.class, &open.results, &open.decisions, &open.wanted);
    printer.lines(&class::stuck(&standing, Timestamp::now(), printer.width()))?;
    Ok(EXIT_DONE)
}
