//! The verifiers of chapter 6.

mod data_bucket;
mod dynamodb_table;
mod function_policy;
mod function_reads_s3;
mod function_role;
mod function_scans_table;
mod function_settings;
mod old_role_deleted;
mod policy_allows_scan;
mod robots_txt;

use crate::tests::*;

/// The account in which the exercise is done, but for the code of the function: this one, in a file of this path.
fn with_code(slug: &str, path: &str, code: &str) -> Account {
    solved_for(slug).amid(world_for(slug).with_code(&[(path, code)]).open())
}
