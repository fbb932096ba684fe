//! Judgements of the domain of the sign-in pages: whose it is, its certificate, how far it is, and what leads to it.

use crate::judge::acm::certificate::of_host;
use crate::judgement::Judgement;
use crate::outside::web::Answer;
use crate::services::acm::Certificate;
use crate::services::cloudfront::ALIAS_ZONE_ID;
use crate::services::cognito::domain::DomainStatus;
use crate::services::cognito::{PoolDomain, UserPool};
use crate::services::route53::{AliasTarget, Record};
use crate::wait::POOL_DOMAIN;

/// Cognito takes the certificates of its domains from this region alone (service model of CreateUserPoolDomain).
const CERTIFICATE_REGION: &str = "us-east-1";

/// The pool has the domain. `has_parent` is whether the DNS zone has an A record for the domain above it, where that was
/// read.
pub fn of_pool(domain: Option<&PoolDomain>, pool: &UserPool, wanted: &str, has_parent: bool) -> Judgement {
    if let Some(domain) = domain.filter(|domain| domain.pool_id == pool.id) {
        return Judgement::holds(&domain.name);
    }
    let absent = match (&pool.custom_domain, &pool.prefix_domain) {
        (Some(other), _) | (None, Some(other)) => Judgement::fails(wanted, format!("the domain {other}")),
        (None, None) => Judgement::absent(wanted, "no domain"),
    };
    match (&pool.custom_domain, has_parent) {
        (Some(_), _) => absent.advising(format!("A pool has one custom domain: delete it, and create {wanted}.")),
        (None, true) => absent,
        (None, false) => absent.advising(format!(
            "Cognito refuses {wanted} until the domain above it has an A record: do exercise 4.8 first. Then create the custom domain {wanted} with the certificate of exercise 4.6."
        )),
    }
}

/// It has an issued certificate that covers it.
pub fn certified(domain: &PoolDomain, arn: &str, certificate: Option<&Certificate>) -> Judgement {
    let expected = format!("an issued certificate for {} in {CERTIFICATE_REGION}", domain.name);
    if arn.split(':').nth(3) != Some(CERTIFICATE_REGION) {
        return Judgement::fails(expected, arn);
    }
    of_host(&domain.name, arn, certificate, expected)
}

/// It is active.
pub fn active(domain: &PoolDomain) -> Judgement {
    const ACTIVE: &str = "ACTIVE";
    match &domain.status {
        DomainStatus::Active => Judgement::holds(ACTIVE),
        DomainStatus::Working(status) => Judgement::waits(ACTIVE, status, POOL_DOMAIN),
        DomainStatus::Unusable(status) => Judgement::fails(ACTIVE, status),
    }
}

/// What answers for it shows visitors a certificate for its name. Where all settings are right, that is on its way.
pub fn reached(answer: &Answer, name: &str) -> Judgement {
    let expected = format!("a certificate for {name}");
    match answer {
        Answer::OtherNames(names) => Judgement::waits(expected, format!("a certificate for {names}"), POOL_DOMAIN),
        Answer::Page(page) => Judgement::holds(format!("{expected}, and {}", page.describe())),
    }
}

/// The alias record leads to the distribution that answers for the domain.
pub fn alias(alias: &AliasTarget, domain: &PoolDomain) -> Judgement {
    let describe = |host: &str, zone: &str| format!("{host} (hosted zone {zone})");
    let Some(target) = &domain.target else {
        return Judgement::waits("the target of the domain", "AWS is still making it", POOL_DOMAIN);
    };
    let found = describe(&alias.host, &alias.zone_id);
    if alias.host == *target && alias.zone_id == ALIAS_ZONE_ID {
        return Judgement::holds(found);
    }
    let failure = Judgement::fails(describe(target, ALIAS_ZONE_ID), found);
    if alias.host == *target {
        return failure.advising(format!(
            "The target is right, and the hosted zone id is another's. That of every distribution is {ALIAS_ZONE_ID}."
        ));
    }
    if alias.host.ends_with(".cloudfront.net") {
        return failure.advising("That is another distribution, such as your website's, which knows nothing of the pool. Copy the one that the pool's domain shows.");
    }
    if alias.host.ends_with(".amazoncognito.com") {
        return failure.advising("The domain that Cognito gives a pool refuses visitors of other names. Copy the distribution that the pool's custom domain shows.");
    }
    failure
}

/// A CNAME record that leads there is right as well.
pub fn cname(records: &[Record], domain: &PoolDomain) -> Option<Judgement> {
    let target = domain.target.as_deref()?;
    let record = records.iter().find(|record| record.is_cname_to(target))?;
    Some(
        Judgement::holds(record.describe())
            .advising("Queries for an alias record to a distribution are free, those for a CNAME record are charged."),
    )
}
