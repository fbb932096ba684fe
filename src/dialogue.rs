//! Asks on the plain terminal: the questions of exercises, and the quizzes.

mod answers;
pub mod availability;
mod command;
mod exercise;
mod file;
pub mod menu;
mod question;
pub mod quiz;
#[cfg(test)]
mod tests;

pub use answers::Answers;
pub use exercise::ask;
