//! `msl-learn skip`: a way past an exercise that does not come to an end; recorded as skipped, never as done.

use std::path::Path;

use jiff::Timestamp;

use super::shown;
use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::progress::Progress;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// When there is no such exercise or no workspace, it is done, or the progress cannot be written.
pub fn run(exercise: &str, undo: bool, place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(place)?;
    let exercise = catalog::exercise(exercise)?;
    if undo { bring_back(exercise, &workspace, printer) } else { pass_over(exercise, &workspace, printer) }
}

fn pass_over(exercise: &'static Exercise, workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let (heading, id) = (exercise.heading(), exercise.id());
    let mut new = false;
    let progress = Progress::update(&workspace.root, |progress| new = progress.skip(exercise, Timestamp::now()))?;
    if progress.entry(exercise).is_done() {
        return Err(Failure::usage(format!("{heading} is done, so there is nothing to skip")));
    }
    if !new {
        return shown(printer.note(&format!("{heading} was skipped already.")));
    }
    shown(printer.note(&format!(
        "{heading} is skipped, which is not done: `msl-learn next` goes on without it. \
         `msl-learn skip {id} --undo` brings it back."
    )))
}

fn bring_back(exercise: &'static Exercise, workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let mut new = false;
    Progress::update(&workspace.root, |progress| new = progress.unskip(exercise, Timestamp::now()))?;
    let heading = exercise.heading();
    if !new {
        return Err(Failure::usage(format!("{heading} is not skipped, so there is nothing to bring back")));
    }
    shown(printer.note(&format!("{heading} is no longer skipped.")))
}
