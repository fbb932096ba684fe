//! Everything that reaches the learner's terminal goes through here: no other module prints.

mod bar;
pub mod bars;
mod clean;
pub mod diff;
pub mod doctor;
pub mod findings;
mod highlight;
pub mod history;
mod link;
pub mod markdown;
mod pager;
mod printer;
mod prompt;
pub mod quiz;
pub mod screen;
pub mod states;
mod style;
mod terminal;
mod text;
pub mod time;
mod words;
mod wrap;

#[cfg(test)]
mod tests;

pub use bar::Bar;
pub use link::Links;
pub use printer::Printer;
pub use prompt::prompt;
pub use screen::Screen;
pub use style::Meaning;
pub use terminal::{Color, leave_line};
pub use text::{Line, Span};
