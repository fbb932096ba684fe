//! The verifiers of chapter 5.

mod api_alias;
mod api_custom_domain;
mod api_deployment;
mod api_methods;
mod chapters_page;
mod chapters_page_invalidation;
mod get_chapters_function;
mod home_page_link;
mod mock_integration;
mod rest_api;
