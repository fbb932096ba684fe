//! The judgements, by the service or the place that they are about.

mod apigateway;
mod iam;
pub mod lambda;
mod s3;
pub mod web;
