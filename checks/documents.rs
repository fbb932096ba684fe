//! Documents that others wrote, read for what they say: pages, code, policies, exports. Nothing here asks AWS.

pub mod address;
pub mod character_string;
pub mod code;
pub mod event_pattern;
pub mod function_log;
pub mod html;
pub mod layer_archive;
pub mod mapping_template;
pub mod openapi;
pub mod package;
pub mod policy;
pub mod schedule;
pub mod stack_template;
pub mod state_machine;
