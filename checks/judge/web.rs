//! Judgements of what visitors get, and the pages they read.

pub mod api_request;
pub mod articles;
pub mod cors;
pub mod dns;
pub mod form;
pub mod oauth;
pub mod page;
pub mod phone_field;
pub mod preflight;
pub mod robots;
pub mod script;
pub mod sign_in;
pub mod storage;
pub mod upload;
pub mod visit;
