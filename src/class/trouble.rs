//! Why a class cannot read a learner's account, in words for the instructor. It is never a grade.

use serde::{Deserialize, Serialize};

/// What is in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadTrouble {
    /// Nobody knows yet which account is the learner's.
    NoAccount,
    /// Two learners name the same account.
    SharedAccount,
    /// The role does not let the class in with the learner's external id.
    NoRole,
    /// The role lets the class in without an external id, or with another one.
    OpenRole,
    /// The role leads into another account than the learner's.
    OtherAccount,
    /// AWS did not answer in time.
    Silent,
    /// The session in the learner's account ended before all was read.
    Expired,
    /// The instructor's own credentials do not work.
    Credentials,
    /// Anything else.
    Broken,
}

impl ReadTrouble {
    /// Whether the learner's account is so. Anything else is AWS's fault or ours, and a later look may see more.
    pub fn is_of_the_account(self) -> bool {
        match self {
            Self::NoAccount | Self::SharedAccount | Self::NoRole | Self::OpenRole | Self::OtherAccount => true,
            Self::Silent | Self::Expired | Self::Credentials | Self::Broken => false,
        }
    }

    /// What is wrong, and what to do.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoAccount => "has not handed in yet, so the account is unknown",
            Self::SharedAccount => "names the same account as another learner; neither is read until one changes",
            Self::NoRole => {
                "there is no role for the class, or not with this learner's external id: deploy class/role.yaml"
            }
            Self::OpenRole => "the role lets the class in without the external id: deploy class/role.yaml again",
            Self::OtherAccount => "the role leads into another account",
            Self::Silent => "AWS did not answer in time; the next round tries again",
            Self::Expired => "the session in the account ended before it was read; the next round opens another",
            Self::Credentials => "your own credentials do not work: sign in again",
            Self::Broken => "the account could not be read; `msl-learn class doctor` tries again",
        }
    }
}
