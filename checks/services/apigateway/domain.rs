//! API Gateway: custom domain names, what DNS records for them point at, and which API and stage answer there.

use std::fmt;

use aws_sdk_apigateway::operation::get_base_path_mappings::GetBasePathMappingsOutput;
use aws_sdk_apigateway::operation::get_domain_name::GetDomainNameOutput;
use aws_sdk_apigateway::operation::get_domain_names::GetDomainNamesOutput;
use aws_sdk_apigateway::types::{BasePathMapping, EndpointType};
use futures_util::future::try_join_all;
use futures_util::join;

use super::{GET_API_DOMAIN, GET_API_DOMAINS, GET_BASE_PATH_MAPPINGS};
use crate::aws::service::prelude::*;
use crate::outside::dns::plain;
use crate::services::acm::Certificate;
use crate::services::route53::AliasTarget;

/// The ARN of a custom domain name.
const DOMAIN_ARN: &str = "arn:{{ partition }}:apigateway:{{ region }}::/domainnames/{{ name }}";
/// Other regions are looked in, too, and other names.
pub(super) const API_DOMAINS: &ResourceSet =
    &resources_everywhere("ApiDomains", "arn:{{ partition }}:apigateway:{{ region }}::/domainnames*");
pub const API_DOMAIN: Reader =
    Reader::of(&[reading(GET_API_DOMAIN, API_DOMAINS), reading(GET_API_DOMAINS, API_DOMAINS)]);
pub const API_MAPPINGS: Reader = Reader::of(&[reading(GET_BASE_PATH_MAPPINGS, API_DOMAINS)]);
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/apigateway/main/publish/domain-names?region={{ region }}");

/// The most entries that AWS puts on a page (service model of GetDomainNames, limit).
const PAGE: i32 = 500;
/// AWS says so of a name that no custom domain of this account and region has (service model of GetDomainName).
const NOT_FOUND: &[&str] = &["NotFoundException"];
/// How API Gateway writes the base path that is empty (service model of BasePathMapping).
const ROOT: &str = "(none)";

/// A custom domain name of API Gateway (API Gateway API Reference, DomainName).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiDomain {
    pub name: String,
    /// One as a rule; a domain name may have both kinds while it moves from one to the other.
    pub endpoints: Vec<ApiEndpoint>,
    /// Such as `TLS_1_2`; `None` where the endpoint does not say.
    pub security_policy: Option<String>,
    /// Such as `AVAILABLE`; `None` where the endpoint does not say.
    pub status: Option<String>,
    pub status_message: Option<String>,
    /// Such as `BASE_PATH_MAPPING_ONLY`; `None` where the endpoint does not say, as before 2025.
    pub routing_mode: Option<String>,
    /// Whether visitors need certificates of their own.
    pub mutual_tls: bool,
}

impl fmt::Display for ApiDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.name, self.kinds())
    }
}

/// Where a custom domain name is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiEndpoint {
    pub kind: EndpointKind,
    pub certificate_arn: Option<String>,
    /// What an alias record points at; `None` while AWS is still making it.
    pub target: Option<AliasTarget>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndpointKind {
    /// Through CloudFront, with a certificate in us-east-1.
    Edge,
    /// In the API's own region, with a certificate there.
    Regional,
    /// Such as `PRIVATE`, which nobody reaches from the internet.
    Other(String),
}

impl EndpointKind {
    /// As the console names it.
    pub fn name(&self) -> &str {
        match self {
            EndpointKind::Edge => "edge-optimized",
            EndpointKind::Regional => "Regional",
            EndpointKind::Other(name) => name,
        }
    }
}

impl ApiEndpoint {
    /// Where its certificate must be, for an API in `region` (API Gateway Developer Guide, "Get certificates ready in AWS
    /// Certificate Manager").
    pub fn certificate_region<'a>(&self, region: &'a str) -> &'a str {
        if self.kind == EndpointKind::Edge { "us-east-1" } else { region }
    }
}

impl ApiDomain {
    /// What alias records may point at.
    pub fn targets(&self) -> Vec<&AliasTarget> {
        self.endpoints.iter().filter_map(|endpoint| endpoint.target.as_ref()).collect()
    }

