//! Ctrl-C: the program ends at once, with what it has started and with the terminal as it was.

mod process_list;

use std::io;
use std::process::exit;
use std::sync::Arc;
use std::thread;

use rustix::process::{Pid, Signal, getpgrp, getpid, kill_process};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::SIGINT;
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use self::process_list::Listed;
use crate::failure::{EXIT_INTERRUPTED, Failure, Result};

use crate::ui;

/// From now on Ctrl-C ends the program, wherever it waits.
///
/// # Errors
/// When the system lets no signal be waited for.
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

/// Ctrl-C is another program's key while `work` goes on.
pub fn leave_to_another<T>(work: impl FnOnce() -> T) -> T {
    let ignored = flag::register(SIGINT, Arc::default());
    let done = work();
    ignored.ok().map(low_level::unregister);
    done
}

/// Files are written whole or not at all, so that there is nothing else to put in order.
fn end(terminal: Option<&Termios>) -> ! {
    end_children();
    if let Some(terminal) = terminal {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, terminal);
    }
    ui::leave_line();
    exit(EXIT_INTERRUPTED.into());
}

/// Ends what this process has started, directly or not, and what that has started. The practice account is spared: it
/// has left this process's group, and is meant to go on.
pub fn end_children() {
    let (own, group) = (number(getpid()), number(getpgrp()));
    for process in descendants(own, process_list::all()) {
        if process.group == group {
            let _ = Pid::from_raw(process.pid).map(|pid| kill_process(pid, Signal::TERM));
        }
    }
}

fn descendants(ancestor: i32, all: Vec<Listed>) -> Vec<Listed> {
    let (mut found, mut rest) = (Vec::new(), all);
    loop {
        let is_next = |process: &Listed| process.parent == ancestor || has(&found, process.parent);
        let (next, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_next);
        if next.is_empty() {
            return found;
        }
        found.extend(next);
        rest = others;
    }
}

fn has(found: &[Listed], pid: i32) -> bool {
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
        let listed = |pid, parent| Listed { pid, parent, group: 1 };
        let all = vec![listed(9, 5), listed(5, 3), listed(7, 1), listed(3, 1), listed(4, 3), listed(8, 7)];
        let mut found: Vec<_> = descendants(3, all).iter().map(|process| process.pid).collect();
        found.sort_unstable();
        assert_eq!(found, [4, 5, 9]);
    }
}
