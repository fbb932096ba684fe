//! The terminal kit: everything that reaches the terminal goes through here. It knows nothing of the product.

mod bar;
mod clean;
mod count;
pub mod highlight;
pub mod interrupt;
mod link;
pub mod markdown;
mod own_commands;
mod pager;
mod printer;
mod prompt;
pub mod screen;
mod style;
mod terminal;
mod text;
pub mod time;
mod width;
mod words;
mod wrap;

#[cfg(test)]
mod tests;

pub use bar::{Bar, Parts, Stage};
pub use count::counted;
pub use link::Links;
pub use own_commands::OwnCommands;
pub use printer::Printer;
pub use prompt::{Reply, prompt, prompt_or_leave};
pub use style::{Meaning, Style};
pub use terminal::Color;
pub use text::{Line, Span, lines};
pub use width::width;
pub use wrap::{blanks, hanging, longest_word, paragraph, prefixed, wrap_all};
