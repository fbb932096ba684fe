//! What keys and news do to a session, with a clock that stands where the test puts it.

mod checking;
pub mod doubles;
mod keys;
