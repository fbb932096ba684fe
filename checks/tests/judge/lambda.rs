//! Functions, their code, and what they answer.

mod code;
mod trial;
