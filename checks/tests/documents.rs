//! How documents that others wrote are read.

mod code;
mod package;
mod policy;
mod schedule;
