//! The connections of the process. All accounts share its HTTP clients and TLS roots, and none can use them all up.

use std::sync::LazyLock;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use aws_smithy_http_client::{Builder, ConnectorBuilder};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How many reads the process may have in flight: well below the 256 open files that macOS allows a program.
const IN_PROCESS: usize = 128;
/// How many reads one account may have in flight: one for each region that it has from the start, and a few more.
const IN_ACCOUNT: usize = 20;
/// How many connections to one host are kept for later.
const IDLE: usize = 20;

static PROCESS: Semaphore = Semaphore::const_new(IN_PROCESS);

/// By the proxy that the environment names, as AWS's own programs go.
static THROUGH_PROXY: LazyLock<SharedHttpClient> = LazyLock::new(|| client(ProxyConfig::from_env));
/// By no proxy, for what is on this machine.
static DIRECT: LazyLock<SharedHttpClient> = LazyLock::new(|| client(ProxyConfig::disabled));

pub fn through_proxy() -> SharedHttpClient {
    THROUGH_PROXY.clone()
}

pub fn direct() -> SharedHttpClient {
    DIRECT.clone()
}

/// Built like the SDK's own, of which every service of every account would have one with its own TLS roots.
fn client(proxy: fn() -> ProxyConfig) -> SharedHttpClient {
    Builder::new().pool_max_idle_per_host(IDLE).build_with_connector_fn(move |settings, components| {
        let mut connector = ConnectorBuilder::default().tls_provider(Provider::Rustls(CryptoMode::Ring));
        connector.set_connector_settings(settings.cloned());
        connector.set_sleep_impl(components.and_then(|components| components.sleep_impl()));
        connector.set_proxy_config(Some(proxy()));
        connector.set_pool_max_idle_per_host(Some(IDLE));
        connector.build()
    })
}

/// The connections that one account may have open.
#[derive(Debug)]
pub struct Connections(Semaphore);

impl Default for Connections {
    fn default() -> Self {
        Self(Semaphore::new(IN_ACCOUNT))
    }
}

impl Connections {
    /// Waits for a connection, which the caller holds until the returned permit is dropped.
    pub async fn one(&self) -> [SemaphorePermit<'_>; 2] {
        let own = self.0.acquire().await.expect("nobody closes it");
        [own, PROCESS.acquire().await.expect("nobody closes it")]
    }
}
