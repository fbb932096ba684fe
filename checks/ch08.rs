//! The verifiers of chapter 8.

pub mod analytics_table;
