//! The verifiers of chapter 10.

mod backup_function;
mod backup_plan;
mod bucket_replication;
mod bucket_versioning;
mod comments_analysis;
mod comments_endpoint;
mod comments_form;
mod comments_table;
mod config_recorder;
mod conformance_pack;
mod image_analysis;
mod image_endpoint;
mod image_form;
mod point_in_time_recovery;
mod polly;
mod speech_endpoint;
mod speech_form;
mod speech_function;
mod speech_table;
