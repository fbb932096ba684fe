//! Signals and a closed terminal: the program ends at once, with all that it started, and leaves the terminal as it was.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod process_list;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub use other::{end_children, end_on_signals, end_with_terminal, leave_to_another, on_hang_up, or_say};
#[cfg(unix)]
pub use unix::{end_children, end_on_signals, end_with_terminal, leave_to_another, on_hang_up, or_say};
