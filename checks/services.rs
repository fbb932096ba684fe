//! The AWS services that are asked, one file each.

pub mod acm;
pub mod apigateway;
pub mod cloudfront;
pub mod console;
pub mod domains;
pub mod dynamodb;
pub mod iam;
pub mod lambda;
pub mod logs;
pub mod reads;
pub mod route53;
pub mod s3;
