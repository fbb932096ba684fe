//! Exercises that not every account can have: the learner says first whether it is available to them, and is asked once.

use jiff::Timestamp;

use super::Answers;
use crate::catalog::{Exercise, fill};
use crate::failure::Result;
use crate::progress::Progress;
use crate::ui::{Line, Printer, markdown};
use crate::workspace::Workspace;

/// Whether the exercise may be out of the learner's reach, nothing was said of that yet, and somebody is there to ask.
pub fn is_due(exercise: &Exercise, progress: &Progress, answers: &Answers) -> bool {
    let entry = progress.entry(exercise);
    let is_unknown = entry.is_open() && entry.done.is_none() && !entry.available;
    exercise.availability.is_some() && is_unknown && answers.reach(exercise)
}

/// Asks whether the exercise is available to the learner, and keeps the answer. Returns whether the account is to be
/// checked.
///
/// # Errors
/// If the learner leaves, a given answer is invalid, or the progress cannot be written.
pub fn ask(
    exercise: &'static Exercise,
    workspace: &Workspace,
    answers: &Answers,
    printer: &mut Printer,
) -> Result<bool> {
    let Some(availability) = &exercise.availability else { return Ok(true) };
    let learner = workspace.learner();
    let shown = |template| -> Result<Vec<Line>> {
        let mut lines = markdown::render(&fill(&learner, template)?, printer.width());
        lines.push(Line::default());
        Ok(lines)
    };
    let (question, without) = (shown(availability.question)?, shown(availability.without)?);
    printer.lines(&question)?;
    let is_available = answers.is_available(exercise, printer.width())?;
    Progress::update(&workspace.root, |progress| {
        progress.answer_availability(exercise, is_available, Timestamp::now());
    })?;
    if !is_available {
        printer.lines(&without)?;
        printer.note(&format!(
            "{} counts neither as done nor as open. `msl-learn skip {} --undo` brings it back.",
            exercise.heading(),
            exercise.id()
        ))?;
    }
    Ok(is_available)
}
