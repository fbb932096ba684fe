//! `msl-learn quiz`: the questions of a chapter.

use std::path::Path;

use crate::catalog::{self, CHAPTERS, Chapter, Step};
use crate::cli::Quiz;
use crate::failure::{Failure, Result};
use crate::progress::Progress;
use crate::quiz;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// When the chapter has no quiz, the answers are not right, or there is no terminal to ask on.
pub fn run(command: &Quiz, place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::find(place)?;
    let workspace = workspace.as_ref();
    let chapter = match command.chapter {
        Some(number) => catalog::chapter_with_quiz(number)?,
        None => current(workspace)?,
    };
    if command.print {
        return quiz::print(chapter, workspace, printer);
    }
    match &command.answers {
        Some(file) => quiz::answer(chapter, file, command.format, workspace, printer),
        None => quiz::ask(chapter, command.seed, workspace, printer),
    }
}

/// The chapter of the next step; the last one when there is none.
fn current(workspace: Option<&Workspace>) -> Result<&'static Chapter> {
    let workspace = workspace.ok_or_else(|| {
        Failure::usage("there is no workspace here, so there is no current chapter")
            .hint("Name a chapter: `msl-learn quiz 4`.")
    })?;
    let step = Progress::read(&workspace.root)?.step(workspace.settings.steps);
    let last = CHAPTERS.last().map(|chapter| chapter.number);
    catalog::chapter_with_quiz(step.map(Step::chapter).or(last).unwrap_or_default())
}
