//! Runs a script in the practice account, with bash and the `aws` CLI, as a learner would in the practice account's shell.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use super::files;
use crate::failure::{Failure, Result};

/// What the scripts need: a test of bash, what is missing if it fails, and the exit code that says so.
const NEEDS: [(&str, &str, i32); 4] = [
    ("(( BASH_VERSINFO[0] >= 4 ))", "bash 4 or later", 93),
    ("command -v aws", "the `aws` CLI", 94),
    ("command -v python3", "python3", 95),
    ("command -v curl", "curl", 96),
];

/// The script's own file, in the folder in which it runs.
pub const SCRIPT: &str = ".drill.sh";

/// Runs `script` in `folder`, after the commands that point `aws` at the account. What it prints goes to the file `log`, if one is
/// named. Returns whether it succeeded.
///
/// # Errors
/// If bash, the `aws` CLI or another program that scripts use is missing.
pub fn run(commands: &str, script: &str, folder: &Path, log: Option<&Path>) -> Result<bool> {
    let needs = NEEDS.map(|(test, _, code)| format!("{test} >/dev/null 2>&1 || exit {code}\n")).concat();
    let file = folder.join(SCRIPT);
    files::write(&file, format!("{commands}{needs}set -euo pipefail\n{script}"))?;
    let mut bash = Command::new("bash");
    bash.arg(&file).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(log) = log {
        files::log_to(log, &mut bash)?;
    }
    let status = bash.status().map_err(|error| match error.kind() {
        ErrorKind::NotFound => missing("bash"),
        _ => files::failed("run", Path::new("bash"), &error),
    })?;
    match NEEDS.iter().find(|(_, _, code)| status.code() == Some(*code)) {
        Some((_, what, _)) => Err(missing(what)),
        None => Ok(status.success()),
    }
}

fn missing(what: &str) -> Failure {
    Failure::environment(format!("{what} is missing, which runs the book's scripts in the practice account"))
        .hint("Install it, or start msl-learn where it is on the path. `msl-learn doctor` says what else is missing.")
}
