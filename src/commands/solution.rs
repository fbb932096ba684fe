//! `msl-learn solution`: the worked solution, ready to run with the learner's own names.

use std::io::{IsTerminal as _, stdout};
use std::path::Path;

use inquire::Confirm;
use jiff::Timestamp;

use super::named_or_current;
use crate::catalog::fill;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::progress::Progress;
use crate::ui::{Printer, prompt};
use crate::workspace::Workspace;

/// # Errors
/// If there is no such exercise, no workspace, or no terminal to ask on.
pub fn run(exercise: Option<&str>, yes: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let exercise = named_or_current(exercise, &workspace)?;
    if exercise.solution.is_empty() {
        let id = exercise.id();
        return Err(Failure::usage(format!("{} has no worked solution: there is nothing to run", exercise.heading()))
            .hint(format!("`msl-learn read {id}` shows what to do, `msl-learn hint {id}` helps.")));
    }
    let done = Progress::read(&workspace.root)?.entry(exercise).done.is_some();
    let question = format!("{} is not done yet. Show its solution anyway?", exercise.heading());
    if !done && !yes && !prompt(|| Confirm::new(&question).with_default(false).prompt(), "--yes")? {
        printer.note("`msl-learn hint` says a little at a time.")?;
        return Ok(EXIT_DONE);
    }
    Progress::update(&workspace.root, |progress| progress.show_solution(exercise, Timestamp::now()))?;
    printer.code("sh", &fill(&workspace.learner(), exercise.solution)?)?;
    if stdout().is_terminal() {
        printer.note(&format!(
            "\nIt is a script for bash, not for the prompt. Save and run it:\n    msl-learn solution {0} --yes > solution-{0}.sh; \
             bash solution-{0}.sh",
            exercise.id()
        ))?;
    }
    Ok(EXIT_DONE)
}
