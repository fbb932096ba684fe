//! The verifiers of chapter 4, "Launching a Website".

pub mod acm_certificate;
pub mod aws_account;
pub mod cloudfront_aliases;
pub mod cloudfront_distribution;
pub mod domain_registration;
pub mod s3_website_hosting;
pub mod s3_website_hosting_off;
pub mod s3_website_record;
