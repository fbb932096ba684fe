//! Judgements of CloudFormation: whose a stack is, how far it is, and what it has made.

pub mod owner;
pub mod resource;
pub mod status;
