//! Functions, their code, and what they answer.

mod code;
pub mod logs;
mod trial;
