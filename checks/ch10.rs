//! The verifiers of chapter 10.

pub mod backup_plan;
pub mod bucket_replication;
pub mod bucket_versioning;
pub mod point_in_time_recovery;
