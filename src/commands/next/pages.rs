//! What `next` shows beside findings: walkthroughs, what an exercise leaves behind, and where to go on.

use jiff::Timestamp;
use msl_learn_checks::Learner;

use crate::catalog::{Exercise, fill};
use crate::checked::Checked;
use crate::failure::{EXIT_DONE, Result};
use crate::pages::findings;
use crate::progress::{Progress, StepState};
use crate::ui::{Line, Printer, Span, markdown};
use crate::workspace::Workspace;
use crate::workspace::starter::{Starter, lay_out};

/// Shows an exercise's walkthrough, after its chapter's introduction if it is the first, and adds its starter files.
pub fn introduce(workspace: &Workspace, exercise: &'static Exercise, printer: &mut Printer) -> Result<u8> {
    let starters = lay_out(workspace, exercise, false)?;
    Progress::update(&workspace.root, |progress| progress.start(exercise, Timestamp::now()))?;
    let text = fill(&workspace.learner(), &exercise.reading())?;
    printer.read(&text, true)?;
    let mut page = vec![Line::default()];
    page.extend(starters.iter().filter_map(Starter::news).map(|news| Line::from(Span::plain(&news))));
    printer.lines(&page)?;
    Ok(EXIT_DONE)
}

/// The findings of a finished exercise, and what it leaves behind.
pub fn passed(checked: &Checked, learner: &Learner, width: usize) -> Result<Vec<Line>> {
    let text = fill(learner, &checked.exercise.afterwards(learner.practice))?;
    let mut page = findings::checked(&checked.for_learner(learner), width);
    page.push(Line::default());
    page.extend(markdown::render(&text, width));
    page.push(Line::default());
    Ok(page)
}

/// Leads to an exercise that the learner knows.
pub fn return_to(exercise: &Exercise, state: StepState, printer: &mut Printer) -> Result<u8> {
    let again = if state == StepState::Reopened { ", which is to be done again" } else { "" };
    printer.note(&format!(
        "Next: {}{again}. Read it with `msl-learn read`; `msl-learn next` checks it.",
        exercise.heading()
    ))?;
    Ok(EXIT_DONE)
}
