//! A chapter's quiz: its questions, and how answers to them are marked. Knows no terminal.

mod answers;
mod document;
mod question;

pub use answers::{lines as answer_lines, read as read_answers};
pub use document::QuizDocument;
#[cfg(test)]
pub use question::tests::all_right;
pub use question::{Choice, Marked, Question, choices, questions, shuffle};
