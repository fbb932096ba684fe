//! The verifiers of chapter 10.

pub mod comments_table;
pub mod polly;
pub mod speech_table;
