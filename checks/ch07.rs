//! The verifiers of chapter 7, "Adding Authentication and Authorization".

pub mod auth_alias;
pub mod sign_in_links;
pub mod sign_in_style;
pub mod user_pool;
