//! The emulators that the program is tested against, by independent authors, and how each is started and asked.

use std::fmt;
use std::path::PathBuf;

use crate::harness::tools::{MINISTACK, MOTO};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    MiniStack,
    Moto,
}

impl Kind {
    pub fn program(self) -> PathBuf {
        match self {
            Kind::MiniStack => MINISTACK.program("ministack"),
            Kind::Moto => MOTO.program("moto_server"),
        }
    }

    pub fn arguments(self, port: &str) -> Vec<&str> {
        match self {
            Kind::MiniStack => Vec::new(),
            Kind::Moto => vec!["-H", "127.0.0.1", "-p", port],
        }
    }

    pub fn settings(self, port: &str) -> Vec<(&str, &str)> {
        match self {
            Kind::MiniStack => {
                vec![("BIND_HOST", "127.0.0.1"), ("GATEWAY_PORT", port), ("MINISTACK_ACCOUNT_ID", self.account())]
            }
            // Without these moto knows no AWS-managed policies and never issues a certificate.
            Kind::Moto => vec![("MOTO_IAM_LOAD_MANAGED_POLICIES", "true"), ("MOTO_ACM_VALIDATION_WAIT", "1")],
        }
    }

    /// What makes it heed policies; moto is told so while it runs.
    pub fn heeding(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Kind::MiniStack => &[("AUTH", "true")],
            Kind::Moto => &[],
        }
    }

    pub fn account(self) -> &'static str {
        match self {
            Kind::MiniStack => "000000000000",
            Kind::Moto => "123456789012",
        }
    }

    pub fn health(self) -> &'static str {
        match self {
            Kind::MiniStack => "/_ministack/health",
            Kind::Moto => "/moto-api/data.json",
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
