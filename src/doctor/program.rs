//! Asks another program for its version, within a time limit.

use std::io::Read as _;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The longest time a working program takes to answer.
const LIMIT: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(10);

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Silent {
    NotFound,
    /// Words that follow the program's name.
    Failed(String),
}

/// The first line that `program --version` prints.
pub fn version(program: &str) -> Result<String, Silent> {
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

    #[test]
    fn a_program_that_is_not_there_or_says_nothing() {
        assert_eq!(version("/no/such/program"), Err(Silent::NotFound));
        assert_eq!(version("/"), Err(Silent::Failed("cannot be started: Permission denied (os error 13)".into())));
        assert_eq!(version("test"), Err(Silent::Failed("does not say its version".into())));
    }
}
