//! `msl-learn reset`: forgets what is recorded of one exercise; the account and the starter files stay as they are.

use std::path::Path;

use inquire::Confirm;
use jiff::Timestamp;

use super::say_kept;
use crate::catalog;
use crate::failure::{EXIT_DONE, Result};
use crate::progress::Progress;
use crate::ui::{Printer, prompt};
use crate::workspace::Workspace;

/// # Errors
/// If there is no such exercise or no workspace, there is no terminal to ask on, or the progress cannot be written.
pub fn run(exercise: &str, yes: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let exercise = catalog::exercise(exercise)?;
    let heading = exercise.heading();
    let question = format!("Forget that {heading} was done or skipped, its hints and its results?");
    if !yes && !prompt(|| Confirm::new(&question).with_default(false).prompt(), "--yes")? {
        printer.note("Nothing was changed.")?;
        return Ok(EXIT_DONE);
    }
    let now = Timestamp::now();
    let (_, earlier) = Progress::overwrite(&workspace.root, now, |progress| progress.reset(exercise, now))?;
    printer.note(&format!(
        "{heading} is to be done again. Your account and your starter files were not touched: \
         `msl-learn start {}` compares them.",
        exercise.id()
    ))?;
    say_kept(earlier.as_deref(), printer)?;
    Ok(EXIT_DONE)
}
