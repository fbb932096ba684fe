//! Judgements of the API's custom domain name: its certificate, its TLS, how far it is, and where it leads.

use crate::judge::acm::certificate;
use crate::judgement::Judgement;
use crate::outside::web::Answer;
use crate::services::acm::Certificate;
use crate::services::apigateway::RestApi;
use crate::services::apigateway::domain::{ApiDomain, ApiEndpoint, ApiMapping, EndpointKind};
use crate::services::route53::AliasTarget;
use crate::wait::API_DOMAIN;

/// Every endpoint has an issued certificate for the name, in its own region. `certificates` are those of the endpoints.
pub fn certificates(domain: &ApiDomain, certificates: &[Option<Certificate>], region: &str) -> Judgement {
    let judged = domain.endpoints.iter().zip(certificates);
    let judged = judged.map(|(endpoint, certificate)| certified(&domain.name, endpoint, certificate.as_ref(), region));
    judged.reduce(Judgement::and).unwrap_or_else(|| Judgement::fails("a certificate", "no endpoint"))
}

fn certified(name: &str, endpoint: &ApiEndpoint, certificate: Option<&Certificate>, region: &str) -> Judgement {
    let (wanted, kind) = (endpoint.certificate_region(region), endpoint.kind.name());
    let expected = format!("an issued certificate for {name} in {wanted}");
    if let EndpointKind::Other(kind) = &endpoint.kind {
        return Judgement::fails("a Regional or edge-optimized endpoint", kind)
            .advising("Nobody reaches this domain name from the internet. Delete it, and create a public one.");
    }
    let Some(arn) = &endpoint.certificate_arn else {
        return Judgement::fails(expected, "no certificate of Certificate Manager");
    };
    if arn.split(':').nth(3) != Some(wanted) {
        return Judgement::fails(expected, arn).advising(format!(
            "A domain name that is {kind} takes its certificate from {wanted}. Choose one there, or request it there first."
        ));
    }
    certificate::of_host(name, arn, certificate, expected)
}

/// Visitors need TLS 1.2 or later, and no certificate of their own. The newer policies are named after the versions that
/// they let in, the oldest last, and none lets in one before 1.2 (API Gateway Developer Guide, "Supported security
/// policies").
pub fn tls(policy: &str, mutual: bool) -> Judgement {
    const EXPECTED: &str = "TLS_1_2, or a policy whose name begins with SecurityPolicy_";
    if mutual {
        return Judgement::fails("no mutual TLS", "mutual TLS is on").advising(
            "Mutual TLS asks every visitor's browser for a certificate of its own, which your readers do not have. Turn it off.",
        );
    }
    let is_old = |rest: &str| ["1_0", "1_1"].iter().any(|old| rest.contains(&format!("_{old}_")));
    match policy.strip_prefix("SecurityPolicy_") {
        Some(rest) if !is_old(rest) => Judgement::holds(policy),
        None if policy == "TLS_1_2" => Judgement::holds(policy),
        _ => Judgement::fails(EXPECTED, policy),
    }
}

/// The domain name is available (API Gateway API Reference, DomainName, domainNameStatus).
pub fn ready(domain: &ApiDomain) -> Judgement {
    const READY: &str = "AVAILABLE";
    let Some(status) = domain.status.as_deref() else {
        return Judgement::skips("what answers here does not say how far it is");
    };
    let found = domain.status_message.as_ref().map_or_else(|| status.to_owned(), |why| format!("{status}: {why}"));
    match status.to_uppercase().as_str() {
        READY => Judgement::holds(status),
        "UPDATING" | "PENDING" => Judgement::waits(READY, found, API_DOMAIN),
        "PENDING_CERTIFICATE_REIMPORT" => Judgement::fails(READY, found).advising(
            "API Gateway cannot use the imported certificate any more. Choose the certificate of exercise 4.6 for the domain name.",
        ),
        "PENDING_OWNERSHIP_VERIFICATION" => Judgement::fails(READY, found).advising(
            "API Gateway wants a proof that the name is yours, as it does for imported and private certificates. Choose the certificate of exercise 4.6 for the domain name.",
        ),
        _ => Judgement::fails(READY, found),
    }
}

