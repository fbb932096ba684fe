//! Judgements: what a read means for a goal of the book, by service.

pub mod acm;
pub mod apigateway;
pub mod backup;
pub mod cdk;
pub mod cloudformation;
pub mod cloudfront;
pub mod cognito;
pub mod config;
pub mod dynamodb;
pub mod iam;
pub mod lambda;
pub mod route53;
pub mod s3;
pub mod sam;
pub mod schedule;
pub mod ses;
pub mod sfn;
pub mod sns;
pub mod ssm;
pub mod web;
