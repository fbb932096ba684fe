//! `msl-learn solution`: the worked solution, ready to run with the learner's own names.

use std::path::Path;

use inquire::Confirm;

use super::{fill, named_or_current, shown};
use crate::failure::Result;
use crate::progress::Progress;
use crate::ui::{Printer, prompt};
use crate::workspace::Workspace;

/// # Errors
/// When there is no such exercise or no workspace, and when there is no terminal to ask on.
pub fn run(exercise: Option<&str>, yes: bool, place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(place)?;
    let exercise = named_or_current(exercise, &workspace)?;
    let done = Progress::read(&workspace.root)?.entry(exercise).done.is_some();
    let question = format!("{} is not done yet. Show its solution all the same?", exercise.heading());
    if !done && !yes && !prompt(Confirm::new(&question).with_default(false).prompt(), "--yes")? {
        return shown(printer.note("`msl-learn hint` says a little at a time."));
    }
    shown(printer.script(&fill(&workspace.learner(), exercise.solution)?))
}
