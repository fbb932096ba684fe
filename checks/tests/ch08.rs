//! The verifiers of chapter 8.

mod analytics_table;
