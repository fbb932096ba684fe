//! Judgements of roles and policies.

pub mod attached;
pub mod execution_role;
pub mod permissions;
pub mod trust;
