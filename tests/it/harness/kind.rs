//! The emulators that the program is tested against, by independent authors, and how each is started and asked.

use std::fmt;
use std::path::PathBuf;

use crate::harness::launcher;
use crate::harness::tools::{MINISTACK, MOTO};

#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq)]
pub enum Kind {
    MiniStack,
    Moto,
}

impl Kind {
    /// A program of the emulator's installation.
    pub fn program(self, name: &str) -> PathBuf {
        match self {
            Kind::MiniStack => MINISTACK.program(name),
            Kind::Moto => MOTO.program(name),
        }
    }

    /// What `tests/tools/stations.py` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::MiniStack => "ministack",
            Kind::Moto => "moto",
        }
    }

    pub fn settings(self) -> &'static [(&'static str, &'static str)] {
        match self {
            // As in the practice account; the keys `test` are the root user's.
            Kind::MiniStack => &[
                ("MINISTACK_ACCOUNT_ID", "000000000000"),
                ("AUTH", "true"),
                ("AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED", "true"),
            ],
            // Without these moto knows no AWS-managed policies and never issues a certificate.
            Kind::Moto => &[("MOTO_IAM_LOAD_MANAGED_POLICIES", "true"), ("MOTO_ACM_VALIDATION_WAIT", "1")],
        }
    }

    /// Whether it plays what visitors meet, as the practice account does.
    pub fn has_visitors(self) -> bool {
        self == Kind::MiniStack && launcher::runtime().lacks.is_none()
    }

    pub fn account(self) -> &'static str {
        match self {
            Kind::MiniStack => "000000000000",
            Kind::Moto => "123456789012",
        }
    }

    pub fn reset(self) -> &'static str {
        match self {
            Kind::MiniStack => "/_ministack/reset",
            Kind::Moto => "/moto-api/reset",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::MiniStack => "MiniStack",
            Kind::Moto => "moto",
        })
    }
}
