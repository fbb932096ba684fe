//! Judgements of functions.

pub mod clients;
pub mod code;
pub mod data_access;
pub mod data_flow;
pub mod doing;
pub mod event_shape;
pub mod event_source;
pub mod function;
pub mod invocation;
pub mod layer;
pub mod layer_import;
pub mod mail;
pub mod publishing;
pub mod records;
pub mod runs;
pub mod sagemaker;
pub mod texting;
pub mod trial;
pub mod user_attributes;
pub mod user_items;
pub mod voice;
