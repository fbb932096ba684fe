//! The verifiers of chapter 7, "Adding Authentication and Authorization".

pub mod account_info_endpoint;
pub mod account_info_invalidation;
pub mod account_info_page;
pub mod account_info_test;
pub mod account_info_uploaded;
pub mod account_page;
pub mod auth_alias;
pub mod auth_callback_page;
pub mod authorizer;
pub mod logout_page;
pub mod pages_invalidation;
pub mod pages_uploaded;
pub mod put_account_info_function;
pub mod put_account_info_logs;
pub mod put_account_info_role;
pub mod sign_in_links;
pub mod sign_in_style;
pub mod sign_up;
pub mod user_pool;
