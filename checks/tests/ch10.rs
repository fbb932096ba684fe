//! The verifiers of chapter 10.

mod backup_function;
mod comments_form;
mod image_form;
mod speech_form;