/// The whole name leads to a stage of the API; `lacking` is the resource that it should have and has not.
pub fn mapped(
    domain: &ApiDomain,
    mappings: &[ApiMapping],
    api: &RestApi,
    lacking: Option<&str>,
    stages: &[String],
) -> Judgement {
    let expected = format!("the root path to {}, and one of its stages", api);
    if domain.routing_mode.as_deref() == Some("ROUTING_RULE_ONLY") {
        return Judgement::fails(expected, "routing rules alone decide (ROUTING_RULE_ONLY)")
            .advising("Base path mappings have no effect in this routing mode. Choose API mappings only.");
    }
    let Some(root) = mappings.iter().find(|mapping| mapping.base_path.is_empty()) else {
        return no_root_mapping(domain, mappings, &expected);
    };
    let found = root.describe();
    if root.api_id != api.id {
        return Judgement::fails(expected, found).advising(format!(
            "Edit the API mappings: the API {} (id {}), its stage, and no path. Of an HTTP API the exercises make no use.",
            api.name, api.id
        ));
    }
    if let Some(path) = lacking {
        return Judgement::fails(format!("an API with the resource {path}"), found)
            .advising(format!("Edit the API mappings: choose the API that has the resource {path}."));
    }
    match &root.stage {
        None => Judgement::fails(expected, found).advising(
            "Without a stage in the mapping, visitors must write it into the path. Edit the API mappings and choose the stage.",
        ),
        Some(stage) if !stages.contains(stage) => {
            Judgement::fails(expected, format!("{found}, which the API does not have"))
        }
        Some(_) => Judgement::holds(found),
    }
}

fn no_root_mapping(domain: &ApiDomain, mappings: &[ApiMapping], expected: &str) -> Judgement {
    let Some(other) = mappings.first() else { return Judgement::absent(expected, "no API mapping") };
    Judgement::fails(expected, other.describe()).advising(format!(
        "Visitors would have to ask below https://{}/{}. Edit the API mappings and empty the path.",
        domain.name, other.base_path
    ))
}

/// The target shows visitors of the name a certificate for it, and has an API behind it. Where all settings are right,
/// whatever is missing is on its way.
pub fn reached(answer: &Answer, name: &str) -> Judgement {
    let expected = format!("a certificate for {name}, and the API behind it");
    match answer {
        Answer::OtherNames(names) => Judgement::waits(expected, format!("a certificate for {names}"), API_DOMAIN),
        Answer::Page(page) if page.status == 403 && page.code.as_deref() == Some("Forbidden") => {
            Judgement::waits(expected, page.describe(), API_DOMAIN)
        }
        Answer::Page(page) => Judgement::holds(format!("a certificate for {name}, and {}", page.describe())),
    }
}

/// The alias record points at a target of the custom domain name, with that target's own hosted zone id.
pub fn alias(alias: &AliasTarget, domain: &ApiDomain) -> Judgement {
    let describe = |target: &AliasTarget| format!("{} (hosted zone {})", target.host, target.zone_id);
    let targets = domain.targets();
    let Some(expected) = targets.first().map(|target| describe(target)) else {
        return Judgement::waits("the target of the custom domain name", "AWS is still making it", API_DOMAIN);
    };
    if targets.contains(&alias) {
        return Judgement::holds(describe(alias));
    }
    let failure = Judgement::fails(expected, describe(alias));
    if targets.iter().any(|target| target.host == alias.host) {
        return failure.advising("The target is right, and the hosted zone id is another's. Use the one that the custom domain name shows, neither that of your own zone nor that of CloudFront for a Regional name.");
    }
    if alias.host.contains(".execute-api.") {
        return failure.advising("Use the API Gateway domain name that the custom domain name shows. The API's own address, with its id in front, refuses visitors who ask for another name.");
    }
    if alias.host.ends_with(".cloudfront.net") {
        return failure.advising("That is a distribution of CloudFront, such as your website's, which knows nothing of the API. Choose Alias to API Gateway API.");
    }
    failure
}
