//! The verifiers of chapter 12.

pub mod cdk_application;
pub mod layer;
pub mod layer_in_use;
pub mod layer_package;
pub mod sam_application;
pub mod sam_build;
pub mod state_machine;
pub mod state_machine_endpoint;
