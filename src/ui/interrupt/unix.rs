//! Ends by Unix signals, processes and terminals.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::exit;
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, getpgrp, getpid, kill_process};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use super::process_list::{self, Process};
use crate::failure::{Failure, Result};
use crate::ui::terminal::leave_terminal;

/// What is said when a signal ends the program.
static PARTING: Mutex<Option<String>> = Mutex::new(None);

/// Does the work. A signal that ends the program meanwhile leaves these words behind.
pub fn or_say<T>(words: String, work: impl FnOnce() -> T) -> T {
    let set = |words| *PARTING.lock().unwrap_or_else(PoisonError::into_inner) = words;
    set(Some(words));
    let done = work();
    set(None);
    done
}

/// Makes SIGTERM, and Ctrl-C if wanted, end the program from now on, wherever it waits.
///
/// # Errors
/// If the system does not let the program wait for signals.
pub fn end_on_signals(ctrl_c: bool) -> Result<()> {
    let fatal: &[i32] = if ctrl_c { &[SIGINT, SIGTERM] } else { &[SIGTERM] };
    let mut signals =
        Signals::new(fatal).map_err(|error| Failure::environment(format!("cannot wait for signals: {error}")))?;
    let terminal = tcgetattr(io::stdin()).ok();
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            end(terminal.as_ref(), exit_code(signal));
        }
    });
    Ok(())
}

/// Ends the program if the terminal on stdin is closed. Asked twice, it watches once.
pub fn end_with_terminal() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| on_hang_up(|| end(None, exit_code(SIGHUP))));
}

/// Does `act` on a thread of its own as soon as the terminal on stdin is closed, even if nobody sends SIGHUP.
pub fn on_hang_up(act: impl FnOnce() + Send + 'static) {
    if !io::stdin().is_terminal() {
        return;
    }
    thread::spawn(move || {
        if is_hung_up() {
            act();
        }
    });
}

/// Waits until the terminal on stdin is closed. Returns `false` if the system cannot wait for that.
fn is_hung_up() -> bool {
    let stdin = io::stdin();
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        // No flag is asked for: these three are reported unasked.
        let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut terminal, None) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) if terminal[0].revents().intersects(gone) => return true,
            Ok(_) => {}
        }
    }
}

/// The exit code that shells use for a signal.
fn exit_code(signal: i32) -> i32 {
    128 + signal
}

/// Leaves Ctrl-C to another program during `work`.
pub fn leave_to_another<T>(work: impl FnOnce() -> T) -> T {
    let ignored = flag::register(SIGINT, Arc::default());
    let done = work();
    ignored.ok().map(low_level::unregister);
    done
}

/// Files are written whole or not at all, so nothing else needs cleaning up.
fn end(terminal: Option<&Termios>, code: i32) -> ! {
    end_children();
    if let Some(terminal) = terminal {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, terminal);
    }
    // Nobody writes to it any more until the program has ended.
    let mut last = leave_terminal();
    if let Some(words) = PARTING.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // The terminal has written ^C, or a bar, into the line.
        let _ = writeln!(last, "\n{words}");
    }
    exit(code);
}

/// Ends all processes that this one started, directly or not. The practice account is spared: it has left this process's
/// group and is meant to go on.
pub fn end_children() {
    let (own, group) = (number(getpid()), number(getpgrp()));
    for process in descendants(own, process_list::all()) {
        if process.group == group {
            let _ = Pid::from_raw(process.pid).map(|pid| kill_process(pid, Signal::TERM));
        }
    }
}

fn descendants(ancestor: i32, all: Vec<Process>) -> Vec<Process> {
    let (mut found, mut rest) = (Vec::new(), all);
    loop {
        let is_next = |process: &Process| process.parent == ancestor || has(&found, process.parent);
        let (next, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_next);
        if next.is_empty() {
            return found;
        }
        found.extend(next);
        rest = others;
    }
}

fn has(found: &[Process], pid: i32) -> bool {
    found.iter().any(|process| process.pid == pid)
}

fn number(pid: Pid) -> i32 {
    pid.as_raw_nonzero().get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descendants_are_children_and_theirs() {
        let process = |pid, parent| Process { pid, parent, group: 1 };
        let all = vec![process(9, 5), process(5, 3), process(7, 1), process(3, 1), process(4, 3), process(8, 7)];
        let mut found: Vec<_> = descendants(3, all).iter().map(|process| process.pid).collect();
        found.sort_unstable();
        assert_eq!(found, [4, 5, 9]);
    }
}
