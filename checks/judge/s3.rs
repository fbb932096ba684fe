//! Judgements of buckets and their objects.

pub mod articles_file;
pub mod bucket_policy;
pub mod notification;
pub mod object;
pub mod public_access;
pub mod sound;
