//! The one choice at the end of setting up: to read chapter 1, or to build a page now and read when it is needed.

use std::io::{IsTerminal as _, stdin, stdout};

use crate::catalog::Plan;
use crate::dialogue::menu;
use crate::failure::Result;
use crate::ui::{Printer, Reply, prompt_or_leave};
use crate::workspace::Workspace;

const CHOICES: [(&str, Plan); 2] = [
    ("Read chapter 1 first: what cloud, serverless and the services are.", Plan::All),
    (
        "Build now: a page in your browser, with ten lines to type. You read each chapter when it is needed.",
        Plan::Build,
    ),
];

/// Changes the steps of a workspace that is there, and says so.
///
/// # Errors
/// If the settings cannot be written.
pub fn change(workspace: Workspace, steps: Plan, printer: &mut Printer) -> Result<Workspace> {
    let workspace = workspace.with_steps(steps)?;
    printer.note(&format!(
        "This workspace leads through other steps now: `steps = \"{}\"` in msl-learn.toml. What is done stays done.",
        steps.name()
    ))?;
    Ok(workspace)
}

/// The workspace with the steps that the learner chooses; who leaves the question, and who has no terminal, reads first.
///
/// # Errors
/// If the settings cannot be written.
pub fn choose(workspace: Workspace, printer: &mut Printer) -> Result<Workspace> {
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        printer.note("To build first and read later: `msl-learn practice --steps build`.")?;
        return Ok(workspace);
    }
    printer.text("The practice account runs. Where do you begin?")?;
    let labels = CHOICES.map(|(label, _)| label);
    match prompt_or_leave(|| menu::one(&labels, printer.width()).raw_prompt(), "--steps")? {
        Reply::Given(chosen) => workspace.with_steps(CHOICES[chosen.index].1),
        Reply::Left | Reply::Interrupted => Ok(workspace),
    }
}
