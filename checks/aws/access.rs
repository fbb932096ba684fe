//! How an account is reached: a practice account by its endpoint, a real one by its profile. The two never mix.

use aws_config::identity::IdentityCache;
use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::identity::SharedIdentityCache;
use aws_smithy_types::retry::RetryConfig;
use aws_types::service_config::ServiceConfigKey;

use crate::aws::api::Apis;
use crate::aws::configuration::Configuration;
use crate::aws::patience::Patience;
use crate::aws::sign_in_error::SignInError;
use crate::aws::{Aws, connections};
use crate::outside::{self, Outside};

/// The services that the SDK asks while it signs in. The learner's tokens must not go elsewhere either.
const SIGN_IN: &[&str] = &["signin", "sso", "sso_oidc"];

/// How to reach the account.
#[derive(Clone, Debug)]
pub enum Access {
    /// A practice account: nothing of the environment or the profiles is used.
    Practice(PracticeAccess),
    /// A real account, or whatever the settings name as its endpoint.
    Real(RealAccess),
}

/// Where a practice account is, and the key that it knows the learner by.
#[derive(Clone, Debug)]
pub struct PracticeAccess {
    pub endpoint: String,
    pub region: String,
    pub access_key: String,
    pub secret_key: String,
    /// Whether what answers there also plays what visitors meet, as the practice account's own launcher does.
    pub has_visitors: bool,
}

/// The profile that leads to a real account.
#[derive(Clone, Debug)]
pub struct RealAccess {
    /// The default one if there is none.
    pub profile: Option<String>,
    pub region: String,
    /// Instead of AWS's own.
    pub endpoint: Option<String>,
}

/// Makes an account reachable; sends nothing yet.
///
/// # Errors
/// If the environment or the profile sends calls elsewhere than the settings say, or the AWS configuration cannot be used.
pub(crate) async fn reach(access: Access, apis: Apis, patience: Patience) -> Result<Aws, SignInError> {
    let aws = match access {
        Access::Practice(access) => {
            let outside = if access.has_visitors {
                Outside::practice(&access.endpoint)
            } else {
                Outside::nowhere(outside::PRACTICE)
            };
            Aws::new(practice(access, &patience), apis, true, outside)
        }
        Access::Real(access) => {
            let emulated = access.endpoint.is_some();
            let outside = if emulated { Outside::nowhere(outside::EMULATOR) } else { Outside::internet() };
            Aws::new(real(access, apis, &patience).await?, apis, emulated, outside)
        }
    };
    Ok(aws.within(patience))
}

/// Nothing here reads the environment or a file, so that no profile can lead practice into a real account.
fn practice(access: PracticeAccess, patience: &Patience) -> SdkConfig {
    let credentials = Credentials::new(access.access_key, access.secret_key, None, None, "practice account");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(access.endpoint)
        .region(Region::new(access.region))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .identity_cache(identities(patience))
        .http_client(connections::direct())
        .retry_config(retries())
        .timeout_config(patience.timeouts())
        .build()
}

async fn real(access: RealAccess, apis: Apis, patience: &Patience) -> Result<SdkConfig, SignInError> {
    let RealAccess { profile, region, endpoint } = access;
    let configuration = Configuration::read(profile.as_deref()).await?;
    let (region, client) = (Region::new(region), connections::through_proxy(configuration.trust));
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .region(region.clone())
        .identity_cache(identities(patience))
        .http_client(client.clone())
        .retry_config(retries())
        .timeout_config(patience.timeouts());
    if let Some(profile) = configuration.profile {
        if configuration.is_named {
            loader = loader.credentials_provider(profile_alone(&profile, region, client));
        }
        loader = loader.profile_name(profile);
    }
    let config = loader.load().await;
    refuse_override(&config, endpoint.as_deref(), apis)?;
    Ok(match endpoint {
        // No emulator has endpoints of these kinds.
        Some(url) => config.into_builder().endpoint_url(url).use_fips(false).use_dual_stack(false).build(),
        None => config,
    })
}

/// The credentials of a profile, whatever keys the environment holds.
fn profile_alone(profile: &str, region: Region, client: SharedHttpClient) -> ProfileFileCredentialsProvider {
    let config = ProviderConfig::default().with_region(Some(region)).with_http_client(client);
    ProfileFileCredentialsProvider::builder().profile_name(profile).configure(&config).build()
}

/// Refuses an endpoint that the settings do not name, for any service: it would mix two worlds. The SDK leaves out what
/// `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` or the profile makes it ignore.
fn refuse_override(config: &SdkConfig, named: Option<&str>, apis: Apis) -> Result<(), SignInError> {
    let everywhere =
        config.endpoint_url().map(|url| ("AWS_ENDPOINT_URL or the profile's endpoint_url".into(), url.to_owned()));
    let services = apis.iter().map(|api| api.settings_key).chain(SIGN_IN.iter().copied()).filter_map(|service| {
        let url = service_override(config, service)?;
        Some((override_name(service), url))
    });
    let same = |url: &str| named.is_some_and(|named| named.trim_end_matches('/') == url.trim_end_matches('/'));
    match everywhere.into_iter().chain(services).find(|(_, url)| !same(url)) {
        Some((place, url)) => Err(SignInError::EndpointOverride { place, url }),
        None => Ok(()),
    }
}

fn service_override(config: &SdkConfig, service: &str) -> Option<String> {
    let key = ServiceConfigKey::builder().service_id(service).env("AWS_ENDPOINT_URL").profile("endpoint_url").build();
    config.service_config()?.load_config(key.ok()?)
}

fn override_name(service: &str) -> String {
    format!("AWS_ENDPOINT_URL_{} or the profile's endpoint_url for {service}", service.to_uppercase())
}

fn retries() -> RetryConfig {
    RetryConfig::standard().with_max_attempts(3)
}

/// A cache for this account alone: the SDK's shared one holds 64 identities and then drops one for each new one.
pub(super) fn identities(patience: &Patience) -> SharedIdentityCache {
    IdentityCache::lazy().load_timeout(patience.credentials).build()
}
