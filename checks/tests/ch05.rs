//! The verifiers of chapter 5.

mod api_custom_domain;
mod chapters_page;
mod get_chapters_function;
mod rest_api;