    /// The kinds of its endpoints, on one line.
    pub fn kinds(&self) -> String {
        self.endpoints.iter().map(|endpoint| endpoint.kind.name()).collect::<Vec<_>>().join(" and ")
    }
}

/// Which API and stage answer below a path of a custom domain name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiMapping {
    /// Without slashes around it; empty for the root.
    pub base_path: String,
    pub api_id: String,
    /// `None` where visitors name the stage in the path.
    pub stage: Option<String>,
}

impl ApiMapping {
    /// What the mapping says, on one line.
    pub fn describe(&self) -> String {
        let path = if self.base_path.is_empty() { "the root path" } else { &self.base_path };
        let stage = self.stage.as_ref().map_or_else(|| "without a stage".to_owned(), |stage| format!("stage {stage}"));
        format!("{path} to the API {}, {stage}", self.api_id)
    }
}

impl Aws {
    /// The custom domain name in the learner's region, or what a beginner made instead.
    pub async fn api_domain(&self, you: &Learner, name: &str) -> Read<Found<ApiDomain>> {
        if let Some(domain) = self.api_domain_in(you, &you.region, name).await? {
            return Ok(Found::Here(domain));
        }
        let (elsewhere, similar) = join!(self.api_domain_elsewhere(you, name), self.similar_api_domain(you, name));
        Ok(Found::Missing(elsewhere.or(similar)))
    }

    /// What answers at a custom domain name, path by path; nothing if there is no such domain name.
    pub async fn api_mappings(&self, you: &Learner, name: &str) -> Read<Vec<ApiMapping>> {
        let arn = format!("{}/basepathmappings", you.arn(DOMAIN_ARN, &you.region, name));
        let call = Call::new(GET_BASE_PATH_MAPPINGS, arn).at(&you.region);
        let list = || self.apigateway(&you.region).get_base_path_mappings().domain_name(name).limit(PAGE);
        let send = |mark| list().set_position(mark).send();
        let read = |answer: &GetBasePathMappingsOutput| {
            let mappings = answer.items().iter().map(mapping).collect::<Option<_>>().ok_or("restApiId")?;
            Ok(Listing::marked(mappings, answer.position()))
        };
        Ok(self.all(call, name, send, read).await.absent_on(NOT_FOUND)?.unwrap_or_default())
    }

    /// The domain name's security policy, which AWS always tells.
    pub fn api_security_policy<'a>(&self, you: &Learner, domain: &'a ApiDomain) -> Read<&'a str> {
        let call = || Call::new(GET_API_DOMAIN, you.arn(DOMAIN_ARN, &you.region, &domain.name)).at(&you.region);
        domain.security_policy.as_deref().ok_or_else(|| Fault::incomplete(call(), "securityPolicy"))
    }

    /// The certificates of the domain name's endpoints, in their order; `None` for one without, or whose is gone.
    pub async fn certificates_of(&self, domain: &ApiDomain) -> Read<Vec<Option<Certificate>>> {
        let arns = domain.endpoints.iter().map(|endpoint| endpoint.certificate_arn.as_deref());
        let looks = arns.map(|arn| async move {
            match arn {
                Some(arn) => self.certificate_of(arn).await,
                None => Ok(None),
            }
        });
        try_join_all(looks).await
    }

    /// The custom domain name in a region.
    pub(crate) async fn api_domain_in(&self, you: &Learner, region: &str, name: &str) -> Read<Option<ApiDomain>> {
        let call = Call::new(GET_API_DOMAIN, you.arn(DOMAIN_ARN, region, name)).at(region);
        let send = || self.apigateway(region).get_domain_name().domain_name(name).send();
        let answer = self.ask(call.clone(), region, send).await.absent_on(NOT_FOUND)?;
        answer.map(|answer| domain(name, &answer).map_err(|member| Fault::incomplete(call, member))).transpose()
    }

    async fn api_domain_elsewhere(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let here = &you.region;
        let (region, _) =
            self.elsewhere(you, here, |region| self.api_domain_in(you, region, name), Option::is_some).await?;
        Some(NearMiss {
            found: format!("a custom domain name {name} in {region}"),
            advice: format!(
                "A custom domain name leads to APIs of its own region. Delete the one in {region}, switch the console to {here}, and create it there."
            ),
        })
    }

    /// A custom domain name like the one looked for, or another below the learner's domain.
    async fn similar_api_domain(&self, you: &Learner, wanted: &str) -> Option<NearMiss> {
        let below = format!(".{}", you.domain);
        let names = self.api_domain_names(you).await.ok()?;
        let near = nearest(wanted, &names, |name| name).or_else(|| names.iter().find(|name| name.ends_with(&below)))?;
        Some(NearMiss {
            found: format!("a custom domain name {near}"),
            advice: format!(
                "A custom domain name cannot be renamed: create {wanted}, then delete {near}. If {near} is the name that you want, set it in msl-learn.toml."
            ),
        })
    }

    async fn api_domain_names(&self, you: &Learner) -> Read<Vec<String>> {
        let arn = format!("arn:{}:apigateway:{}::/domainnames", you.partition, you.region);
        let call = Call::new(GET_API_DOMAINS, arn).at(&you.region);
        let send = |mark| self.apigateway(&you.region).get_domain_names().limit(PAGE).set_position(mark).send();
        let read = |answer: &GetDomainNamesOutput| {
            let names = answer.items().iter().filter_map(|item| item.domain_name()).map(plain);
            Ok(Listing::marked(names.collect(), answer.position()))
        };
        self.all(call, "", send, read).await
    }
}

