//! Ctrl-C by Unix signals, processes and terminals.

use std::io;
use std::process::exit;
use std::sync::Arc;
use std::thread;

use rustix::process::{Pid, Signal, getpgrp, getpid, kill_process};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::SIGINT;
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use super::process_list::{self, Process};
use crate::failure::{EXIT_INTERRUPTED, Failure, Result};
use crate::ui::terminal::leave_line;

/// Makes Ctrl-C end the program from now on, wherever it waits.
///
/// # Errors
/// If the system does not let the program wait for signals.
pub fn end_on_ctrl_c() -> Result<()> {
    let mut signals =
        Signals::new([SIGINT]).map_err(|error| Failure::environment(format!("cannot wait for Ctrl-C: {error}")))?;
    let terminal = tcgetattr(io::stdin()).ok();
    thread::spawn(move || {
        if signals.forever().next().is_some() {
            end(terminal.as_ref());
        }
    });
    Ok(())
}

/// Leaves Ctrl-C to another program during `work`.
pub fn leave_to_another<T>(work: impl FnOnce() -> T) -> T {
    let ignored = flag::register(SIGINT, Arc::default());
    let done = work();
    ignored.ok().map(low_level::unregister);
    done
}

/// Files are written whole or not at all, so nothing else needs cleaning up.
fn end(terminal: Option<&Termios>) -> ! {
    end_children();
    if let Some(terminal) = terminal {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, terminal);
    }
    leave_line();
    exit(EXIT_INTERRUPTED.into());
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
