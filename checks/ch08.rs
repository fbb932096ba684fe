//! The verifiers of chapter 8.

pub mod analytics_table;
pub mod auth_callback_endpoint;
pub mod auth_callback_invalidation;
pub mod auth_callback_items;
pub mod auth_callback_posts;
pub mod auth_callback_uploaded;
pub mod parameters;
pub mod put_item_policy;
pub mod put_item_role;
pub mod rcf_events;
pub mod rcf_functions;
pub mod rcf_policies;
pub mod rcf_roles;
pub mod rule_function;
pub mod rule_logs;
pub mod rule_policy;
pub mod rule_role;
pub mod schedule_rule;
