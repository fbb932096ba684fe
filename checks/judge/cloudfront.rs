//! Judgements of distributions.

pub mod distribution;
pub mod invalidation;
