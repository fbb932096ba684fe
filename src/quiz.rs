//! A chapter's quiz: its questions are asked, or answered from a file, and marked; the score goes into the progress.

mod answers;
mod dialogue;
mod document;
mod question;

use std::path::Path;

use jiff::Timestamp;

use crate::catalog::Chapter;
use crate::cli::Format;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::pages::quiz as page;
use crate::progress::{Attempts, Progress};
use crate::ui::{Line, Printer};
use crate::workspace::Workspace;

pub use answers::lines as answer_lines;
pub use dialogue::{many, one};
pub use question::{Choice, Marked, Question, choices};

/// How many questions that were missed before a quiz asks again at most: enough to learn from, too few to be a burden.
const AGAIN: usize = 4;

/// Asks the chapter's questions on the terminal, after those that were missed before and are due again, explains each
/// once it is answered, and records the score. The exit code tells whether all answers to the chapter's own questions
/// were right. `seed` fixes the order of the questions and of their choices; which are due follows from the progress.
///
/// # Errors
/// Without a terminal, when the learner leaves before the end (nothing is recorded then), and when the score cannot be
/// recorded.
pub fn ask(
    chapter: &'static Chapter,
    seed: Option<u64>,
    workspace: Option<&Workspace>,
    printer: &mut Printer,
) -> Result<u8> {
    dialogue::terminal(&instead(chapter))?;
    let mut questions = with_due(chapter, workspace)?;
    question::shuffle(&mut questions, seed);
    let all = questions.len();
    let again = questions.iter().filter(|question| question.again).count();
    if again > 0 {
        printer.note(&format!("It begins with {}.", page::to_ask_again(again)))?;
        printer.line(&Line::default())?;
    }
    let mut marked = Vec::new();
    for (index, question) in questions.into_iter().enumerate() {
        marked.push(dialogue::ask(question, index + 1, all, printer)?);
    }
    let earlier = record(chapter, &marked, workspace)?;
    printer.lines(&page::score(chapter.number, &marked, &earlier, printer.width()))?;
    conclude(chapter, &marked, workspace, printer)
}

/// What answers without a terminal.
pub fn instead(chapter: &Chapter) -> String {
    format!("`msl-learn quiz {} --answers FILE`", chapter.number)
}

/// Marks the answers in `file`, explains them, and records the score. Only the chapter's own questions are asked, so that
/// a file that answers them once always does.
///
/// # Errors
/// When the file cannot be read, is not right or leaves a question out, and when the score cannot be recorded.
pub fn answer(
    chapter: &'static Chapter,
    file: &Path,
    format: Format,
    workspace: Option<&Workspace>,
    printer: &mut Printer,
) -> Result<u8> {
    let marked = answers::read(file, questions(chapter, workspace)?)?;
    let earlier = record(chapter, &marked, workspace)?;
    if format == Format::Json {
        printer.json(&document::of(chapter, &marked))?;
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

/// Prints the questions with the ids and letters that an answers file names.
///
/// # Errors
/// When stdout cannot be written.
pub fn print(chapter: &Chapter, workspace: Option<&Workspace>, printer: &mut Printer) -> Result<u8> {
    let questions = questions(chapter, workspace)?;
    for (index, question) in questions.iter().enumerate() {
        let mut lines = page::question(question, index + 1, questions.len(), printer.width());
        lines.extend(page::choices(question, printer.width()));
        printer.lines(&lines)?;
    }
    Ok(EXIT_DONE)
}

fn questions(chapter: &Chapter, workspace: Option<&Workspace>) -> Result<Vec<Question>> {
    let learner = Workspace::learner_or_example(workspace);
    chapter.quiz.iter().map(|question| Question::new(chapter.number, question, &learner)).collect()
}

/// The chapter's questions with those before them that are due again; a due one of this chapter is asked once.
fn with_due(chapter: &'static Chapter, workspace: Option<&Workspace>) -> Result<Vec<Question>> {
    let mut questions = questions(chapter, workspace)?;
    let Some(workspace) = workspace else { return Ok(questions) };
    let learner = workspace.learner();
    for (of, due) in Progress::read(&workspace.root)?.due(chapter).into_iter().take(AGAIN) {
        match questions.iter_mut().find(|own| (own.chapter, own.id) == (of.number, due.id)) {
            Some(own) => own.again = true,
            None => questions.push(Question { again: true, ..Question::new(of.number, due, &learner)? }),
        }
    }
    Ok(questions)
}

/// Keeps the score where there is a workspace, and gives the attempts before this one.
fn record(chapter: &Chapter, marked: &[Marked], workspace: Option<&Workspace>) -> Result<Attempts> {
    let Some(workspace) = workspace else { return Ok(Attempts::default()) };
    let mut earlier = Attempts::default();
    Progress::update(&workspace.root, |progress| {
        earlier = progress.quiz(chapter);
        progress.take_quiz(chapter, marked, Timestamp::now());
    })?;
    Ok(earlier)
}

fn conclude(chapter: &Chapter, marked: &[Marked], workspace: Option<&Workspace>, printer: &mut Printer) -> Result<u8> {
    if workspace.is_none() {
        printer.note("The score was not kept: there is no workspace here.")?;
    }
    let mut own = marked.iter().filter(|answer| answer.question.chapter == chapter.number);
    Ok(if own.all(Marked::is_right) { EXIT_DONE } else { EXIT_NOT_DONE })
}
