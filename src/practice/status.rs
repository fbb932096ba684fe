//! What callers learn about a practice account: the phases of its start, and its status.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::failure::Failure;

/// A phase of [`Practice::start`](super::Practice::start).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase<'a> {
    /// Another `msl-learn` works on the same installation or account.
    WaitingForAnother,
    /// A Python virtual environment is being made.
    CreatingEnvironment,
    /// pip has printed nothing yet, which can take long if the network does not answer.
    WaitingForPackages,
    /// `package` is being fetched; `done` of `total` packages are fetched.
    Fetching { done: usize, total: usize, package: &'a str },
    /// All packages are fetched and are being unpacked, which takes as long.
    Unpacking,
    /// A Node.js for functions is being fetched and unpacked.
    FetchingNode,
    /// The modules of Lambda's Node.js runtimes are being fetched and unpacked.
    FetchingModules,
    /// The emulator's process is being started.
    Starting,
    /// The process runs and has not answered yet.
    WaitingForHealth,
}

/// A practice account that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The URL to send requests to: `http://127.0.0.1:PORT`.
    pub endpoint: String,
    pub port: u16,
    /// The emulator's process, which leads a session and a process group of its own.
    pub pid: u32,
    pub started: Timestamp,
    /// What the emulator wrote since its start.
    pub log: PathBuf,
}

/// What [`Practice::start`](super::Practice::start) made sure of.
#[derive(Debug)]
pub struct Started {
    pub running: Running,
    /// Why functions in Node.js do not work, if they do not.
    pub without_node: Option<Failure>,
}

/// The status of a practice account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The emulator's process is there.
    Running(Running),
    /// It was stopped; what is in the account is kept.
    Stopped,
    /// It was never started in this workspace.
    NotThere,
    /// It ended without being stopped, and its log names no error: it was killed, or the machine went down.
    Gone,
    /// It ended without being stopped, and its log names an error.
    Crashed {
        log: PathBuf,
        /// The log's last lines.
        tail: String,
    },
}

/// What [`Practice::stop`](super::Practice::stop) found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    WasRunning,
    WasNotRunning,
}