/// The domain name as AWS tells it, or the member that it must tell and does not. A domain name has a target as soon as
/// it is available, and an endpoint type always (service model of DomainName, endpointConfiguration).
fn domain(name: &str, answer: &GetDomainNameOutput) -> Result<ApiDomain, &'static str> {
    let configuration = answer.endpoint_configuration().ok_or("endpointConfiguration")?;
    let endpoints: Vec<_> = configuration.types().iter().map(|kind| endpoint(kind, answer)).collect();
    if endpoints.is_empty() {
        return Err("endpointConfiguration.types");
    }
    let text = |value: Option<&str>| value.filter(|value| !value.is_empty()).map(str::to_owned);
    Ok(ApiDomain {
        name: name.to_owned(),
        endpoints,
        security_policy: text(answer.security_policy().map(|policy| policy.as_str())),
        status: text(answer.domain_name_status().map(|status| status.as_str())),
        status_message: text(answer.domain_name_status_message()),
        routing_mode: text(answer.routing_mode().map(|mode| mode.as_str())),
        mutual_tls: answer.mutual_tls_authentication().is_some_and(|tls| tls.truststore_uri().is_some()),
    })
}

/// An answer tells of both kinds at once, so the kind decides what belongs to it.
fn endpoint(kind: &EndpointType, answer: &GetDomainNameOutput) -> ApiEndpoint {
    let (kind, certificate, host, zone_id) = match kind {
        EndpointType::Edge => (
            EndpointKind::Edge,
            answer.certificate_arn(),
            answer.distribution_domain_name(),
            answer.distribution_hosted_zone_id(),
        ),
        EndpointType::Regional => (
            EndpointKind::Regional,
            answer.regional_certificate_arn(),
            answer.regional_domain_name(),
            answer.regional_hosted_zone_id(),
        ),
        other => (EndpointKind::Other(other.as_str().to_owned()), answer.certificate_arn(), None, None),
    };
    let target = host.zip(zone_id).filter(|(host, zone)| !host.is_empty() && !zone.is_empty());
    ApiEndpoint {
        kind,
        certificate_arn: certificate.filter(|arn| !arn.is_empty()).map(str::to_owned),
        target: target.map(|(host, zone_id)| AliasTarget { host: plain(host), zone_id: zone_id.to_owned() }),
    }
}

fn mapping(item: &BasePathMapping) -> Option<ApiMapping> {
    let path = item.base_path().filter(|path| *path != ROOT).unwrap_or_default();
    Some(ApiMapping {
        base_path: path.trim_matches('/').to_owned(),
        api_id: item.rest_api_id()?.to_owned(),
        stage: item.stage().filter(|stage| !stage.is_empty()).map(str::to_owned),
    })
}
