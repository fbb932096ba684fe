//! Asks one question on the terminal and explains it when it is answered.

use std::io::{IsTerminal as _, stdin, stdout};

use inquire::validator::ExactLengthValidator;
use inquire::{InquireError, MultiSelect, Select, Text};

use super::question::{Marked, Question};
use crate::failure::Result;
use crate::pages::quiz as page;
use crate::ui::{Line, Printer, prompt};

/// Answers without a terminal.
const INSTEAD: &str = "--answers FILE";

/// Sees to it that there is a terminal before the first question is shown; `instead` answers without one.
///
/// # Errors
/// When there is none.
pub fn terminal(instead: &str) -> Result<()> {
    if stdin().is_terminal() && stdout().is_terminal() {
        return Ok(());
    }
    prompt(Err(InquireError::NotTTY), instead)
}

/// # Errors
/// When the learner leaves, or the terminal cannot be written.
pub fn ask(question: Question, number: usize, all: usize, printer: &mut Printer) -> Result<Marked> {
    printer.lines(&page::question(&question, number, all, printer.width()))?;
    let marked = answer(question)?;
    let mut lines = page::explained(&marked, printer.width());
    lines.push(Line::default());
    printer.lines(&lines)?;
    if number < all {
        prompt(Text::new("Enter goes on, Esc leaves:").prompt(), INSTEAD)?;
        printer.line(&Line::default())?;
    }
    Ok(marked)
}

fn answer(question: Question) -> Result<Marked> {
    let labels: Vec<String> = question.choices.iter().map(|choice| page::label(&choice.text)).collect();
    let chosen = match question.right().len() {
        1 => vec![prompt(one(labels).raw_prompt(), INSTEAD)?.index],
        several => {
            let message = format!("Choose {several}:");
            let exact = ExactLengthValidator::new(several).with_message(format!("Choose {several} of them."));
            let taken = many(&message, labels).with_validator(exact).raw_prompt();
            prompt(taken, INSTEAD)?.into_iter().map(|choice| choice.index).collect()
        }
    };
    let letters = chosen.into_iter().map(|index| question.choices[index].letter).collect();
    Ok(Marked::new(question, letters))
}

/// A menu of which one line is taken.
pub fn one(labels: Vec<String>) -> Select<'static, String> {
    let rows = labels.len();
    Select::new("Choose one:", labels)
        .without_filtering()
        .with_vim_mode(true)
        .with_page_size(rows)
        .with_help_message("up and down move, Enter answers, Esc leaves")
}

/// A menu of which several lines are taken.
pub fn many(message: &str, labels: Vec<String>) -> MultiSelect<'_, String> {
    let rows = labels.len();
    MultiSelect::new(message, labels)
        .without_filtering()
        .with_vim_mode(true)
        .with_page_size(rows)
        .with_help_message("up and down move, Space marks, Enter answers, Esc leaves")
}
