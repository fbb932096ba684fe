//! The kinds of classes: whose accounts are read, and how a verdict came about.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// Which accounts the learners of a class work in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum ClassAccounts {
    /// Accounts in which the learners may make a role: the class reads them itself.
    Own,
    /// Accounts in which nobody may make a role, such as AWS Academy's labs: learners hand in.
    Lab,
    /// Practice accounts on the learners' machines, without AWS and without a network: learners hand in.
    Practice,
}

/// How a verdict came about; a class says which of these count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The class read the learner's account through the role.
    Seen,
    /// The learner's own program read a real account, and the learner handed it in.
    HandedIn,
    /// Likewise, of a practice account, or of an emulator that stands for AWS.
    Practice,
    /// The learner answered a question that leaves nothing in an account.
    Answered,
}

impl How {
    /// The name in class.toml.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::HandedIn => "handed_in",
            Self::Practice => "practice",
            Self::Answered => "answered",
        }
    }

    /// The words on pages.
    pub fn words(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::HandedIn => "handed in",
            Self::Practice => "practice",
            Self::Answered => "answered",
        }
    }
}

impl ClassAccounts {
    /// The name in class.toml.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Lab => "lab",
            Self::Practice => "practice",
        }
    }

    /// What counts unless the class says otherwise.
    pub fn counts(self) -> Vec<How> {
        match self {
            Self::Own => vec![How::Seen],
            Self::Lab => vec![How::HandedIn, How::Answered],
            Self::Practice => vec![How::Practice, How::Answered],
        }
    }
}

/// What takes a new sheet of grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lms {
    Canvas,
    Moodle,
    /// A plain table.
    Csv,
}

/// What a cell says if nothing was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MissingGrade {
    Blank,
    Zero,
}
