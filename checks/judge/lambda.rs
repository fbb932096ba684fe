//! Judgements of functions.

pub mod clients;
pub mod code;
pub mod data_access;
pub mod function;
pub mod invocation;
pub mod runs;
pub mod trial;
pub mod user_attributes;
