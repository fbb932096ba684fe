//! The verifiers of chapter 9.

pub mod email_topic;
