//! The verifiers of chapter 8.

pub mod analytics_table;
pub mod put_item_policy;
pub mod put_item_role;
