//! Judgements of topics, and of who gets their messages.

pub mod sms;
pub mod subscription;
pub mod text_topic;
pub mod topic;
