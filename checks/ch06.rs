//! The verifiers of chapter 6, "Saving and Using Data".

pub mod data_bucket;
pub mod dynamodb_table;
pub mod function_policy;
pub mod function_reads_s3;
pub mod function_role;
pub mod function_scans_table;
pub mod function_settings;
pub mod old_role_deleted;
pub mod policy_allows_scan;
pub mod robots_txt;
