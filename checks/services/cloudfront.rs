//! CloudFront: distributions, their origins and what guards them.

mod behavior;
mod caching;
mod forwarding;
pub mod invalidation;

use std::fmt;

use aws_sdk_cloudfront::Client;
use aws_sdk_cloudfront::operation::list_distributions::ListDistributionsOutput;
use aws_sdk_cloudfront::types::{DistributionConfig, DistributionSummary, GeoRestrictionType, Origin as SdkOrigin};

use crate::aws::service::prelude::*;
pub use behavior::Behavior;

pub const SERVICE: Service = Service {
    api: Api {
        id: "CloudFront",
        settings_key: "cloudfront",
        operations: OPERATIONS,
        // Unpublished; others pace themselves so.
        rates: &[rate("", 5, 5)],
        always: &[
            always("DistributionList", &["IsTruncated"]),
            always(
                "DistributionSummary",
                &["Id", "ARN", "DomainName", "Aliases", "Origins", "Enabled", "IsIPV6Enabled"],
            ),
            always("DistributionConfig", &["Origins", "DefaultCacheBehavior", "Enabled"]),
            always("Items/Origin", &["Id", "DomainName"]),
            always("DefaultCacheBehavior", &["TargetOriginId", "ViewerProtocolPolicy"]),
            always("CacheBehavior", &["PathPattern", "TargetOriginId", "ViewerProtocolPolicy"]),
            always("CachePolicyConfig", &["ParametersInCacheKeyAndForwardedToOrigin"]),
            always("OriginRequestPolicyConfig", &["HeadersConfig"]),
            always("HeadersConfig", &["HeaderBehavior"]),
            always("GeoRestriction", &["RestrictionType"]),
            always("TrustedSigners", &["Enabled"]),
            always("TrustedKeyGroups", &["Enabled"]),
            always("OriginAccessControlConfig", &["SigningBehavior", "OriginAccessControlOriginType"]),
            always("InvalidationList", &["IsTruncated"]),
            always("InvalidationSummary", &["Id", "CreateTime", "Status"]),
            always("Invalidation", &["Status", "CreateTime", "InvalidationBatch"]),
            always("InvalidationBatch", &["Paths"]),
        ],
    },
    health: health(|aws, _| {
        aws.answers(LIST_DISTRIBUTIONS, || aws.cloudfront().list_distributions().max_items(1).send())
    }),
};

operations! { "CloudFront", "cloudfront";
    LIST_DISTRIBUTIONS: "ListDistributions" on All;
    GET_DISTRIBUTION: "GetDistribution" on Resource;
    GET_ORIGIN_ACCESS_CONTROL: "GetOriginAccessControl" on Resource;
    GET_CACHE_POLICY: "GetCachePolicy" on Resource;
    GET_ORIGIN_REQUEST_POLICY: "GetOriginRequestPolicy" on Resource;
    LIST_INVALIDATIONS: "ListInvalidations" on Resource;
    GET_INVALIDATION: "GetInvalidation" on Resource;
}

/// The ARN of an origin access control.
const ACCESS_CONTROL_ARN: &str = "arn:{{ partition }}:cloudfront::{{ account }}:origin-access-control/{{ name }}";
const DISTRIBUTIONS: &ResourceSet =
    &resources("Distributions", "arn:{{ partition }}:cloudfront::{{ account }}:distribution/*");
/// What distributions use: access controls and policies. The printed policy holds 6,144 characters at the most, so that one
/// statement names all of them; each action reads its own kind of them alone.
const USED_BY_DISTRIBUTIONS: &ResourceSet =
    &resources("UsedByDistributions", "arn:{{ partition }}:cloudfront::{{ account }}:*");
const CACHE_POLICY_ARN: &str = "arn:{{ partition }}:cloudfront::{{ account }}:cache-policy/{{ name }}";
const ORIGIN_REQUEST_POLICY_ARN: &str =
    "arn:{{ partition }}:cloudfront::{{ account }}:origin-request-policy/{{ name }}";
