//! How documents that others wrote are read.

mod code;
mod event_pattern;
mod package;
mod policy;
mod schedule;
