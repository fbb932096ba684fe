//! Domain registration: with Route 53, on its way, or with another registrar as the DNS shows it.

use aws_sdk_route53domains::Client;
use aws_sdk_route53domains::types::{OperationStatus, OperationType};

use aws_config::Region;

use super::route53::plain;
use super::{Absent, Aws, Call, Read, guarded, operation};

/// Where a domain is registered, and the name servers that it is delegated to (sorted, without final dots).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registration {
    /// Registered with Route 53 in this account.
    Route53 { name_servers: Vec<String> },
    /// Being registered with Route 53.
    InProgress,
    /// Not with Route 53 in this account: what the DNS says; empty when nobody has registered it.
    Elsewhere { name_servers: Vec<String> },
}

impl Registration {
    pub fn name_servers(&self) -> &[String] {
        match self {
            Registration::Route53 { name_servers } | Registration::Elsewhere { name_servers } => name_servers,
            Registration::InProgress => &[],
        }
    }
}

impl Aws {
    /// How `domain` is registered and delegated.
    pub async fn delegation(&self, domain: &str) -> Read<Registration> {
        let call = Call::new(operation::GET_DOMAIN_DETAIL, domain);
        let send = self.domains().get_domain_detail().domain_name(domain).send();
        // A domain of somebody else's is invalid input (service model of GetDomainDetail).
        let detail = self.ask(call, "", send).await.absent_on(&["InvalidInput", "UnsupportedTLD"])?;
        if let Some(detail) = detail {
            let mut servers: Vec<String> = detail.nameservers().iter().map(|server| plain(server.name())).collect();
            servers.sort();
            return Ok(Registration::Route53 { name_servers: servers });
        }
        if self.is_being_registered(domain).await? {
            return Ok(Registration::InProgress);
        }
        let name_servers = self.dns.name_servers(domain).await?;
        Ok(Registration::Elsewhere { name_servers })
    }

    async fn is_being_registered(&self, domain: &str) -> Read<bool> {
        let call = Call::new(operation::LIST_OPERATIONS, "*");
        let request = self.domains().list_operations().r#type(OperationType::RegisterDomain);
        let request = request.status(OperationStatus::InProgress).status(OperationStatus::Submitted);
        let answer = self.ask(call, "", request.send()).await?;
        Ok(answer
            .operations()
            .iter()
            .any(|operation| operation.domain_name().is_some_and(|name| plain(name) == domain)))
    }

    /// Domain registration answers in us-east-1 only.
    fn domains(&self) -> &Client {
        self.domains.get_or_init(|| {
            guarded!(self, aws_sdk_route53domains, |builder| builder.region(Region::from_static("us-east-1")))
        })
    }
}