pub const DISTRIBUTION: Reader = Reader::of(&[reading_all(LIST_DISTRIBUTIONS)]);
pub const DISTRIBUTION_SETTINGS: Reader = Reader::of(&[
    reading(GET_DISTRIBUTION, DISTRIBUTIONS),
    reading(GET_ORIGIN_ACCESS_CONTROL, USED_BY_DISTRIBUTIONS),
    reading(GET_CACHE_POLICY, USED_BY_DISTRIBUTIONS),
    reading(GET_ORIGIN_REQUEST_POLICY, USED_BY_DISTRIBUTIONS),
]);
/// Their paths stand in the invalidations alone, and not in the list of them.
pub const INVALIDATIONS: Reader =
    Reader::of(&[reading(LIST_INVALIDATIONS, DISTRIBUTIONS), reading(GET_INVALIDATION, DISTRIBUTIONS)]);
/// Whatever a review asks about a distribution.
pub const REVIEWED: Reader = Reader::of(&[
    reading_all(LIST_DISTRIBUTIONS),
    reading(GET_DISTRIBUTION, DISTRIBUTIONS),
    reading(GET_ORIGIN_ACCESS_CONTROL, USED_BY_DISTRIBUTIONS),
    reading(GET_CACHE_POLICY, USED_BY_DISTRIBUTIONS),
]);
pub const CONSOLE: Page = page("https://console.aws.amazon.com/cloudfront/v4/home#/distributions");

/// The hosted zone id that every alias record to a distribution carries (Amazon Route 53 API Reference, AliasTarget).
pub const ALIAS_ZONE_ID: &str = "Z2FDTNDATAQYW2";

/// What the list of distributions tells of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    pub id: String,
    pub arn: String,
    /// Such as `d111111abcdef8.cloudfront.net`.
    pub host: String,
    pub aliases: Vec<String>,
    pub enabled: bool,
    /// Whether its address has an AAAA record.
    pub has_ipv6: bool,
    origin_hosts: Vec<String>,
}

impl fmt::Display for Distribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the distribution {}, {}", self.id, self.host)
    }
}

/// The settings of a distribution that the book's exercise makes.
#[derive(Clone, Debug)]
pub struct DistributionSettings {
    pub enabled: bool,
    pub deployed: bool,
    pub status: String,
    pub default_root_object: String,
    pub certificate_arn: Option<String>,
    pub minimum_tls: String,
    /// The origin of the default behavior.
    pub origin: Read<Origin>,
    /// The behaviors that visitors of the home page meet: the default one, if none of higher precedence takes them.
    pub home: Vec<Behavior>,
    /// The bucket that the older kind of logs goes to.
    pub log_bucket: Option<String>,
    /// The latest version of HTTP that it speaks, such as `http2and3`, if that is told.
    pub http_version: Option<String>,
    /// What may keep visitors out, as words: a web ACL, countries.
    pub limits: Vec<String>,
}

/// Where a distribution fetches from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub host: String,
    /// The folder in the origin that requests are looked for in; empty for its root.
    pub path: String,
    /// Whether CloudFront treats it as an S3 bucket rather than as a web server.
    pub is_bucket: bool,
    pub access_control_id: Option<String>,
}

/// How CloudFront signs its requests to an origin.
#[derive(Clone, Debug)]
pub struct AccessControl {
    pub signing: String,
    pub origin_type: String,
}

