//! The verifiers of chapter 6.

mod dynamodb_table;
mod function_policy;
