//! Judgements of records in a hosted zone.

pub mod alias;
