//! The world outside of AWS's API: the DNS and the websites, as any visitor meets them.

pub mod dns;
mod lookups;
mod visits;
pub mod web;
pub mod workspace;

use std::sync::Arc;

use dns::Dns;
use web::Web;

use crate::aws::memo::Memo;

/// Where looks from outside go.
#[derive(Clone, Debug)]
pub struct Outside {
    pub(crate) dns: Dns,
    pub(crate) web: Web,
    /// What has been seen of it.
    pub(crate) seen: Arc<Memo>,
}

impl Outside {
    /// The internet, through the system's resolver.
    pub fn internet() -> Self {
        Self::of(Dns::System, Web::internet())
    }

    /// Nowhere: an account that an emulator stands for is not on the internet.
    pub fn nowhere() -> Self {
        Self::of(Dns::None, Web::nowhere())
    }

    /// The practice account: not in the DNS, and its websites and APIs are played by the emulator at `endpoint`.
    pub fn practice(endpoint: &str) -> Self {
        Self::of(Dns::None, Web::practice(endpoint))
    }

    fn of(dns: Dns, web: Web) -> Self {
        Self { dns, web, seen: Arc::default() }
    }

    /// Name servers and websites of a test, on this machine.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn local(dns: Dns, web: Web) -> Self {
        Self::of(dns, web)
    }

    /// The same world, of which nothing has been seen yet.
    pub(crate) fn without_memory(&self) -> Self {
        Self::of(self.dns.clone(), self.web.clone())
    }
}
