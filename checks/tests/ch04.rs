//! The verifiers of chapter 4.

mod acm_certificate;
mod aws_account;
mod cloudfront_aliases;
mod cloudfront_distribution;
mod domain_registration;
mod s3_website_hosting;
mod s3_website_hosting_off;
mod s3_website_record;
