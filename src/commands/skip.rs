//! `msl-learn skip`: goes past a step; it is recorded as skipped, never as done.

use std::path::Path;

use jiff::Timestamp;

use crate::catalog::{self, Step};
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::progress::Progress;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If there is no such step or no workspace, it is done, or the progress cannot be written.
pub fn run(step: Option<&str>, undo: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let step = step.map_or_else(|| next(&workspace), catalog::step)?;
    if undo { bring_back(step, &workspace, printer) } else { pass_over(step, &workspace, printer) }
}

fn next(workspace: &Workspace) -> Result<Step> {
    let next = Progress::read(&workspace.root)?.step(workspace.settings.steps);
    next.ok_or_else(|| Failure::usage("every step is done or skipped, so there is no next one"))
}

fn pass_over(step: Step, workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let (heading, id) = (step.heading(), step.id());
    let mut new = false;
    let progress = Progress::update(&workspace.root, |progress| new = progress.skip_step(step, Timestamp::now()))?;
    if progress.is_finished(step) {
        return Err(Failure::usage(format!("{heading} is done, so there is nothing to skip")));
    }
    if !new {
        let is_out_of_reach = step.exercise().is_some_and(|exercise| progress.entry(exercise).unavailable.is_some());
        let is_brought = step.exercise().is_some_and(|exercise| progress.entry(exercise).is_brought());
        let how = if is_brought {
            "is in the account, which was brought here: there is nothing to skip"
        } else if is_out_of_reach {
            "is not available to you, as you said: there is nothing to skip"
        } else {
            "is skipped already"
        };
        printer.note(&format!("{heading} {how}."))?;
        return Ok(EXIT_DONE);
    }
    printer.note(&format!(
        "Skipped: {heading}. (Skipped is not done.) `msl-learn next` goes on without it; \
         `msl-learn skip {id} --undo` brings it back."
    ))?;
    Ok(EXIT_DONE)
}

fn bring_back(step: Step, workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let mut new = false;
    Progress::update(&workspace.root, |progress| new = progress.unskip_step(step, Timestamp::now()))?;
    let heading = step.heading();
    if !new {
        return Err(Failure::usage(format!("{heading} is not skipped, so there is nothing to bring back")));
    }
    printer.note(&format!("{heading} is no longer skipped."))?;
    Ok(EXIT_DONE)
}
