//! The Python with which the emulator is installed.

use std::ffi::OsString;
use std::fs::File;
use std::path::Path;
use std::process::Command;

use super::files;
use crate::failure::{Failure, Result};

/// The variable that names the Python to use.
const VARIABLE: &str = "MSL_LEARN_PYTHON";
/// The commands that are tried without it, in this order.
const CANDIDATES: [&str; 6] = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
/// The oldest and the newest version for which all pinned packages have wheels.
const OLDEST: Version = (3, 10);
const NEWEST: Version = (3, 14);
const PRINT_VERSION: &str = "import sys; print(*sys.version_info[:2])";

/// Major and minor number.
type Version = (u32, u32);

/// The command of the first suitable Python.
pub fn find() -> Result<OsString> {
    let candidates = match std::env::var_os(VARIABLE) {
        Some(named) => vec![named],
        None => CANDIDATES.map(OsString::from).to_vec(),
    };
    let suiting = candidates.iter().find(|candidate| version(candidate).is_some_and(suits));
    suiting.cloned().ok_or_else(|| none_of(&candidates))
}

/// Whether the learner names the Python to use.
pub fn is_named() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// Creates a virtual environment at `place`, a folder that does not exist yet.
pub fn create_environment(python: &OsString, place: &Path, lock: &File) -> Result<()> {
    let output = Command::new(python).args(["-I", "-m", "venv"]).arg(place).stdin(files::held(lock)).output();
    let output = output.map_err(|error| files::failed("run", Path::new(python), &error))?;
    if output.status.success() {
        return Ok(());
    }
    let printed = [output.stdout, output.stderr].concat();
    Err(no_environment(python, &String::from_utf8_lossy(&printed)))
}

fn no_environment(python: &OsString, printed: &str) -> Failure {
    let python = python.to_string_lossy();
    let message = format!("{python} cannot create a virtual environment; it says:\n{}", printed.trim());
    let failure = Failure::environment(message);
    if printed.contains("ensurepip") || printed.contains("No module named venv") {
        return failure.hint(
            "Install what is missing (Debian and Ubuntu: `sudo apt install python3-venv`), then run the command again.",
        );
    }
    failure.hint(format!("Name another Python: `export {VARIABLE}=/path/to/python3`. Or another folder: `export MSL_LEARN_DATA_DIR=/path/to/folder`."))
}

fn suits(version: Version) -> bool {
    (OLDEST..=NEWEST).contains(&version)
}

fn version(python: &OsString) -> Option<Version> {
    let output = Command::new(python).args(["-I", "-c", PRINT_VERSION]).output().ok()?;
    read_version(&String::from_utf8_lossy(&output.stdout))
}

fn read_version(printed: &str) -> Option<Version> {
    let (major, minor) = printed.trim().split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

fn none_of(candidates: &[OsString]) -> Failure {
    let tried: Vec<String> = candidates.iter().map(describe).collect();
    Failure::environment(format!(
        "the practice account needs Python {}.{} to {}.{}, and none was found\ntried: {}",
        OLDEST.0,
        OLDEST.1,
        NEWEST.0,
        NEWEST.1,
        tried.join(", ")
    ))
    .hint(format!(
        "Install Python 3 (Debian and Ubuntu: `sudo apt install python3 python3-venv`; Fedora: `sudo dnf install \
         python3`; macOS: `brew install python3`), or name one that you have: `export {VARIABLE}=/path/to/python3`."
    ))
}

/// Such as `python3 (is 3.13)`.
pub fn describe(candidate: &OsString) -> String {
    let name = candidate.to_string_lossy();
    match version(candidate) {
        Some((major, minor)) => format!("{name} (is {major}.{minor})"),
        None => name.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_from_3_10_to_3_14_suit() {
        let suiting = |printed| read_version(printed).is_some_and(suits);
        assert!(suiting("3 10\n") && suiting("3 14\n"));
        assert!(!suiting("3 9\n") && !suiting("3 15\n") && !suiting("2 7\n") && !suiting(""));
    }

    #[test]
    fn a_failure_names_what_was_tried() {
        let failure = none_of(&["/no/such/python3".into(), "/no/such/python3.10".into()]);
        assert!(failure.message.ends_with("tried: /no/such/python3, /no/such/python3.10"), "{failure}");
        assert!(failure.hint.unwrap().contains(VARIABLE));
    }
}
