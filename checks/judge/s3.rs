//! Judgements of buckets and their objects.

pub mod arrival;
pub mod articles_file;
pub mod bucket_policy;
pub mod event_rule;
pub mod notification;
pub mod object;
pub mod public_access;
pub mod replication;
pub mod sound;
pub mod versioning;
