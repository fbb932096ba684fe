//! The verifiers of chapter 10.

pub mod backup_function;
pub mod comments_form;
pub mod image_form;
pub mod speech_form;
