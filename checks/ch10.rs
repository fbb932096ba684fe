//! The verifiers of chapter 10.

pub mod backup_function;
