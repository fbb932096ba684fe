//! The verifiers of chapter 5.

mod api_alias;
mod api_custom_domain;
mod api_deployment;
mod api_export;
mod api_methods;
mod chapters_page;
mod chapters_page_invalidation;
mod function_resources;
mod get_chapters_function;
mod home_page_link;
mod lambda_integration;
mod mock_integration;
mod rest_api;
