//! The verifiers of chapter 9.

mod account_info_mail;
mod email_identity;
mod email_records;
mod email_topic;
mod put_account_info_mails;
mod send_email_policy;
mod send_email_role;
