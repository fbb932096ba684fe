//! `msl-learn quiz`: the questions of a chapter.

use std::path::Path;

use crate::catalog::{self, CHAPTERS, Chapter, Step};
use crate::cli::{Format, QuizArgs};
use crate::dialogue::quiz::{ask, conclude, record};
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::pages::quiz as page;
use crate::progress::Progress;
use crate::quiz::{QuizDocument, questions, read_answers};
use crate::ui::{Line, Printer};
use crate::workspace::Workspace;

/// # Errors
/// If the chapter has no quiz, the answers are invalid, or there is no terminal to ask on.
pub fn run(quiz: &QuizArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::find(directory)?;
    let workspace = workspace.as_ref();
    let chapter = match &quiz.chapter {
        Some(name) => catalog::quiz(name)?,
        None => current(workspace)?,
    };
    if quiz.print {
        return print(chapter, workspace, printer);
    }
    match &quiz.answers {
        Some(file) => answer(chapter, file, quiz.format, workspace, printer),
        None => ask(chapter, quiz.seed, workspace, printer),
    }
}

/// The chapter of the next step; the last one if there is none.
fn current(workspace: Option<&Workspace>) -> Result<&'static Chapter> {
    let workspace = workspace.ok_or_else(|| {
        Failure::usage("there is no workspace here, so there is no current chapter")
            .hint("Name a chapter: `msl-learn quiz 4`.")
    })?;
    let step = Progress::read(&workspace.root)?.step(workspace.settings.steps);
    let last = CHAPTERS.last().map(|chapter| chapter.number);
    catalog::chapter_with_quiz(step.map(Step::chapter).or(last).unwrap_or_default())
}

/// Prints the questions with the ids and letters that a file of answers uses.
fn print(chapter: &Chapter, workspace: Option<&Workspace>, printer: &mut Printer) -> Result<u8> {
    let questions = questions(chapter, &Workspace::learner_or_example(workspace))?;
    for (index, question) in questions.iter().enumerate() {
        let mut lines = page::question(question, index + 1, questions.len(), printer.width());
        lines.extend(page::choices(question, printer.width()));
        printer.lines(&lines)?;
    }
    Ok(EXIT_DONE)
}

/// Marks the answers in `file`, explains them, and records the score. Only the chapter's own questions count, so that a
/// file that answers them once always does.
fn answer(
    chapter: &'static Chapter,
    file: &Path,
    format: Format,
    workspace: Option<&Workspace>,
    printer: &mut Printer,
) -> Result<u8> {
    let marked = read_answers(file, questions(chapter, &Workspace::learner_or_example(workspace))?)?;
    let earlier = record(chapter, &marked, workspace)?;
    if format == Format::Json {
        printer.json(&QuizDocument::new(chapter, &marked))?;
        return conclude(chapter, &marked, workspace, printer);
    }
    for (index, answer) in marked.iter().enumerate() {
        let mut lines = page::question(&answer.question, index + 1, marked.len(), printer.width());
        lines.extend(page::explained(answer, printer.width()));
        lines.push(Line::default());
        printer.lines(&lines)?;
    }
    printer.lines(&page::score(chapter.number, &marked, &earlier, printer.width()))?;
    conclude(chapter, &marked, workspace, printer)
}
