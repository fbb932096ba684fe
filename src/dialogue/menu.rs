//! Menus of choices on the terminal.

use std::io::{IsTerminal as _, stdin, stdout};

use inquire::{InquireError, MultiSelect, Select};

use crate::failure::Result;
use crate::pages::quiz::hanging_label;
use crate::ui::prompt;

/// Refuses to go on without a terminal, before the first question is shown; `instead` is what answers without one.
///
/// # Errors
/// If there is no terminal.
pub fn require_terminal(instead: &str) -> Result<()> {
    if stdin().is_terminal() && stdout().is_terminal() {
        return Ok(());
    }
    prompt(|| Err(InquireError::NotTTY), instead)
}

/// The columns that a menu puts before a line: its cursor, and a box to mark.
const CURSOR: usize = 2;
const BOX: usize = 4;

/// A menu of which one line is chosen, of choices in Markdown.
pub fn one<'a>(choices: &[&str], width: usize) -> Select<'a, String> {
    let labels = choices.iter().map(|choice| hanging_label(choice, CURSOR, width)).collect();
    let rows = choices.len();
    Select::new("Choose one:", labels)
        .with_formatter(&|chosen| begin(chosen.value))
        .without_filtering()
        .with_vim_mode(true)
        .with_page_size(rows)
        .with_help_message("up and down move, Enter answers, Esc leaves")
}

/// A menu of which several lines are chosen, of choices in Markdown.
pub fn many<'a>(message: &'a str, choices: &[&str], width: usize) -> MultiSelect<'a, String> {
    let labels = choices.iter().map(|choice| hanging_label(choice, CURSOR + BOX, width)).collect();
    let rows = choices.len();
    MultiSelect::new(message, labels)
        .with_formatter(&|chosen| format!("{} of them", chosen.len()))
        .without_filtering()
        .with_vim_mode(true)
        .with_page_size(rows)
        .with_help_message("up and down move, Space marks, Enter answers, Esc leaves")
}

/// The most columns of a chosen line that stay beside the question.
const MOST: usize = 60;

/// The beginning of a line; what is explained shows the whole.
fn begin(label: &str) -> String {
    let words = label.split_whitespace();
    let mut short = String::new();
    for word in words {
        if short.len() + word.len() > MOST {
            return short + " …";
        }
        short.push_str(if short.is_empty() { "" } else { " " });
        short.push_str(word);
    }
    short
}
