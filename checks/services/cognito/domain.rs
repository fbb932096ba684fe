//! Cognito: the domain of a user pool's sign-in pages.

use std::fmt;

use aws_sdk_cognitoidentityprovider::types::{DomainDescriptionType, DomainStatusType as Status};

use super::{DESCRIBE_USER_POOL_DOMAIN, NOT_FOUND, POOL_ARN};
use crate::aws::service::prelude::*;
use crate::outside::dns::plain;

/// A domain of the sign-in pages that is its owner's, such as `auth.example.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolDomain {
    pub name: String,
    pub pool_id: String,
    pub status: DomainStatus,
    /// `None` where the endpoint does not say.
    pub certificate_arn: Option<String>,
    /// The distribution of CloudFront that answers; `None` while AWS is still making it.
    pub target: Option<String>,
    pub pages: SignInPages,
}

impl fmt::Display for PoolDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, with {}", self.name, self.pages.name())
    }
}

impl PoolDomain {
    /// The ARN of the pool that it leads to.
    pub fn pool_arn(&self, you: &Learner) -> String {
        you.arn(POOL_ARN, &you.region, &self.pool_id)
    }
}

/// How far a domain is, with AWS's own word for it (service model of DescribeUserPoolDomain, Status).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DomainStatus {
    Active,
    /// It is being made or changed.
    Working(String),
    /// It is being deleted, or will not become active.
    Unusable(String),
}

/// Which pages people sign in on (service model of DescribeUserPoolDomain, ManagedLoginVersion).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInPages {
    /// The classic hosted UI. All domains from before managed login have it, and say nothing of it.
    Classic,
    ManagedLogin,
}

impl SignInPages {
    /// As the console names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Classic => "the classic hosted UI",
            Self::ManagedLogin => "managed login",
        }
    }
}

impl Aws {
    /// The custom domain of that name, in the learner's region; `None` if no pool there has it.
    pub async fn pool_domain(&self, you: &Learner, name: &str) -> Read<Option<PoolDomain>> {
        let call = Call::new(DESCRIBE_USER_POOL_DOMAIN, "*").at(&you.region);
        let send = || self.cognito(&you.region).describe_user_pool_domain().domain(name).send();
        let scope = format!("{} {name}", you.region);
        let answer = self.ask(call.clone(), &scope, send).await.absent_on(NOT_FOUND)?;
        let Some(answer) = answer else { return Ok(None) };
        let domain = answer.domain_description().ok_or("DomainDescription").and_then(|domain| described(name, domain));
        domain.map_err(|member| Fault::incomplete(call, member))
    }

    /// The ARN of the domain's certificate, which AWS always tells.
    pub fn pool_certificate_arn<'a>(&self, domain: &'a PoolDomain) -> Read<&'a str> {
        let call = || Call::new(DESCRIBE_USER_POOL_DOMAIN, "*");
        domain.certificate_arn.as_deref().ok_or_else(|| Fault::incomplete(call(), "CustomDomainConfig"))
    }
}

/// The domain, or the member that is missing. A description without anything in it is that of a domain that nobody has.
fn described(name: &str, domain: &DomainDescriptionType) -> Result<Option<PoolDomain>, &'static str> {
    let Some(pool_id) = domain.user_pool_id().filter(|id| !id.is_empty()) else {
        return if domain.domain().is_some() { Err("UserPoolId") } else { Ok(None) };
    };
    let certificate = domain.custom_domain_config().map(|config| config.certificate_arn().to_owned());
    Ok(Some(PoolDomain {
        name: name.to_owned(),
        pool_id: pool_id.to_owned(),
        status: status(domain.status().ok_or("Status")?),
        certificate_arn: certificate.filter(|arn| !arn.is_empty()),
        target: domain.cloud_front_distribution().filter(|host| !host.is_empty()).map(plain),
        pages: match domain.managed_login_version() {
            Some(2..) => SignInPages::ManagedLogin,
            _ => SignInPages::Classic,
        },
    }))
}

fn status(status: &Status) -> DomainStatus {
    match status {
        Status::Active => DomainStatus::Active,
        Status::Creating | Status::Updating => DomainStatus::Working(status.as_str().to_owned()),
        other => DomainStatus::Unusable(other.as_str().to_owned()),
    }
}
