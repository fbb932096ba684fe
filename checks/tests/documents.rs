//! How documents that others wrote are read.

mod code;
