//! Questions on the terminal, and what a question without an answer means.

use inquire::InquireError;

use crate::failure::{Failure, Result};

const LEFT: &str = "you left before the last question; nothing was changed";

/// Returns the answer to a question; `instead` names the flag that answers without asking.
///
/// # Errors
/// If there is no terminal, or the learner leaves.
pub fn prompt<T>(answer: std::result::Result<T, InquireError>, instead: &str) -> Result<T> {
    answer.map_err(|error| match error {
        InquireError::OperationCanceled => Failure::usage(LEFT),
        InquireError::OperationInterrupted => Failure::interrupted(LEFT),
        InquireError::NotTTY => Failure::usage("there is no terminal to ask on")
            .hint(format!("Answer on the command line instead: {instead}.")),
        other => Failure::environment(format!("the question cannot be asked: {other}")),
    })
}
