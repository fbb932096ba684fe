//! The verifiers of chapter 12.

pub mod cdk_application;
pub mod cdk_deploy;
pub mod cdk_permissions;
pub mod cdk_toolkit;
pub mod cdk_update;
pub mod deploy_group;
pub mod layer;
pub mod layer_in_use;
pub mod layer_package;
pub mod sam_application;
pub mod sam_build;
pub mod sam_deploy;
pub mod stack;
pub mod stack_role;
pub mod stack_update;
pub mod state_machine;
pub mod state_machine_endpoint;
