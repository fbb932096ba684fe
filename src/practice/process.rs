//! The emulator's process: started so that it serves a socket, recognised by its mark, and ended with all its children.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub use other::{end, end_leftovers, in_background, is_there, launch, supported};
#[cfg(unix)]
pub use unix::{end, end_leftovers, in_background, is_there, launch, supported};
