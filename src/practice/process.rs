//! The emulator's process: started so that it serves a socket, told from others, and ended with all its children.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub use other::{end, end_leftovers, is_there, launch, supported};
#[cfg(unix)]
pub use unix::{end, end_leftovers, is_there, launch, supported};
