//! The verifiers of chapter 10.

mod comments_table;
mod polly;
mod speech_table;
