//! The verifiers of chapter 7.

mod account_info_endpoint;
mod account_info_invalidation;
mod account_info_page;
mod account_info_test;
mod account_info_uploaded;
mod account_page;
mod auth_alias;
mod auth_callback_page;
mod authorizer;
mod logout_page;
mod pages_invalidation;
mod pages_uploaded;
mod put_account_info_function;
mod put_account_info_logs;
mod put_account_info_role;
mod sign_in_links;
mod sign_in_style;
mod sign_up;
mod user_pool;
