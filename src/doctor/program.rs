//! Asks another program for its version, within a time limit.

use std::env;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The longest time a working program takes to answer.
const LIMIT: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(10);
/// The most bytes that a system reads of a script's first line.
const LONGEST: u64 = 512;

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Silent {
    NotFound,
    /// Words that follow the program's name.
    Failed(String),
}

/// The first line that `program --version` prints. Of several on the path, a shell takes the first, and no other if that one
/// cannot be started.
pub fn version(program: &str) -> Result<String, Silent> {
    if let Some(broken) = first_on_path(program).filter(|file| !interpreter_is_there(file)) {
        return Err(Silent::Failed(format!(
            "cannot be started: the program that the first line of {} names is missing",
            broken.display()
        )));
    }
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Silent::NotFound,
        _ => Silent::Failed(format!("cannot be started: {error}")),
    })?;
    if !ends_in_time(&mut child) {
        return Err(Silent::Failed(format!("does not answer within {} seconds", LIMIT.as_secs())));
    }
    let mut printed = String::new();
    let output = child.stdout.take().map(|mut output| output.read_to_string(&mut printed));
    match (output, printed.lines().next()) {
        (Some(Ok(_)), Some(line)) => Ok(line.trim().to_owned()),
        _ => Err(Silent::Failed("does not say its version".into())),
    }
}

/// The file that a shell starts.
fn first_on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| is_executable(file))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::fs::Metadata;
    use std::os::unix::fs::PermissionsExt as _;

    let is_one = |metadata: Metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0;
    std::fs::metadata(file).is_ok_and(is_one)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}

/// Whether the interpreter that a script names in its first line exists; what is no script needs none.
fn interpreter_is_there(file: &Path) -> bool {
    let mut line = Vec::new();
    let read = File::open(file).and_then(|file| BufReader::new(file.take(LONGEST)).read_until(b'\n', &mut line));
    let line = String::from_utf8_lossy(&line);
    let interpreter = line.strip_prefix("#!").and_then(|rest| rest.split_whitespace().next());
    read.is_err() || interpreter.is_none_or(|interpreter| Path::new(interpreter).exists())
}

fn ends_in_time(child: &mut Child) -> bool {
    let deadline = Instant::now() + LIMIT;
    while matches!(child.try_wait(), Ok(None)) {
        if Instant::now() > deadline {
            let _ = child.kill();
            let _ = child.wait();
            return false;
        }
        thread::sleep(PAUSE);
    }
    true
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// As a shell says it: cannot execute, required file not found.
    #[test]
    fn a_script_without_its_interpreter_is_not_started() {
        let folder = tempfile::tempdir().unwrap();
        for (first, is_there) in
            [("#!/bin/sh\n", true), ("#! /no/such/python3 -I\n", false), ("\u{7f}ELF", true), ("", true)]
        {
            let file = folder.path().join("aws");
            std::fs::write(&file, first).unwrap();
            assert_eq!(interpreter_is_there(&file), is_there, "{first}");
        }
        assert!(
            first_on_path("sh").is_some_and(|file| file.is_absolute()) && first_on_path("no-such-program").is_none()
        );
    }

    #[test]
    fn a_program_that_is_not_there_or_says_nothing() {
        assert_eq!(version("/no/such/program"), Err(Silent::NotFound));
        assert_eq!(version("/"), Err(Silent::Failed("cannot be started: Permission denied (os error 13)".into())));
        assert_eq!(version("test"), Err(Silent::Failed("does not say its version".into())));
    }
}
