//! The `aws` command of the scripts: the real CLI, served by a process that has imported it already.
//!
//! A call of the plain command costs half a second of processor time, nearly all of it imports; served, a thirtieth of that.

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use crate::harness::tools::{self, AWSCLI};

/// The folder that has the plain `aws`.
pub fn plain() -> PathBuf {
    AWSCLI.program("aws").parent().expect("a program lies in a folder").into()
}

/// The folder that has the served `aws`. The server is started once in a test process and ends with it.
pub fn served() -> &'static Path {
    static SERVER: OnceLock<(PathBuf, Child)> = OnceLock::new();
    &SERVER.get_or_init(start).0
}

fn start() -> (PathBuf, Child) {
    // Not under the target folder: the name of a socket may have 100 bytes. The server removes it.
    let folder = tempfile::tempdir().expect("a temporary folder").keep();
    write_client(&folder);
    let log = folder.join("log");
    let mut command = Command::new(AWSCLI.program("python"));
    command.arg(tools::helper("aws_server.py")).arg(&folder).env_clear().env("HOME", &folder).env("LANG", "C.UTF-8");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(tools::create(&log));
    let mut server = command.spawn().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    let mut answer = String::new();
    let read = BufReader::new(server.stdout.take().expect("a piped stream")).read_line(&mut answer);
    let ready = read.is_ok() && answer == "ready\n";
    assert!(ready, "the aws server does not start:\n{}", fs::read_to_string(&log).unwrap_or_default());
    (folder, server)
}

fn write_client(folder: &Path) {
    let path = folder.join("aws");
    let (client, socket) = (tools::compiled("aws_client"), folder.join("socket"));
    let script = format!("#!/bin/sh\nexec '{}' '{}' \"$@\"\n", client.display(), socket.display());
    fs::write(&path, script).expect("a writable temporary folder");
    fs::set_permissions(&path, Permissions::from_mode(0o755)).expect("a file just written");
}
