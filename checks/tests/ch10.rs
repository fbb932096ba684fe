//! The verifiers of chapter 10.

mod backup_function;
mod comments_analysis;
mod comments_endpoint;
mod comments_form;
mod image_analysis;
mod image_endpoint;
mod image_form;
mod speech_endpoint;
mod speech_form;
mod speech_function;
