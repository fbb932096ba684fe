//! What keys and news do to a session, with a clock that stands where the test puts it.

pub mod doubles;
mod looks;
mod pages;
mod sequences;
