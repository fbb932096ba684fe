//! Judgements of user pools.

pub mod client;
pub mod domain;
pub mod pool;
pub mod style;
pub mod user;
