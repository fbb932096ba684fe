//! Judgements of tables.

pub mod table;
