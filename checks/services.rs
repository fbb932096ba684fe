//! The AWS services that are asked: one file each, and the one list of them.

pub mod acm;
pub mod apigateway;
pub mod backup;
pub mod cloudformation;
pub mod cloudfront;
pub mod cognito;
pub mod config;
pub mod domains;
pub mod dynamodb;
pub mod eventbridge;
pub mod iam;
pub mod lambda;
pub mod logs;
pub mod route53;
pub mod s3;
pub mod scheduler;
pub mod ses;
pub mod sfn;
pub mod sns;
pub mod ssm;
pub mod sts;

use crate::aws::access::Access;
use crate::aws::api::{Api, Apis};
use crate::aws::patience::Patience;
use crate::aws::service::Service;
use crate::aws::sign_in_error::SignInError;
use crate::aws::{Aws, access};

macro_rules! services {
    ($($service:path),+ $(,)?) => {
        /// Every service that is asked, in the order in which `doctor` names them.
        pub const SERVICES: &[&Service] = &[$(&{ $service }),+];
        const API_LIST: &[&Api] = &[$(&{ $service }.api),+];
    };
}

services! {
    sts::SERVICE,
    iam::SERVICE,
    route53::SERVICE,
    s3::SERVICE,
    acm::SERVICE,
    cloudfront::SERVICE,
    apigateway::SERVICE,
    apigateway::http_apis::SERVICE,
    lambda::SERVICE,
    logs::SERVICE,
    dynamodb::SERVICE,
    ssm::SERVICE,
    ses::SERVICE,
    cognito::SERVICE,
    eventbridge::SERVICE,
    scheduler::SERVICE,
    sns::SERVICE,
    backup::SERVICE,
    config::SERVICE,
    sfn::SERVICE,
    cloudformation::SERVICE,
    domains::SERVICE,
    s3::account::SERVICE,
}

/// What the guard, the rates, the check of endpoints and the policies walk.
pub const APIS: Apis = API_LIST;

impl Aws {
    /// Makes the account reachable; sends nothing yet.
    ///
    /// # Errors
    /// If the environment or the profile sends calls elsewhere than the settings say.
    pub async fn reach(access: Access) -> Result<Self, SignInError> {
        Self::reach_within(access, Patience::default()).await
    }

    /// As [`Aws::reach`], with other time limits.
    ///
    /// # Errors
    /// As [`Aws::reach`].
    pub async fn reach_within(access: Access, patience: Patience) -> Result<Self, SignInError> {
        access::reach(access, APIS, patience).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A service without a file could be sent elsewhere unseen.
    #[test]
    fn every_client_crate_is_a_service() {
        let manifest = include_str!("Cargo.toml");
        let mut crates: Vec<_> =
            manifest.lines().filter_map(|line| line.strip_prefix("aws-sdk-")?.split(' ').next()).collect();
        crates.sort_unstable();
        // The crate of AWS Config is named for the service, and not for its id.
        let name = |key: &str| if key == "config_service" { "config".to_owned() } else { key.replace('_', "") };
        let mut services: Vec<_> = APIS.iter().map(|api| name(api.settings_key)).collect();
        services.sort_unstable();
        assert_eq!(services, crates);
    }
}
