//! Judgements of topics, and of who gets their messages.

pub mod subscription;
pub mod topic;
