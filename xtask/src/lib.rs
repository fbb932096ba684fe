//! Commands for authors, as functions that tests can call.

pub mod book;
pub mod new;

mod change;

pub use change::Change;