impl Aws {
    /// The distribution with `alias` as alternate domain name, or what a beginner made instead, such as one of `bucket`
    /// without it.
    pub async fn distribution(&self, alias: &str, bucket: &str) -> Read<Found<Distribution>> {
        let distributions = self.distributions().await?;
        if let Some(found) =
            distributions.iter().find(|d| d.aliases.iter().any(|name| name.eq_ignore_ascii_case(alias)))
        {
            return Ok(Found::Here(found.clone()));
        }
        let add = format!(
            "Edit the general settings of the distribution and add the alternate domain name {alias}, with its certificate."
        );
        let of_bucket = |d: &&Distribution| d.origin_hosts.iter().any(|host| host.starts_with(&format!("{bucket}.s3")));
        if let Some(near) = distributions.iter().find(of_bucket) {
            let names = if near.aliases.is_empty() {
                "without an alternate domain name".into()
            } else {
                format!("for {}", near.aliases.join(", "))
            };
            let found = format!("the distribution {} of your bucket, {names}", near.id);
            return Ok(Found::Missing(Some(NearMiss { found, advice: add })));
        }
        let aliases: Vec<(&str, &str)> =
            distributions.iter().flat_map(|d| d.aliases.iter().map(|a| (d.id.as_str(), a.as_str()))).collect();
        Ok(Found::Missing(
            nearest(alias, &aliases, |(_, name)| name)
                .map(|(id, name)| NearMiss { found: format!("the distribution {id} for {name}"), advice: add }),
        ))
    }

    /// All settings of a distribution.
    pub async fn distribution_settings(&self, distribution: &Distribution) -> Read<DistributionSettings> {
        let call = Call::new(GET_DISTRIBUTION, &distribution.arn);
        let answer =
            self.ask(call.clone(), "", || self.cloudfront().get_distribution().id(&distribution.id).send()).await?;
        let found = answer.distribution().ok_or_else(|| Fault::incomplete(call.clone(), "Distribution"))?;
        let config =
            found.distribution_config().ok_or_else(|| Fault::incomplete(call.clone(), "DistributionConfig"))?;
        Ok(settings(call, found.status(), config))
    }

    /// The origin access control of the distribution's origin, `None` when it has none.
    pub async fn origin_access(&self, you: &Learner, distribution: &Distribution) -> Read<Option<AccessControl>> {
        let settings = self.distribution_settings(distribution).await?;
        // Of several, the one of a bucket: what is no bucket has none.
        let of_bucket = settings.home.into_iter().filter_map(|behavior| behavior.origin.ok()).find(|one| one.is_bucket);
        let origin = of_bucket.map_or(settings.origin, Ok)?;
        match origin.access_control_id {
            Some(id) => self.access_control(you, &id).await.map(Some),
            None => Ok(None),
        }
    }

    async fn access_control(&self, you: &Learner, id: &str) -> Read<AccessControl> {
        let call = Call::new(GET_ORIGIN_ACCESS_CONTROL, you.arn(ACCESS_CONTROL_ARN, "", id));
        let answer = self.ask(call.clone(), "", || self.cloudfront().get_origin_access_control().id(id).send()).await?;
        let config = answer.origin_access_control().and_then(|control| control.origin_access_control_config());
        let config = config.ok_or_else(|| Fault::incomplete(call, "OriginAccessControlConfig"))?;
        Ok(AccessControl {
            signing: config.signing_behavior().as_str().to_owned(),
            origin_type: config.origin_access_control_origin_type().as_str().to_owned(),
        })
    }

    /// All distributions of the account.
    pub(crate) async fn distributions(&self) -> Read<Vec<Distribution>> {
        let call = Call::new(LIST_DISTRIBUTIONS, "*");
        let send = |mark| self.cloudfront().list_distributions().set_marker(mark).send();
        let read = |answer: &ListDistributionsOutput| {
            let list = answer.distribution_list().ok_or("DistributionList")?;
            let distributions = list.items().iter().map(listed).collect::<Option<_>>().ok_or("Aliases")?;
            Ok(Listing::truncated(distributions, list.is_truncated(), list.next_marker()))
        };
        self.all(call, "", send, read).await
    }

    pub(crate) fn cloudfront(&self) -> Client {
        client!(self, aws_sdk_cloudfront, "")
    }
}

