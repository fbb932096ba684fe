//! Functions and their code.

mod code;
