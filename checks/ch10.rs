//! The verifiers of chapter 10.

pub mod backup_plan;
pub mod bucket_replication;
pub mod bucket_versioning;
pub mod comments_table;
pub mod config_recorder;
pub mod conformance_pack;
pub mod point_in_time_recovery;
pub mod polly;
pub mod speech_table;