/// The distribution; nothing if the answer lacks its aliases, which AWS always sends.
fn listed(item: &DistributionSummary) -> Option<Distribution> {
    Some(Distribution {
        id: item.id().to_owned(),
        arn: item.arn().to_owned(),
        host: item.domain_name().to_lowercase(),
        aliases: item.aliases()?.items().to_vec(),
        enabled: item.enabled(),
        has_ipv6: item.is_ipv6_enabled(),
        origin_hosts: item
            .origins()
            .map(|origins| origins.items().iter().map(|o| o.domain_name().to_lowercase()).collect())
            .unwrap_or_default(),
    })
}

fn settings(call: Call, status: &str, config: &DistributionConfig) -> DistributionSettings {
    let certificate = config.viewer_certificate();
    DistributionSettings {
        enabled: config.enabled(),
        deployed: status.eq_ignore_ascii_case("Deployed"),
        status: status.to_owned(),
        default_root_object: config.default_root_object().unwrap_or_default().to_owned(),
        certificate_arn: certificate.and_then(|c| c.acm_certificate_arn()).map(str::to_owned),
        minimum_tls: certificate
            .and_then(|c| c.minimum_protocol_version())
            .map(|v| v.as_str().to_owned())
            .unwrap_or_default(),
        origin: origin(
            &call,
            config,
            config.default_cache_behavior().map(|one| one.target_origin_id()).unwrap_or_default(),
        ),
        home: behavior::of_home(&call, config),
        log_bucket: log_bucket(config),
        http_version: config.http_version().map(|version| version.as_str().to_owned()),
        limits: limits(config),
    }
}

fn log_bucket(config: &DistributionConfig) -> Option<String> {
    let logging = config.logging().filter(|logging| logging.enabled())?;
    Some(logging.bucket()).filter(|bucket| !bucket.is_empty()).map(str::to_owned)
}

fn limits(config: &DistributionConfig) -> Vec<String> {
    let acl = config.web_acl_id().filter(|id| !id.is_empty()).map(|id| format!("the web ACL {id}"));
    let countries = config.restrictions().and_then(|all| all.geo_restriction());
    let countries = countries.filter(|one| *one.restriction_type() != GeoRestrictionType::None);
    let countries =
        countries.map(|one| format!("a {} of the countries {}", one.restriction_type(), one.items().join(", ")));
    acl.into_iter().chain(countries).collect()
}

/// The origin of that id; of an origin group, its first member.
fn origin(call: &Call, config: &DistributionConfig, target: &str) -> Read<Origin> {
    let group = config.origin_groups().and_then(|groups| groups.items().iter().find(|group| group.id() == target));
    let target =
        group.and_then(|g| g.members()).and_then(|m| m.items().first()).map_or(target, |member| member.origin_id());
    let origins = config.origins().map(|origins| origins.items()).unwrap_or_default();
    match origins.iter().find(|origin| origin.id() == target) {
        Some(origin) => read_origin(call.clone(), origin),
        None => Err(Fault::incomplete(call.clone(), "origin of the behavior")),
    }
}

/// AWS answers every origin with either an S3 or a custom configuration (CloudFront API Reference, Origin).
fn read_origin(call: Call, origin: &SdkOrigin) -> Read<Origin> {
    if origin.s3_origin_config().is_none()
        && origin.custom_origin_config().is_none()
        && origin.vpc_origin_config().is_none()
    {
        return Err(Fault::incomplete(call, "S3OriginConfig or CustomOriginConfig"));
    }
    Ok(Origin {
        host: origin.domain_name().to_lowercase(),
        path: origin.origin_path().unwrap_or_default().to_owned(),
        is_bucket: origin.s3_origin_config().is_some(),
        access_control_id: origin.origin_access_control_id().filter(|id| !id.is_empty()).map(str::to_owned),
    })
}
