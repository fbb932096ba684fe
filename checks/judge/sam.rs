//! Judgements of a SAM application in the workspace.

pub mod application;
pub mod build;
