//! The verifiers of chapter 12.

pub mod cdk_deploy;
pub mod cdk_permissions;
pub mod cdk_toolkit;
pub mod cdk_update;
pub mod deploy_group;
pub mod sam_deploy;
pub mod stack;
pub mod stack_role;
pub mod stack_update;
