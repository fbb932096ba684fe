//! Signals that end, stop or continue the program; the terminal is put right before they have their way.

use crate::failure::{Failure, Result};

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// End with this exit code.
    End(u8),
    Stop,
    Continue,
}

pub struct Signals(signal_hook::iterator::Signals);

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};

impl Signals {
    /// # Errors
    /// When the operating system lets them not be caught.
    pub fn catch() -> Result<Self> {
        signal_hook::iterator::Signals::new([SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP])
            .map(Self)
            .map_err(|error| Failure::environment(format!("signals cannot be caught: {error}")))
    }

    /// What has been asked for since the last call.
    pub fn pending(&mut self) -> Vec<Asked> {
        self.0.pending().map(asked).collect()
    }
}

/// Does what the signal would have done uncaught: returns when the program is continued.
///
/// # Errors
/// When the operating system does not let the program be stopped.
pub fn stop() -> Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
        .map_err(|error| Failure::environment(format!("the program cannot be stopped: {error}")))
}

fn asked(signal: i32) -> Asked {
    match signal {
        SIGTSTP => Asked::Stop,
        SIGCONT => Asked::Continue,
        // As shells have it.
        fatal => Asked::End(128 + u8::try_from(fatal).unwrap_or(0)),
    }
}
