//! Judgements of what visitors get, and the pages they read.

pub mod articles;
pub mod cors;
pub mod dns;
pub mod page;
pub mod robots;
pub mod sign_in;
pub mod visit;
