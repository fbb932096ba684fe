//! The SDK's clients of an account: each made once, and only ever with the read-only guard.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Mutex;

use aws_config::SdkConfig;
use aws_sdk_sts::config::retry::RetryPartition;

use super::complete::Complete;
use super::guard::Guard;
use super::secrets::Secrets;

/// The clients of all services, by their type and region; the region is empty for a service without regions.
#[derive(Default)]
pub struct Clients {
    made: Mutex<HashMap<(TypeId, String), Box<dyn Any + Send>>>,
}

impl Clients {
    /// The client of this type in a region; `make` makes it once.
    pub fn of<C: Clone + Send + 'static>(&self, region: &str, make: impl FnOnce() -> C) -> C {
        let mut made = self.made.lock().expect("no holder panics");
        let client = made.entry((TypeId::of::<C>(), region.to_owned())).or_insert_with(|| Box::new(make()));
        client.downcast_ref::<C>().expect("its type is its key").clone()
    }
}

/// What every client of an account is made with.
pub struct Parts {
    pub config: SdkConfig,
    pub guard: Guard,
    pub complete: Complete,
    pub secrets: Secrets,
    pub retries: RetryPartition,
}

/// Returns the account's client of an SDK crate, in a region or, with `""`, of a service without regions. It has the
/// read-only guard and refuses incomplete answers. Clients are created in no other way.
macro_rules! client {
    ($aws:expr, $service:ident, $region:expr) => {
        $crate::aws::clients::client!($aws, $service, $region, |builder| builder)
    };
    ($aws:expr, $service:ident, $region:expr, |$builder:ident| $configured:expr) => {
        $aws.client($region, |parts: $crate::aws::clients::Parts| {
            let $builder = $service::config::Builder::from(&parts.config)
                .interceptor(parts.guard)
                .interceptor($crate::aws::intact::Intact)
                .interceptor(parts.complete)
                .interceptor(parts.secrets)
                .retry_partition(parts.retries);
            $service::Client::from_conf($configured.build())
        })
    };
}
pub(crate) use client;
