//! Menus of choices on the terminal.

use std::io::{IsTerminal as _, stdin, stdout};

use inquire::{InquireError, MultiSelect, Select};

use crate::failure::Result;
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

/// A menu of which one line is chosen.
pub fn one(labels: Vec<String>) -> Select<'static, String> {
    let rows = labels.len();
    Select::new("Choose one:", labels)
        .without_filtering()
        .with_vim_mode(true)
        .with_page_size(rows)
        .with_help_message("up and down move, Enter answers, Esc leaves")
}

/// A menu of which several lines are chosen.
pub fn many(message: &str, labels: Vec<String>) -> MultiSelect<'_, String> {
    let rows = labels.len();
    MultiSelect::new(message, labels)
        .without_filtering()
        .with_vim_mode(true)
        .with_page_size(rows)
        .with_help_message("up and down move, Space marks, Enter answers, Esc leaves")
}
