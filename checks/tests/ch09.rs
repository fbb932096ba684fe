//! The verifiers of chapter 9.

mod account_info_mail;
mod email_identity;
mod email_records;
mod email_topic;
mod origination_number;
mod phone_attribute;
mod phone_field;
mod phone_stored;
mod publish_policy;
mod publish_test;
mod put_account_info_mails;
mod put_account_info_publishes;
mod sandbox_phone;
mod send_email_policy;
mod send_email_role;
mod sms_production;
mod sns_email_function;
mod sns_email_logs;
mod sns_email_policy;
mod sns_email_role;
mod text_function;
mod text_topic;
