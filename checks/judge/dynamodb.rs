//! Judgements of tables.

pub mod backup;
pub mod item;
pub mod table;
