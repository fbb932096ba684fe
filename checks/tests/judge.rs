//! The judgements, by the service or the place that they are about.

mod apigateway;
mod iam;
mod lambda;
mod s3;
mod web;
