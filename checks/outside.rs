//! The world outside of AWS's API: the DNS and the websites, as any visitor meets them, and the time.

pub mod cdk;
pub mod dns;
mod lookups;
pub(crate) mod remembered;
pub mod sam;
pub mod tree;
mod visits;
pub mod web;
pub mod workspace;

use std::sync::Arc;

use dns::Dns;
use jiff::Timestamp;
use remembered::Looks;
use web::Web;

use crate::aws::memo::Memo;

/// What is said of a practice account.
pub(crate) const PRACTICE: &str = "a practice account is not on the internet";
/// What is said of an emulator of the learner's own.
pub(crate) const EMULATOR: &str = "the endpoint used instead of AWS is not on the internet";

/// Where looks from outside go.
#[derive(Clone, Debug)]
pub struct Outside {
    pub(crate) dns: Dns,
    pub(crate) web: Web,
    /// What is said of looks that lead nowhere, since an emulator stands for AWS.
    pub(crate) instead: &'static str,
    /// What time it is there.
    pub(crate) clock: Clock,
    /// Whether looks are kept, or told by what was kept.
    pub(crate) looks: Looks,
    /// What has been seen of it.
    pub(crate) seen: Arc<Memo>,
}

/// What tells the time to all that judges: a judgement knows no other clock, so that it can be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A clock that stands: at the time of a check that is judged again, or so that two checks of one account see the same.
    Stopped(Timestamp),
}

impl Clock {
    /// The time now.
    pub fn now(self) -> Timestamp {
        match self {
            Self::Machine => Timestamp::now(),
            Self::Stopped(at) => at,
        }
    }
}

impl Outside {
    /// The internet, through the system's resolver.
    pub fn internet() -> Self {
        Self::of(Dns::System, Web::internet())
    }

    /// Nowhere: an account that an emulator stands for is not on the internet, as `instead` says.
    pub fn nowhere(instead: &'static str) -> Self {
        Self { instead, ..Self::of(Dns::None, Web::nowhere()) }
    }

    /// The practice account: not in the DNS, and its websites and APIs are played by the emulator at `endpoint`.
    pub fn practice(endpoint: &str) -> Self {
        Self::of(Dns::None, Web::practice(endpoint))
    }

    fn of(dns: Dns, web: Web) -> Self {
        Self { dns, web, instead: PRACTICE, clock: Clock::Machine, looks: Looks::Live, seen: Arc::default() }
    }

    /// Name servers and websites of a test, on this machine. Its clock stands where it stood when the first test began.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn local(dns: Dns, web: Web) -> Self {
        static BEGUN: std::sync::LazyLock<Timestamp> = std::sync::LazyLock::new(Timestamp::now);
        Self { clock: Clock::Stopped(*BEGUN), ..Self::of(dns, web) }
    }

    /// The same world, at a time that does not pass.
    pub(crate) fn stopped(&self, at: Timestamp) -> Self {
        Self { clock: Clock::Stopped(at), ..self.clone() }
    }

    pub(crate) fn looking(self, looks: Looks) -> Self {
        Self { looks, ..self }
    }

    /// Whether the other is a copy of it, at the same time.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.seen, &other.seen) && self.clock == other.clock
    }

    /// The same world, of which nothing has been seen yet.
    pub(crate) fn without_memory(&self) -> Self {
        Self { seen: Arc::default(), ..self.clone() }
    }
}
