//! The verifiers of chapter 9.

mod email_topic;
mod origination_number;
mod phone_attribute;
mod phone_field;
mod phone_stored;
mod sandbox_phone;
mod sms_production;
mod text_function;
mod text_topic;
