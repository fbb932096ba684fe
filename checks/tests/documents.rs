//! How documents that others wrote are read.

mod code;
mod event_pattern;
mod layer_archive;
mod package;
mod policy;
mod schedule;
mod stack_template;
mod state_machine;
