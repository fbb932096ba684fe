//! Signals that end, stop or continue the program, held back until the terminal is restored.

use std::process::exit;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals as Caught;
use signal_hook::low_level::{emulate_default_handler, raise};

use crate::failure::{Failure, Result};
use crate::ui::interrupt;
use crate::ui::screen::restore;

/// How long a signal to end waits for the progress to be written and the terminal to be given back.
const GRACE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(10);

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// End with this exit code.
    End(u8),
    Stop,
    Continue,
}

pub struct Signals(Receiver<Signal>);

impl Signals {
    /// Catches signals from now on. A closed terminal counts as SIGHUP, even if nobody sends it.
    ///
    /// A signal to end that nobody obeys in time, because the program waits for a terminal, ends it all the same.
    ///
    /// # Errors
    /// If the signals cannot be caught.
    pub fn catch() -> Result<Self> {
        let mut caught = Caught::new([SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP])
            .map_err(|error| Failure::environment(format!("signals cannot be caught: {error}")))?;
        let (sender, pending) = mpsc::channel();
        thread::spawn(move || {
            for signal in caught.forever().map(signal) {
                // Nobody listens any more if the program is about to end.
                let _ = sender.send(signal);
                if let Signal::End(code) = signal {
                    thread::sleep(GRACE);
                    end_by_force(code);
                }
            }
        });
        interrupt::on_hang_up(|| drop(raise(SIGHUP)));
        Ok(Self(pending))
    }

    /// The signals since the last call.
    pub fn pending(&self) -> Vec<Signal> {
        self.0.try_iter().collect()
    }
}

/// Ends the program without the thread that draws. The terminal is given back if it takes what is written in time.
fn end_by_force(code: u8) -> ! {
    interrupt::end_children();
    let restored = thread::spawn(restore);
    let deadline = Instant::now() + GRACE;
    while !restored.is_finished() && Instant::now() < deadline {
        thread::sleep(PAUSE);
    }
    exit(code.into())
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
