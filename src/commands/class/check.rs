//! `msl-learn class check` and `class stuck`: a round through all accounts, and where the class is stuck.

use std::path::Path;

use jiff::Timestamp;

use super::look::OpenClass;
use crate::check::EventLoop;
use crate::class::class_round::{self, Round};
use crate::class::folder::ClassFolder;
use crate::class::kinds::ClassAccounts;
use crate::class::notices::Notices;
use crate::class::reading::instructor;
use crate::class::results::ClassResults;
use crate::class::standing::ClassStanding;
use crate::cli::SectionArgs;
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, Failure, Result};
use crate::pages::class;
use crate::ui::Printer;

/// # Errors
/// If the class reads no accounts, or the results cannot be written.
pub fn run(chapter: Option<u8>, whom: &SectionArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let folder = ClassFolder::open(directory)?;
    let unread = round(&folder, chapter, whom.section.as_deref())?;
    stuck(chapter, whom, directory, printer)?;
    Ok(if unread == 0 { EXIT_DONE } else { EXIT_CANNOT_TELL })
}

/// Reads the account of every learner, or of every one in the section, once. Returns how many could not be read.
///
/// # Errors
/// As [`run`].
pub fn round(class: &ClassFolder, chapter: Option<u8>, section: Option<&str>) -> Result<usize> {
    refuse_without_accounts(class)?;
    class.roster.refuse_unknown_section(section)?;
    let wanted = class.settings.exercises_of(chapter)?;
    let now = Timestamp::now();
    ClassResults::forget(&class.root, class.settings.keep_days, now)?;
    ClassResults::thin(&class.root)?;
    let aws = EventLoop::new()?.block_on(instructor(class))?;
    let asked = Round { chapter, section, wanted: &wanted };
    let lines = class_round::run(class, &aws, &asked, now)?;
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
/// If there is no class, it does not do the chapter, or nobody is in the section.
pub fn stuck(chapter: Option<u8>, whom: &SectionArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let open = OpenClass::open(directory, chapter)?;
    let mut standing = ClassStanding::of(&open.class, &open.results, &open.decisions, &open.wanted);
    open.class.roster.refuse_unknown_section(whom.section.as_deref())?;
    if let Some(section) = &whom.section {
        standing = standing.of_section(section);
    }
    let notices = Notices::read(&open.class.root)?.0;
    printer.lines(&class::stuck(&standing, &notices, Timestamp::now(), printer.width()))?;
    Ok(EXIT_DONE)
}
