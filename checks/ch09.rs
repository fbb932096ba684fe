//! The verifiers of chapter 9.

pub mod account_info_mail;
pub mod email_identity;
pub mod email_records;
pub mod email_topic;
pub mod origination_number;
pub mod phone_attribute;
pub mod phone_field;
pub mod phone_stored;
pub mod publish_policy;
pub mod publish_test;
pub mod put_account_info_mails;
pub mod put_account_info_publishes;
pub mod sandbox_phone;
pub mod send_email_policy;
pub mod send_email_role;
pub mod sms_production;
pub mod sns_email_function;
pub mod sns_email_logs;
pub mod sns_email_policy;
pub mod sns_email_role;
pub mod text_function;
pub mod text_topic;
