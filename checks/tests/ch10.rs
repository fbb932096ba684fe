//! The verifiers of chapter 10.

mod backup_plan;
mod bucket_replication;
mod bucket_versioning;
mod comments_table;
mod config_recorder;
mod conformance_pack;
mod point_in_time_recovery;
mod polly;
mod speech_table;
