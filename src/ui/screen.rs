//! The terminal as a screen: pages are drawn on it, and keys come from it.

mod cut;
mod input;
mod look;
mod page;
mod terminal;

pub use cut::{cut, from_column};
pub use input::{Input, Key, Size};
pub use page::Page;
pub use terminal::{Screen, restore};
