//! Commands for authors, as functions that tests can call.

pub mod book;
pub mod new;
pub mod stations;

mod change;

pub use change::Change;
