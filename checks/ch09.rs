//! The verifiers of chapter 9.

pub mod email_topic;
pub mod origination_number;
pub mod phone_attribute;
pub mod phone_field;
pub mod phone_stored;
pub mod sandbox_phone;
pub mod sms_production;
pub mod text_function;
pub mod text_topic;
