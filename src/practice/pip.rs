//! Runs pip, follows its output, and says how to fix a failure.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::Command;

use super::files;
use super::requirements::InstallProgress;
use super::status::Phase;
use super::tail::tail;
use crate::failure::{Failure, Result};

/// The hashes of the packages must match. Wheels only: no code of theirs runs at installation, and no compiler is needed.
/// Python compiles the few modules in use at their first use, which saves half of the time.
const INSTALL: [&str; 13] = [
    "-I",
    "-m",
    "pip",
    "install",
    "--require-hashes",
    "--only-binary=:all:",
    "--no-user",
    "--no-input",
    "--no-compile",
    "--disable-pip-version-check",
    "--progress-bar=off",
    "--no-warn-script-location",
    "--requirement",
];
/// The number of pip's last lines that a failure shows.
const TAIL: usize = 8;
/// The beginnings of lines that explain no failure. Of five retries the last one is kept, with its reason.
const NOISE: [&str; 8] = [
    "Ignoring ",
    "Collecting ",
    "  Downloading ",
    "  Using cached ",
    "WARNING: Retrying (Retry(total=4",
    "WARNING: Retrying (Retry(total=3",
    "WARNING: Retrying (Retry(total=2",
    "WARNING: Retrying (Retry(total=1",
];
/// What pip prints in each kind of trouble, and the fix. The first one that matches counts.
const FIXES: &[(&str, &str)] = &[
    (
        "DO NOT MATCH THE HASHES",
        "A package is not the one that msl-learn was tested with, so it was not installed. Run `pip cache purge` and \
         try again; if a company's package index is configured for pip, it may serve altered packages.",
    ),
    ("No space left on device", "Make room on that disk, then run the command again."),
    ("Permission denied", "Make the folder writable for you, or set MSL_LEARN_DATA_DIR to another one."),
];
const NO_NETWORK: &str = "The first start fetches about 20 MB of Python packages: check the network connection, then run \
                          the command again. Behind a proxy, set HTTPS_PROXY; pip's own settings (PIP_INDEX_URL, \
                          PIP_FIND_LINKS, pip.conf) are heeded.";

/// Installs the packages of `list` with the pip of `python`.
pub fn install(python: &Path, list: &Path, lock: &File, progress: &mut dyn FnMut(Phase)) -> Result<()> {
    let mut command = Command::new(python);
    command.args(INSTALL).arg(list).stdin(files::held(lock));
    let mut reached = InstallProgress::new();
    progress(Phase::WaitingForPackages);
    let (succeeded, printed) = run(command, &mut |line| {
        if let Some(phase) = reached.read(line) {
            progress(phase);
        }
    })
    .map_err(|error| files::failed("run", python, &error))?;
    if succeeded { Ok(()) } else { Err(failed(&printed)) }
}

/// Runs `command` and hands on each line that it prints. Returns whether it succeeded, and all lines.
fn run(mut command: Command, each: &mut dyn FnMut(&str)) -> io::Result<(bool, Vec<String>)> {
    let (reader, writer) = io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn()?;
    drop(command); // it holds the pipe's other end, and the last line would never come
    let mut printed = Vec::new();
    for line in BufReader::new(reader).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).trim_end().to_owned();
        each(&line);
        printed.push(line);
    }
    Ok((child.wait()?.success(), printed))
}

fn failed(printed: &[String]) -> Failure {
    let lines: Vec<&str> = printed.iter().map(String::as_str).filter(|line| !is_noise(line)).collect();
    let tail = tail(lines.iter().copied(), TAIL);
    let fix = FIXES.iter().find(|(sign, _)| lines.iter().any(|line| line.contains(sign)));
    Failure::environment(format!("the practice account's packages could not be installed; pip's last lines:\n{tail}"))
        .hint(fix.map_or(NO_NETWORK, |(_, fix)| fix))
}

fn is_noise(line: &str) -> bool {
    line.is_empty() || NOISE.iter().any(|beginning| line.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_streams_are_followed_to_the_end() {
        let mut seen = Vec::new();
        let script = "echo one; echo two >&2; exit 3";
        let (succeeded, printed) = run(shell(script), &mut |line| seen.push(line.to_owned())).unwrap();
        assert!(!succeeded);
        assert_eq!(printed, ["one", "two"]);
        assert_eq!(seen, printed);
    }

    #[test]
    fn the_fix_fits_the_trouble() {
        let hint = |line: &str| failed(&[line.to_owned()]).hint.unwrap();
        assert!(hint("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE FILE").contains("altered"));
        assert!(hint("ERROR: [Errno 28] No space left on device").contains("Make room"));
        assert!(hint("ERROR: No matching distribution found for six==1.17.0").contains("network"));
    }

    #[test]
    fn a_failure_leaves_out_what_went_well() {
        let printed = ["Collecting six==1.17.0", "  Using cached six-1.17.0-py2.py3-none-any.whl (11 kB)", "ERROR: no"];
        let message = failed(&printed.map(str::to_owned)).message;
        assert!(message.ends_with("last lines:\nERROR: no"), "{message}");
    }

    #[test]
    fn a_failure_shows_the_last_lines() {
        let printed: Vec<String> = (1..=20).map(|number| format!("line {number}")).collect();
        let message = failed(&printed).message;
        assert!(message.ends_with("line 19\nline 20") && !message.contains("line 12\n"), "{message}");
    }
}
