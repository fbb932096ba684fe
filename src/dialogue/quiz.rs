//! Asks the quiz of a chapter question by question, and records the score.

use inquire::Text;
use inquire::validator::ExactLengthValidator;
use jiff::Timestamp;

use super::menu::{many, one, require_terminal};
use crate::catalog::{Chapter, Step};
use crate::failure::{EXIT_DONE, EXIT_INTERRUPTED, EXIT_NOT_DONE, Result};
use crate::pages::quiz as page;
use crate::progress::{Attempts, Progress};
use crate::quiz::{Marked, Question, questions, shuffle};
use crate::ui::{Line, Printer, Reply, prompt_or_leave};
use crate::workspace::Workspace;

/// The flag that answers without a terminal.
const FLAG: &str = "--answers FILE";
/// How many questions are asked at a time: enough to learn from, few enough for a break between chapters.
const ROUND: usize = 6;
/// How many of them may be questions that were missed before.
const AGAIN: usize = 2;

/// How a round of questions ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RoundEnd {
    Answered,
    Left,
    Interrupted,
}

/// Asks some of the chapter's questions, after those that were missed before and are due again. Explains each once it is
/// answered, and records the answers, also if the learner leaves.
///
/// The exit code says whether all were answered, and the chapter's own questions right. `seed` fixes which questions are
/// asked, their order and that of their choices, for the same progress.
///
/// # Errors
/// If there is no terminal, or the answers cannot be recorded.
pub fn ask(
    chapter: &'static Chapter,
    seed: Option<u64>,
    workspace: Option<&Workspace>,
    printer: &mut Printer,
) -> Result<u8> {
    require_terminal(&format!("`msl-learn quiz {} {FLAG}`", chapter.number))?;
    let questions = round(chapter, seed, workspace)?;
    announce_again(&questions, printer)?;
    let (marked, end) = ask_all(questions, printer)?;
    if marked.is_empty() {
        printer.note("You left before the first answer, so there is nothing to keep.")?;
        return Ok(left(end));
    }
    if end == RoundEnd::Interrupted {
        // The terminal is still in the line of the question.
        printer.line(&Line::default())?;
    }
    let earlier = record(chapter, &marked, workspace)?;
    printer.lines(&page::score(chapter.number, &marked, &earlier, printer.width()))?;
    let code = conclude(chapter, &marked, workspace, printer)?;
    Ok(if end == RoundEnd::Answered { code } else { left(end) })
}

fn left(end: RoundEnd) -> u8 {
    if end == RoundEnd::Interrupted { EXIT_INTERRUPTED } else { EXIT_NOT_DONE }
}

/// The questions of one round: those that are due again, and others of the chapter, first those never asked.
fn round(chapter: &'static Chapter, seed: Option<u64>, workspace: Option<&Workspace>) -> Result<Vec<Question>> {
    let learner = Workspace::learner_or_example(workspace);
    let progress = workspace.map_or_else(|| Ok(Progress::default()), |workspace| Progress::read(&workspace.root))?;
    let mut again = Vec::new();
    for (of, due) in progress.due(chapter).into_iter().take(AGAIN) {
        again.push(Question { again: true, ..Question::new(of.number, due, &learner)? });
    }
    let is_again = |own: &Question| again.iter().any(|due| (due.chapter, due.id) == (own.chapter, own.id));
    let (is_taken, mut own) = (progress.is_finished(Step::Quiz(chapter)), questions(chapter, &learner)?);
    own.retain(|question| !is_again(question) && (is_taken || !progress.was_asked(chapter, question.id)));
    shuffle(&mut own, seed);
    own.truncate(ROUND - again.len());
    again.extend(own);
    shuffle(&mut again, seed);
    Ok(again)
}

fn announce_again(questions: &[Question], printer: &mut Printer) -> Result<()> {
    let again = questions.iter().filter(|question| question.again).count();
    if again == 0 {
        return Ok(());
    }
    printer.note(&format!("It begins with {}.", page::to_ask_again(again)))?;
    printer.line(&Line::default())
}

