//! The verifiers of chapter 7.

mod auth_alias;
mod sign_in_links;
mod sign_in_style;
mod user_pool;
