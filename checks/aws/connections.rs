//! The connections of the process. All accounts share its HTTP clients and TLS roots, and none can use them all up.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore, rustls_provider::CryptoMode};
use aws_smithy_http_client::{Builder, ConnectorBuilder};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::aws::trust::Trust;

/// How many reads the process may have in flight: well below the 256 open files that macOS allows a program.
const IN_PROCESS: usize = 128;
/// How many reads one account may have in flight: one for each region that it has from the start, and a few more.
const IN_ACCOUNT: usize = 20;
/// How many connections to one host are kept for later.
const IDLE: usize = 20;

static PROCESS: Semaphore = Semaphore::const_new(IN_PROCESS);

/// By the proxy that the environment names, as AWS's own programs go; one client for each set of trusted certificates.
static THROUGH_PROXY: LazyLock<Mutex<HashMap<Option<Trust>, SharedHttpClient>>> = LazyLock::new(Mutex::default);
/// By no proxy, for what is on this machine.
static DIRECT: LazyLock<SharedHttpClient> =
    LazyLock::new(|| clients(ProxyConfig::disabled, &Roots::None, &Roots::System));

/// The certificates that a client trusts.
#[derive(Clone, Debug)]
enum Roots {
    None,
    System,
    /// The system's and these.
    And(Trust),
}

impl Roots {
    fn store(&self) -> TrustStore {
        match self {
            Self::None => TrustStore::empty(),
            Self::System => TrustStore::default(),
            Self::And(trust) => trust.store(),
        }
    }
}

/// A client that trusts these certificates beside the system's.
pub fn through_proxy(trust: Option<Trust>) -> SharedHttpClient {
    let mut clients = THROUGH_PROXY.lock().expect("no holder panics");
    clients.entry(trust.clone()).or_insert_with(|| by_environment(trust)).clone()
}

pub fn direct() -> SharedHttpClient {
    DIRECT.clone()
}

/// Whether the environment may name a proxy that is itself reached over TLS.
fn has_secure_proxy() -> bool {
    std::env::vars_os().any(|(name, value)| {
        name.to_string_lossy().to_ascii_lowercase().ends_with("_proxy")
            && value.to_string_lossy().to_ascii_lowercase().starts_with("https:")
    })
}

fn by_environment(trust: Option<Trust>) -> SharedHttpClient {
    let secure = trust.map_or(Roots::System, Roots::And);
    let plain = if has_secure_proxy() { secure.clone() } else { Roots::None };
    clients(ProxyConfig::from_env, &plain, &secure)
}

fn clients(proxy: fn() -> ProxyConfig, plain: &Roots, secure: &Roots) -> SharedHttpClient {
    let (plain, secure) = (client(proxy, plain.clone()), client(proxy, secure.clone()));
    SharedHttpClient::new(ByScheme { plain, secure })
}

/// Built like the SDK's own, of which every service of every account would have one with its own TLS roots.
fn client(proxy: fn() -> ProxyConfig, roots: Roots) -> SharedHttpClient {
    Builder::new().pool_max_idle_per_host(IDLE).build_with_connector_fn(move |settings, components| {
        let trusted = TlsContext::builder().with_trust_store(roots.store());
        let tls = trusted.build().expect("the roots are the system's, none, or were read before");
        let mut connector =
            ConnectorBuilder::default().tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(tls);
        connector.set_connector_settings(settings.cloned());
        connector.set_sleep_impl(components.and_then(|components| components.sleep_impl()));
        connector.set_proxy_config(Some(proxy()));
        connector.set_pool_max_idle_per_host(Some(IDLE));
        connector.build()
    })
}

/// Makes connections as requests need them. The SDK would make one for every service, to try it, and read the system's
/// certificates for it; over plain HTTP that took a quarter of the processor's time of a check.
#[derive(Clone, Debug)]
pub struct ByScheme {
    pub plain: SharedHttpClient,
    pub secure: SharedHttpClient,
}

impl HttpClient for ByScheme {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let (clients, settings, components) = (self.clone(), settings.clone(), components.clone());
        SharedHttpConnector::new(OnDemand { clients, settings, components })
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.secure.connector_metadata()
    }
}

/// A connection that is chosen by the request.
#[derive(Debug)]
struct OnDemand {
    clients: ByScheme,
    settings: HttpConnectorSettings,
    components: RuntimeComponents,
}

impl HttpConnector for OnDemand {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let is_plain = request.uri().starts_with("http://");
        let client = if is_plain { &self.clients.plain } else { &self.clients.secure };
        client.http_connector(&self.settings, &self.components).call(request)
    }
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