/// Asks until the end, or until the learner leaves.
fn ask_all(questions: Vec<Question>, printer: &mut Printer) -> Result<(Vec<Marked>, RoundEnd)> {
    let (all, mut marked) = (questions.len(), Vec::new());
    for (number, question) in (1..).zip(questions) {
        printer.lines(&page::question(&question, number, all, printer.width()))?;
        let answered = match answer(question, printer.width())? {
            Reply::Given(answered) => answered,
            Reply::Left => return Ok((marked, RoundEnd::Left)),
            Reply::Interrupted => return Ok((marked, RoundEnd::Interrupted)),
        };
        let mut lines = page::explained(&answered, printer.width());
        lines.push(Line::default());
        printer.lines(&lines)?;
        marked.push(answered);
        if number < all {
            match prompt_or_leave(|| Text::new("Enter goes on, Esc leaves:").prompt(), FLAG)? {
                Reply::Given(_) => printer.line(&Line::default())?,
                Reply::Left => return Ok((marked, RoundEnd::Left)),
                Reply::Interrupted => return Ok((marked, RoundEnd::Interrupted)),
            }
        }
    }
    Ok((marked, RoundEnd::Answered))
}

fn answer(question: Question, width: usize) -> Result<Reply<Marked>> {
    let choices: Vec<&str> = question.choices.iter().map(|choice| choice.text.as_str()).collect();
    let chosen = match question.right().len() {
        1 => prompt_or_leave(|| one(&choices, width).raw_prompt().map(|choice| vec![choice.index]), FLAG)?,
        several => {
            let message = format!("Choose {several}:");
            let exact = ExactLengthValidator::new(several).with_message(format!("Choose {several} of them."));
            let menu = many(&message, &choices, width).with_validator(exact);
            let indices = || menu.raw_prompt().map(|chosen| chosen.iter().map(|choice| choice.index).collect());
            prompt_or_leave(indices, FLAG)?
        }
    };
    Ok(match chosen {
        Reply::Given(chosen) => {
            let letters = chosen.into_iter().map(|index: usize| question.choices[index].letter).collect();
            Reply::Given(Marked::new(question, letters))
        }
        Reply::Left => Reply::Left,
        Reply::Interrupted => Reply::Interrupted,
    })
}

/// Records the answers if there is a workspace. Returns the attempts before this one.
///
/// # Errors
/// If the progress cannot be written.
pub fn record(chapter: &'static Chapter, marked: &[Marked], workspace: Option<&Workspace>) -> Result<Attempts> {
    let Some(workspace) = workspace else { return Ok(Attempts::default()) };
    let mut earlier = Attempts::default();
    Progress::update(&workspace.root, |progress| {
        earlier = progress.quiz(chapter);
        progress.take_quiz(chapter, marked, Timestamp::now());
    })?;
    Ok(earlier)
}

/// Says how many questions are left, or that the score was not recorded. Returns the exit code.
///
/// # Errors
/// If the answer cannot be written.
pub fn conclude(
    chapter: &'static Chapter,
    marked: &[Marked],
    workspace: Option<&Workspace>,
    printer: &mut Printer,
) -> Result<u8> {
    match workspace {
        None => printer.note("The score was not kept: there is no workspace here.")?,
        Some(workspace) => {
            let (asked, all) = Progress::read(&workspace.root)?.asked_of(chapter);
            if asked < all {
                let number = chapter.number;
                printer.note(&format!(
                    "Asked so far: {asked} of the chapter's {all} questions. `msl-learn quiz {number}` goes on."
                ))?;
            }
        }
    }
    let mut own = marked.iter().filter(|answer| answer.question.chapter == chapter.number);
    Ok(if own.all(Marked::is_right) { EXIT_DONE } else { EXIT_NOT_DONE })
}
