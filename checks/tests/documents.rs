//! How documents are read, whoever wrote them.

mod package;
mod policy;
mod script;
