//! Asks the quiz of a chapter question by question, and records the score.

use inquire::Text;
use inquire::validator::ExactLengthValidator;
use jiff::Timestamp;

use super::menu::{many, one, require_terminal};
use crate::catalog::Chapter;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Result};
use crate::pages::quiz as page;
use crate::progress::{Attempts, Progress};
use crate::quiz::{Marked, Question, questions, shuffle};
use crate::ui::{Line, Printer, prompt};
use crate::workspace::Workspace;

/// The flag that answers without a terminal.
const FLAG: &str = "--answers FILE";
/// The most questions that a quiz asks again because they were missed: enough to learn from, too few to be a burden.
const AGAIN: usize = 4;

/// Asks the chapter's questions, after those that were missed before and are due again. Explains each once it is
/// answered, and records the score.
///
/// The exit code says whether all answers to the chapter's own questions were right. `seed` fixes the order of the
/// questions and of their choices; which ones are due follows from the progress.
///
/// # Errors
/// If there is no terminal, the learner leaves before the end (then nothing is recorded), or the score cannot be
/// recorded.
pub fn ask(
    chapter: &'static Chapter,
    seed: Option<u64>,
    workspace: Option<&Workspace>,
    printer: &mut Printer,
) -> Result<u8> {
    require_terminal(&format!("`msl-learn quiz {} {FLAG}`", chapter.number))?;
    let mut questions = with_due(chapter, workspace)?;
    shuffle(&mut questions, seed);
    announce_again(&questions, printer)?;
    let all = questions.len();
    let mut marked = Vec::new();
    for (index, question) in questions.into_iter().enumerate() {
        marked.push(ask_one(question, index + 1, all, printer)?);
    }
    let earlier = record(chapter, &marked, workspace)?;
    printer.lines(&page::score(chapter.number, &marked, &earlier, printer.width()))?;
    conclude(chapter, &marked, workspace, printer)
}

/// The chapter's questions and the earlier ones that are due again. A due question of this chapter is asked once.
fn with_due(chapter: &'static Chapter, workspace: Option<&Workspace>) -> Result<Vec<Question>> {
    let learner = Workspace::learner_or_example(workspace);
    let mut questions = questions(chapter, &learner)?;
    let Some(workspace) = workspace else { return Ok(questions) };
    for (of, due) in Progress::read(&workspace.root)?.due(chapter).into_iter().take(AGAIN) {
        match questions.iter_mut().find(|own| (own.chapter, own.id) == (of.number, due.id)) {
            Some(own) => own.again = true,
            None => questions.push(Question { again: true, ..Question::new(of.number, due, &learner)? }),
        }
    }
    Ok(questions)
}

fn announce_again(questions: &[Question], printer: &mut Printer) -> Result<()> {
    let again = questions.iter().filter(|question| question.again).count();
    if again == 0 {
        return Ok(());
    }
    printer.note(&format!("It begins with {}.", page::to_ask_again(again)))?;
    printer.line(&Line::default())
}

fn ask_one(question: Question, number: usize, all: usize, printer: &mut Printer) -> Result<Marked> {
    printer.lines(&page::question(&question, number, all, printer.width()))?;
    let marked = answer(question)?;
    let mut lines = page::explained(&marked, printer.width());
    lines.push(Line::default());
    printer.lines(&lines)?;
    if number < all {
        prompt(Text::new("Enter goes on, Esc leaves:").prompt(), FLAG)?;
        printer.line(&Line::default())?;
    }
    Ok(marked)
}

fn answer(question: Question) -> Result<Marked> {
    let labels: Vec<String> = question.choices.iter().map(|choice| page::label(&choice.text)).collect();
    let chosen = match question.right().len() {
        1 => vec![prompt(one(labels).raw_prompt(), FLAG)?.index],
        several => {
            let message = format!("Choose {several}:");
            let exact = ExactLengthValidator::new(several).with_message(format!("Choose {several} of them."));
            let taken = many(&message, labels).with_validator(exact).raw_prompt();
            prompt(taken, FLAG)?.into_iter().map(|choice| choice.index).collect()
        }
    };
    let letters = chosen.into_iter().map(|index| question.choices[index].letter).collect();
    Ok(Marked::new(question, letters))
}

/// Records the score if there is a workspace. Returns the attempts before this one.
///
/// # Errors
/// If the progress cannot be written.
pub fn record(chapter: &Chapter, marked: &[Marked], workspace: Option<&Workspace>) -> Result<Attempts> {
    let Some(workspace) = workspace else { return Ok(Attempts::default()) };
    let mut earlier = Attempts::default();
    Progress::update(&workspace.root, |progress| {
        earlier = progress.quiz(chapter);
        progress.take_quiz(chapter, marked, Timestamp::now());
    })?;
    Ok(earlier)
}

/// Says so if the score was not recorded. Returns the exit code.
///
/// # Errors
/// If the answer cannot be written.
pub fn conclude(
    chapter: &Chapter,
    marked: &[Marked],
    workspace: Option<&Workspace>,
    printer: &mut Printer,
) -> Result<u8> {
    if workspace.is_none() {
        printer.note("The score was not kept: there is no workspace here.")?;
    }
    let mut own = marked.iter().filter(|answer| answer.question.chapter == chapter.number);
    Ok(if own.all(Marked::is_right) { EXIT_DONE } else { EXIT_NOT_DONE })
}
