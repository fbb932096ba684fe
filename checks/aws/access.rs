//! How an account is reached: a practice account by its endpoint, a real one by its profile. The two never mix.

use std::env;
use std::time::Duration;

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::service_config::ServiceConfigKey;

use super::{Aws, Call, Dns, Read, User, guarded, operation};

/// The service ids of all clients, as configuration files spell them.
const SERVICES: &[&str] = &["acm", "cloudfront", "iam", "route_53", "route_53_domains", "s3", "s3_control", "sts"];

/// How to reach the account.
#[derive(Clone, Debug)]
pub enum Access {
    /// A practice account: nothing of the environment or the profiles is used.
    Practice { endpoint: String, region: String, access_key: String, secret_key: String },
    /// A real account, or whatever the settings name as its endpoint.
    Real { profile: Option<String>, region: String, endpoint: Option<String> },
}

/// Why an account is not even asked.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    #[error("{place} sends AWS calls to {url}, but this workspace is about a real account")]
    EndpointOverride { place: String, url: String },
}

/// Who is asking, as AWS sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Twelve digits.
    pub account: String,
    pub arn: String,
}

impl Caller {
    /// The partition in the ARN, such as `aws`.
    pub fn partition(&self) -> &str {
        self.arn.split(':').nth(1).unwrap_or("aws")
    }

    /// Whether these are the root user's credentials.
    pub fn is_root(&self) -> bool {
        self.arn.ends_with(":root")
    }

    /// The IAM user, when it is one.
    pub(crate) fn user(&self) -> Option<User> {
        let path = self.arn.split(":user/").nth(1)?;
        path.rsplit('/').next().map(|name| User { name: name.to_owned(), arn: self.arn.clone() })
    }
}

impl Aws {
    /// Makes the account reachable; sends nothing yet.
    ///
    /// # Errors
    /// When the environment or the profile sends calls elsewhere than the settings say.
    pub async fn reach(access: Access) -> Result<Self, SignInError> {
        Ok(match access {
            Access::Practice { endpoint, region, access_key, secret_key } => {
                Self::new(practice(endpoint, region, access_key, secret_key), true, Dns::None)
            }
            Access::Real { profile, region, endpoint } => {
                let emulated = endpoint.is_some();
                Self::new(real(profile, region, endpoint).await?, emulated, Dns::System)
            }
        })
    }

    /// Who is asking.
    ///
    /// # Errors
    /// When the identity cannot be read.
    pub async fn caller(&self) -> Read<Caller> {
        let call = Call::new(operation::GET_CALLER_IDENTITY, "*");
        let answer = self.ask(call.clone(), "", self.sts().get_caller_identity().send()).await?;
        match (answer.account(), answer.arn()) {
            (Some(account), Some(arn)) => Ok(Caller { account: account.to_owned(), arn: arn.to_owned() }),
            _ => Err(super::Fault::incomplete(call, "Account and Arn")),
        }
    }

    fn sts(&self) -> &aws_sdk_sts::Client {
        self.sts.get_or_init(|| guarded!(self, aws_sdk_sts))
    }
}

/// Nothing here reads the environment or a file, so that no profile can lead practice into a real account.
fn practice(endpoint: String, region: String, access_key: String, secret_key: String) -> SdkConfig {
    let credentials = Credentials::new(access_key, secret_key, None, None, "practice account");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(endpoint)
        .region(Region::new(region))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .retry_config(retries())
        .timeout_config(timeouts())
        .build()
}

async fn real(profile: Option<String>, region: String, endpoint: Option<String>) -> Result<SdkConfig, SignInError> {
    let mut loader = aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new(region))
        .retry_config(retries())
        .timeout_config(timeouts());
    if let Some(profile) = profile {
        loader = loader.profile_name(profile);
    }
    let config = loader.load().await;
    refuse_override(&config, endpoint.as_deref())?;
    Ok(match endpoint {
        Some(endpoint) => config.into_builder().endpoint_url(endpoint).build(),
        None => config,
    })
}

/// An endpoint that only some services go to would mix two worlds, so every one of them is looked for.
fn refuse_override(config: &SdkConfig, named: Option<&str>) -> Result<(), SignInError> {
    let ignored = env::var("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS").is_ok_and(|value| value.eq_ignore_ascii_case("true"));
    if ignored {
        return Ok(());
    }
    let everywhere =
        config.endpoint_url().map(|url| ("AWS_ENDPOINT_URL or the profile's endpoint_url".into(), url.to_owned()));
    let service =
        SERVICES.iter().find_map(|service| Some((override_name(service), service_override(config, service)?)));
    match everywhere.or(service) {
        Some((place, url)) if named != Some(url.as_str()) => Err(SignInError::EndpointOverride { place, url }),
        _ => Ok(()),
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

/// The SDK has no limits of its own for these, and hangs on a server that never answers.
fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(5))
        .read_timeout(Duration::from_secs(10))
        .operation_attempt_timeout(Duration::from_secs(12))
        .operation_timeout(Duration::from_secs(25))
        .build()
}
