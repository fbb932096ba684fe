//! `msl-learn reset`: forgets what is recorded of one exercise; the account and the starter files stay as they are.

use std::path::Path;

use inquire::Confirm;
use jiff::Timestamp;

use super::shown;
use crate::catalog;
use crate::failure::Result;
use crate::progress::Progress;
use crate::ui::{Printer, prompt};
use crate::workspace::Workspace;

/// # Errors
/// When there is no such exercise or no workspace, there is no terminal to ask on, or the progress cannot be written.
pub fn run(exercise: &str, yes: bool, place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(place)?;
    let exercise = catalog::exercise(exercise)?;
    let heading = exercise.heading();
    let question = format!("Forget that {heading} was done or skipped, its hints and what was seen of it?");
    if !yes && !prompt(Confirm::new(&question).with_default(false).prompt(), "--yes")? {
        return shown(printer.note("Nothing was changed."));
    }
    Progress::update(&workspace.root, |progress| progress.reset(exercise, Timestamp::now()))?;
    shown(printer.note(&format!(
        "{heading} is to be done again. Nothing in your account was touched, and your starter files are as they were: \
         `msl-learn start {}` compares them.",
        exercise.id()
    )))
}
