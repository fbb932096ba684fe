//! The verifiers of chapter 9.

mod email_topic;
