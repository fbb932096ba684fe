//! Where the credentials come from, without any secret of theirs.

use std::time::SystemTime;

use aws_config::environment::EnvironmentVariableRegionProvider;
use aws_config::meta::region::ProvideRegion as _;
use aws_config::profile::ProfileFileRegionProvider;
use aws_credential_types::Credentials;
use aws_credential_types::credential_feature::AwsCredentialFeature as Feature;
use aws_credential_types::provider::ProvideCredentials as _;

use crate::aws::Aws;

/// How much of an access key id may be shown.
const SHOWN: usize = 4;

/// What may be shown of the credentials that sign requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Such as `environment variables`.
    pub source: &'static str,
    /// The last four characters of the access key id; none when it has hardly more.
    pub key_ends: Option<String>,
    /// Whether they are of the kind that expires.
    pub temporary: bool,
    pub expires: Option<SystemTime>,
}

impl Aws {
    /// Returns the credentials that sign requests; `None` if they are missing or unreadable. [`Aws::caller`] says why.
    pub async fn signed_in(&self) -> Option<SignedIn> {
        let credentials = self.config.credentials_provider()?.provide_credentials().await.ok()?;
        Some(SignedIn {
            source: source(&credentials),
            key_ends: end(credentials.access_key_id()),
            temporary: credentials.session_token().is_some(),
            expires: credentials.expiry(),
        })
    }
}

/// Returns the default region of the `aws` CLI: from the environment, then from the profile.
pub async fn cli_region() -> Option<String> {
    let region = match EnvironmentVariableRegionProvider::new().region().await {
        Some(region) => Some(region),
        None => ProfileFileRegionProvider::new().region().await,
    };
    region.map(|region| region.as_ref().to_owned())
}

/// Names the source by the features that the SDK records. The first match counts, since a profile leads on to others.
fn source(credentials: &Credentials) -> &'static str {
    let passed = credentials.get_property::<Vec<Feature>>().map(Vec::as_slice).unwrap_or_default();
    let has = |features: &[Feature]| features.iter().any(|feature| passed.contains(feature));
    let sources: [(&[Feature], &str); 8] = [
        (&[Feature::CredentialsStsAssumeRole, Feature::CredentialsStsAssumeRoleWebId], "an assumed role"),
        (&[Feature::CredentialsProfileLogin, Feature::CredentialsLogin], "`aws login`"),
        (&[Feature::CredentialsSso, Feature::CredentialsProfileSso], "IAM Identity Center (`aws sso login`)"),
        (&[Feature::CredentialsProcess, Feature::CredentialsProfileProcess], "a credential process"),
        (&[Feature::CredentialsEnvVars], "environment variables"),
        (&[Feature::CredentialsHttp], "the container's endpoint"),
        (&[Feature::CredentialsImds], "the metadata service of EC2"),
        (&[Feature::CredentialsProfile], "an access key in the profile"),
    ];
    sources.iter().find(|(features, _)| has(features)).map_or("the practice account", |(_, source)| source)
}

fn end(id: &str) -> Option<String> {
    let from = id.len().checked_sub(SHOWN).filter(|hidden| *hidden >= SHOWN)?;
    id.get(from..).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Account;

    #[test]
    fn no_more_than_four_characters_of_an_id_are_shown() {
        assert_eq!(end("AKIAIOSFODNN7EXAMPLE").as_deref(), Some("MPLE"));
        assert_eq!(end("12345678").as_deref(), Some("5678"));
        for short in ["", "test", "1234567", "äöüäöü7"] {
            assert!(end(short).is_none_or(|end| end.len() <= SHOWN && short.len() >= 2 * SHOWN), "{short}");
        }
    }

    #[test]
    fn the_way_that_credentials_came_is_told() {
        let came = |features: &[Feature]| {
            let mut credentials = Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "test");
            credentials.get_property_mut_or_default::<Vec<Feature>>().extend_from_slice(features);
            source(&credentials)
        };
        assert_eq!(came(&[Feature::CredentialsEnvVars]), "environment variables");
        assert_eq!(came(&[Feature::CredentialsProfile]), "an access key in the profile");
        assert_eq!(
            came(&[Feature::CredentialsSso, Feature::CredentialsProfile]),
            "IAM Identity Center (`aws sso login`)"
        );
        assert_eq!(came(&[Feature::CredentialsProcess, Feature::CredentialsProfile]), "a credential process");
        assert_eq!(came(&[Feature::CredentialsProfile, Feature::CredentialsStsAssumeRole]), "an assumed role");
    }

    #[tokio::test]
    async fn no_secret_is_told() {
        let told = format!("{:?}", Account::empty().open().signed_in().await.unwrap());
        assert!(told.contains("MPLE") && !told.contains("secret") && !told.contains("AKIAEXAMPLE"), "{told}");
    }
}
