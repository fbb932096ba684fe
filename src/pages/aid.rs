//! What an instructor prints or shows: a page for teaching a chapter, a handout, and a quiz on paper.

pub mod document;
pub mod handout;
pub mod paper;
pub mod teach;

#[cfg(test)]
mod tests;
