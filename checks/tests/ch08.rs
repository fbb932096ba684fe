//! The verifiers of chapter 8.

mod analytics_table;
mod auth_callback_endpoint;
mod auth_callback_invalidation;
mod auth_callback_items;
mod auth_callback_posts;
mod auth_callback_uploaded;
mod parameters;
mod put_item_policy;
mod put_item_role;
mod rcf_events;
mod rcf_functions;
mod rcf_policies;
mod rcf_roles;
mod rule_function;
mod rule_logs;
mod rule_policy;
mod rule_role;
mod schedule_rule;
