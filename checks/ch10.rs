//! The verifiers of chapter 10.

pub mod backup_function;
pub mod backup_plan;
pub mod bucket_replication;
pub mod bucket_versioning;
pub mod comments_analysis;
pub mod comments_endpoint;
pub mod comments_form;
pub mod comments_table;
pub mod config_recorder;
pub mod conformance_pack;
pub mod image_analysis;
pub mod image_endpoint;
pub mod image_form;
pub mod point_in_time_recovery;
pub mod polly;
pub mod speech_endpoint;
pub mod speech_form;
pub mod speech_function;
pub mod speech_table;
