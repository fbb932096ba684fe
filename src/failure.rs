//! What can go wrong in a command: kind, message, hint and exit code, in one place.

use std::fmt;

/// Exit code if everything asked for is done.
pub const EXIT_DONE: u8 = 0;
/// Exit code if something is not done or not ready yet.
pub const EXIT_NOT_DONE: u8 = 1;
/// Exit code for wrong usage or wrong settings.
pub const EXIT_USAGE: u8 = 2;
/// Exit code if a verdict cannot be told, or the machine does not let the command work.
pub const EXIT_CANNOT_TELL: u8 = 3;
/// Exit code after Ctrl-C: 128 plus the number of the signal, as in shells.
pub const EXIT_INTERRUPTED: u8 = 130;

/// Who can do something about a failure. Decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The command line or a settings file is wrong: the learner can write it differently.
    Usage,
    /// The machine, the network or the account does not let the command work.
    Environment,
    /// The learner ended the command with Ctrl-C.
    Interrupted,
}

/// An error for the learner: what happened, then what to do about it.
#[derive(Debug)]
pub struct Failure {
    pub kind: FailureKind,
    /// A lower-case fragment without a final stop, of one or several lines.
    pub message: String,
    /// What to do next, as full sentences.
    pub hint: Option<String>,
}

pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Usage, message)
    }

    pub fn environment(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Environment, message)
    }

    pub fn interrupted(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Interrupted, message)
    }

    fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None }
    }

    /// Adds what to do next.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub fn exit_code(&self) -> u8 {
        match self.kind {
            FailureKind::Usage => EXIT_USAGE,
            FailureKind::Environment => EXIT_CANNOT_TELL,
            FailureKind::Interrupted => EXIT_INTERRUPTED,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
