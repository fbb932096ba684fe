//! Questions on the terminal, and what a question without an answer means.

use inquire::InquireError;

use super::interrupt;
use crate::failure::{Failure, Result};

const LEFT: &str = "you left before the last question; nothing was changed";

/// Asks, and returns the answer; `instead` names the flag that answers without asking.
///
/// A terminal that is closed meanwhile ends the program, which would read from it forever.
///
/// # Errors
/// If there is no terminal, or the learner leaves.
pub fn prompt<T>(ask: impl FnOnce() -> std::result::Result<T, InquireError>, instead: &str) -> Result<T> {
    match prompt_or_leave(ask, instead)? {
        Reply::Given(answer) => Ok(answer),
        Reply::Left => Err(Failure::usage(LEFT)),
        Reply::Interrupted => Err(Failure::interrupted(LEFT)),
    }
}

/// The answer to a question that may be left.
pub enum Reply<T> {
    Given(T),
    /// The learner left with Esc.
    Left,
    /// The learner left with Ctrl-C.
    Interrupted,
}

/// As [`prompt`], where leaving is an answer.
///
/// # Errors
/// If there is no terminal.
pub fn prompt_or_leave<T>(
    ask: impl FnOnce() -> std::result::Result<T, InquireError>,
    instead: &str,
) -> Result<Reply<T>> {
    interrupt::end_with_terminal();
    match ask() {
        Ok(answer) => Ok(Reply::Given(answer)),
        Err(InquireError::OperationCanceled) => Ok(Reply::Left),
        Err(InquireError::OperationInterrupted) => Ok(Reply::Interrupted),
        Err(InquireError::NotTTY) => Err(Failure::usage("there is no terminal to ask on")
            .hint(format!("Answer on the command line instead: {instead}."))),
        Err(other) => Err(Failure::environment(format!("the question cannot be asked: {other}"))),
    }
}
