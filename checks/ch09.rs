//! The verifiers of chapter 9.

pub mod account_info_mail;
pub mod email_identity;
pub mod email_records;
pub mod email_topic;
pub mod put_account_info_mails;
pub mod send_email_policy;
pub mod send_email_role;
