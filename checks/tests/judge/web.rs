//! Pages, what they ask, and what answers.

mod articles;
pub mod invalidation;
mod page;
