//! The verifiers of chapter 5, "Creating an API".

pub mod api_alias;
pub mod api_custom_domain;
pub mod api_deployment;
pub mod api_export;
pub mod api_methods;
pub mod chapters_page;
pub mod chapters_page_invalidation;
pub mod function_resources;
pub mod get_chapters_function;
pub mod home_page_link;
pub mod lambda_integration;
pub mod mock_integration;
pub mod rest_api;
