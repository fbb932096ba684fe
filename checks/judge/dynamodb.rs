//! Judgements of tables.

pub mod item;
pub mod table;
