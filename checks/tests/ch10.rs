//! The verifiers of chapter 10.

mod backup_function;
