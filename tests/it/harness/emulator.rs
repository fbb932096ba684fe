//! An emulator of AWS as a process of its own: on a free port of this machine, and gone with the test that started it.

use crate::harness::account::{Account, Line};
use crate::harness::kind::Kind;
use crate::harness::launcher::{self, Family};

/// A running emulator; dropping it ends the process and what that started.
pub struct Emulator {
    family: &'static Family,
    name: String,
    endpoint: String,
    /// None once the account rests.
    line: Option<Line>,
}

impl Emulator {
    pub fn ministack() -> Self {
        Self::start(Kind::MiniStack)
    }

    pub fn moto() -> Self {
        Self::start(Kind::Moto)
    }

    /// An emulator with an empty account.
    pub fn start(kind: Kind) -> Self {
        launcher::empty(kind).copy()
    }

    /// The process of that name, which has answered with its port.
    pub fn serving(family: &'static Family, name: String, port: &str, line: Line) -> Self {
        let well = port.parse::<u16>().is_ok();
        assert!(well, "{} does not start; its log ends:\n{}", family.kind, family.log_tail(&name));
        Self { family, name, endpoint: format!("http://127.0.0.1:{port}"), line: Some(line) }
    }

    pub fn kind(&self) -> Kind {
        self.family.kind
    }

    /// Where it listens, such as `http://127.0.0.1:4566`.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    pub fn account(&self) -> &'static str {
        self.kind().account()
    }

    /// Makes the account empty again.
    pub fn reset(&self) {
        let url = format!("{}{}", self.endpoint, self.kind().reset());
        if let Err(error) = ureq::post(&url).send_empty() {
            panic!("{} was not reset: {error}; its log ends:\n{}", self.kind(), self.family.log_tail(&self.name));
        }
    }

    /// Whether policies are heeded from now on. MiniStack heeds them always: the root user's keys `test` may do everything.
    pub fn heed(&self, policies: bool) {
        let Kind::Moto = self.kind() else { return };
        let url = format!("{}/moto-api/reset-auth", self.endpoint);
        let unchecked_requests = if policies { "0" } else { "inf" };
        ureq::post(&url).send(unchecked_requests).unwrap_or_else(|error| panic!("moto heeds no policies: {error}"));
    }

    /// Serves no longer, and lets the account rest as it is.
    pub fn rest(mut self) -> Account {
        let mut line = self.line.take().expect("it serves until it rests");
        line.say("rest");
        let answer = line.answer();
        assert_eq!(answer, "resting", "{} does not rest:\n{}", self.kind(), self.family.log_tail(&self.name));
        Account::at_rest(self.family, self.name.clone(), line)
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        if let Some(mut line) = self.line.take() {
            line.end();
        }
    }
}
