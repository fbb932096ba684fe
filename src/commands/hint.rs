//! `msl-learn hint`: the next hint, each more explicit than the one before.

use std::path::Path;

use jiff::Timestamp;

use super::named_or_current;
use crate::catalog::fill;
use crate::failure::{EXIT_DONE, Result};
use crate::pages::hint::with_blocks;
use crate::progress::Progress;
use crate::ui::{Line, Meaning, Printer, Span, markdown};
use crate::workspace::Workspace;

/// # Errors
/// If there is no such exercise or no workspace, or the progress cannot be written.
pub fn run(exercise: Option<&str>, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let exercise = named_or_current(exercise, &workspace)?;
    let all = exercise.hints.len();
    let mut number = 0;
    Progress::update(&workspace.root, |progress| number = progress.hint(exercise, all, Timestamp::now()))?;
    let heading = format!("{}: hint {number} of {all}", exercise.heading());
    let mut page = vec![Line::from(Span::new(&heading, Meaning::Heading)), Line::default()];
    let hint = exercise.hints.get(number.saturating_sub(1)).copied().unwrap_or_default();
    let hint = with_blocks(&fill(&workspace.learner(), hint)?);
    page.extend(markdown::render_with(&hint, printer.width(), printer.links()));
    page.extend([Line::default(), Line::from(Span::new(after(number, all), Meaning::Dim))]);
    printer.lines(&page)?;
    Ok(EXIT_DONE)
}

fn after(number: usize, all: usize) -> &'static str {
    if number == all { "This is the last hint." } else { "Ask again for a more explicit one." }
}
