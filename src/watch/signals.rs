//! Signals that end, stop or continue the program, held back until the terminal is restored.

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals as Caught;
use signal_hook::low_level::emulate_default_handler;

use crate::failure::{Failure, Result};

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// End with this exit code.
    End(u8),
    Stop,
    Continue,
}

pub struct Signals(Caught);

impl Signals {
    /// # Errors
    /// If the signals cannot be caught.
    pub fn catch() -> Result<Self> {
        Caught::new([SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP])
            .map(Self)
            .map_err(|error| Failure::environment(format!("signals cannot be caught: {error}")))
    }

    /// The signals since the last call.
    pub fn pending(&mut self) -> Vec<Signal> {
        self.0.pending().map(signal).collect()
    }
}

/// Stops the program as Ctrl-Z does. Returns when it is continued.
///
/// # Errors
/// If the operating system does not stop it.
pub fn stop() -> Result<()> {
    emulate_default_handler(SIGTSTP)
        .map_err(|error| Failure::environment(format!("the program cannot be stopped: {error}")))
}

fn signal(number: i32) -> Signal {
    match number {
        SIGTSTP => Signal::Stop,
        SIGCONT => Signal::Continue,
        // The exit code that shells use.
        fatal => Signal::End(128 + u8::try_from(fatal).unwrap_or(0)),
    }
}
