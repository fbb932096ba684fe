//! The verifiers of chapter 12.

mod cdk_deploy;
mod cdk_permissions;
mod cdk_toolkit;
mod cdk_update;
mod deploy_group;
mod sam_deploy;
mod stack;
mod stack_role;
mod stack_update;
