//! The verifiers of chapter 10.

mod comments_table;
mod speech_table;
