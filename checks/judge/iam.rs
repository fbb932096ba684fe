//! Judgements of roles and policies.

pub mod attached;
pub mod caller;
pub mod deployer;
pub mod execution_role;
pub mod permissions;
pub mod sender;
pub mod trust;
pub mod work;
