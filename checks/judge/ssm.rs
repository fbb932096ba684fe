//! Judgements of parameters.

pub mod parameter;
