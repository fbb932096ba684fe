//! Judgements of buckets and their objects.

pub mod bucket_policy;
pub mod chapters_file;
pub mod object;
pub mod public_access;
