//! Pages, what they ask, and what answers.

mod articles;
mod page;
