//! The verifiers of chapter 10.

pub mod backup_function;
pub mod comments_analysis;
pub mod comments_endpoint;
pub mod comments_form;
pub mod image_analysis;
pub mod image_endpoint;
pub mod image_form;
pub mod speech_endpoint;
pub mod speech_form;
pub mod speech_function;
