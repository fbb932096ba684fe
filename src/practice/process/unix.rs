//! The emulator's process by Unix process groups and signals.

use std::io;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, WaitOptions, kill_process, kill_process_group, waitpid};

use crate::failure::Result;

/// How long a process may take to end in good order.
const GRACE: Duration = Duration::from_secs(10);
/// How long the system may take to remove a killed process.
const REMOVAL: Duration = Duration::from_secs(2);

/// Refuses systems on which the practice account cannot run.
pub fn supported() -> Result<()> {
    Ok(())
}

/// Starts `command` with `listener` as its standard input. Returns the process's number.
///
/// The process outlives this program. If it ends earlier, [`is_there`] reaps it.
pub fn launch(command: &mut Command, listener: TcpListener) -> io::Result<u32> {
    let child = command.stdin(Stdio::from(OwnedFd::from(listener))).spawn()?;
    Ok(child.id())
}

/// Starts `command` so that it outlives this program: it neither reads nor writes anything here, and Ctrl-C does not reach it.
pub fn in_background(command: &mut Command) -> io::Result<()> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    command.spawn().map(|_| ())
}

/// Whether process `pid` exists and has `mark` among its arguments.
pub fn is_there(pid: u32, mark: &str) -> bool {
    let Some(id) = id(pid) else { return false };
    // Does nothing unless the process is a child of this one that has ended.
    let _ = waitpid(Some(id), WaitOptions::NOHANG);
    arguments(pid).is_some_and(|arguments| arguments.contains(mark))
}

/// Ends process `pid`: asks it to end, then kills it and its process group. Returns whether it is gone.
pub fn end(pid: u32, mark: &str) -> bool {
    let Some(id) = id(pid) else { return true };
    let _ = kill_process(id, Signal::TERM);
    let in_good_order = gone_within(GRACE, pid, mark);
    let _ = kill_process_group(id, Signal::KILL);
    in_good_order || gone_within(REMOVAL, pid, mark)
}

/// Kills the rest of the process group of `pid`, a process that is gone, if that runs files under `folder`.
pub fn end_leftovers(pid: u32, folder: &Path) {
    let Ok(listing) = Command::new("ps").args(["-A", "-ww", "-o", "pgid=,args="]).output() else {
        return;
    };
    let listing = String::from_utf8_lossy(&listing.stdout);
    let folder = folder.to_string_lossy();
    if listing.lines().any(|line| is_of(line, pid, &folder)) {
        let _ = id(pid).map(|id| kill_process_group(id, Signal::KILL));
    }
}

/// Whether a line of the process list is a process of that group that runs files under `folder`.
fn is_of(line: &str, group: u32, folder: &str) -> bool {
    let line = line.trim_start();
    let (number, arguments) = line.split_once(' ').unwrap_or((line, ""));
    number.parse() == Ok(group) && arguments.contains(folder)
}

fn gone_within(limit: Duration, pid: u32, mark: &str) -> bool {
    let deadline = Instant::now() + limit;
    while is_there(pid, mark) {
        if Instant::now() > deadline {
            return false;
        }
        thread::sleep(Duration::from_millis(10));
    }
    true
}

/// The process's arguments; `None` if it is gone, or has ended and waits to be reaped.
#[cfg(target_os = "linux")]
fn arguments(pid: u32) -> Option<String> {
    let arguments = std::fs::read(format!("/proc/{pid}/cmdline")).ok()?;
    Some(String::from_utf8_lossy(&arguments).replace('\0', " "))
}

#[cfg(not(target_os = "linux"))]
fn arguments(pid: u32) -> Option<String> {
    let pid = pid.to_string();
    let listing = Command::new("ps").args(["-ww", "-o", "args=", "-p", &pid]).output().ok()?;
    Some(String::from_utf8_lossy(&listing.stdout).into_owned())
}

fn id(pid: u32) -> Option<Pid> {
    Pid::from_raw(pid.try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_process_is_known_by_its_number_and_its_arguments() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo; read _; :", "mark-1"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdout.take().unwrap().read_exact(&mut [0]).unwrap(); // now it runs `sh`, not yet a copy of this test
        let pid = child.id();
        assert!(is_there(pid, "mark-1"));
        assert!(!is_there(pid, "mark-2"));
        assert!(!is_there(0, "mark-1") && !is_there(u32::MAX, "mark-1"));
        child.kill().unwrap();
        assert!(gone_within(REMOVAL, pid, "mark-1"));
        let _ = child.wait(); // where it has not been reaped on the way
    }

    #[test]
    fn leftovers_are_of_the_group_and_run_our_files() {
        let line = "  4711 node /home/ann/practice/tmp/f/_worker.js";
        assert!(is_of(line, 4711, "/home/ann/practice/tmp"));
        assert!(!is_of(line, 47, "/home/ann/practice/tmp"));
        assert!(!is_of(line, 4711, "/home/bob/practice/tmp"));
    }
}
