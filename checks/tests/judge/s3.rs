//! Buckets and their policies.

mod bucket_policy;
