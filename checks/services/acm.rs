//! ACM: certificates, what they cover and how they are validated.

use std::fmt;

use aws_sdk_acm::Client;
use aws_sdk_acm::operation::list_certificates::ListCertificatesOutput;
use aws_sdk_acm::types::{
    CertificateDetail, CertificateStatus as Status, CertificateSummary, CertificateType, Filters, KeyAlgorithm,
};
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::aws::service::prelude::*;
use crate::outside::dns::plain;

pub const SERVICE: Service = Service {
    api: Api {
        id: "ACM",
        settings_key: "acm",
        operations: OPERATIONS,
        // AWS Certificate Manager User Guide, "Quotas", API rate quotas.
        rates: &[rate("ListCertificates", 8, 8).in_each_region(), rate("DescribeCertificate", 10, 10).in_each_region()],
        always: &[
            always("DomainValidationOptions", &["DomainName"]),
            always("ResourceRecord", &["Name", "Type", "Value"]),
        ],
    },
    health: health(|aws, _| {
        aws.answers(LIST_CERTIFICATES, || aws.acm(CLOUDFRONT_REGION).list_certificates().max_items(1).send())
    }),
};

operations! { "ACM", "acm";
    LIST_CERTIFICATES: "ListCertificates" on All;
    DESCRIBE_CERTIFICATE: "DescribeCertificate" on Resource;
}

const CERTIFICATES: &ResourceSet =
    &resources_everywhere("Certificates", "arn:{{ partition }}:acm:{{ region }}:{{ account }}:certificate/*");
/// The certificates that cover names, wherever they are.
pub const CERTIFICATE: Reader =
    Reader::of(&[reading_all(LIST_CERTIFICATES), reading(DESCRIBE_CERTIFICATE, CERTIFICATES)]);
/// A certificate whose ARN is known.
pub const CERTIFICATE_OF: Reader = Reader::of(&[reading(DESCRIBE_CERTIFICATE, CERTIFICATES)]);
pub const CONSOLE: Page = page("https://us-east-1.console.aws.amazon.com/acm/home?region=us-east-1#/certificates/list");

/// CloudFront takes its certificates from this region alone.
const CLOUDFRONT_REGION: &str = "us-east-1";
/// How many certificates are read at the same time.
const AT_ONCE: usize = 10;

/// A certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    pub arn: String,
    /// Every name that it covers, in lower case.
    pub names: Vec<String>,
    pub status: CertificateStatus,
    pub imported: bool,
    /// How AWS validates that the domain is the learner's: `DNS`, `EMAIL` or `HTTP`. `None` in the first seconds
    /// after the request, and where it does not validate.
    pub validation: Option<String>,
    /// The records that AWS wants to see, without duplicates; empty while AWS is still making them.
    pub validation_records: Vec<ValidationRecord>,
}

impl fmt::Display for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

/// How far a certificate is (ACM API Reference, CertificateDetail, Status).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateStatus {
    Issued,
    Pending,
    /// It will not be issued, or is no longer valid: AWS's status, and its reason where it gives one.
    Never {
        status: String,
        reason: Option<String>,
    },
}

/// A CNAME record that proves that the domain is the learner's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ValidationRecord {
    pub name: String,
    pub value: String,
    /// The domain that it is for, without a wildcard.
    pub domain: String,
}

impl Certificate {
    /// Whether the certificate has every one of these names.
    pub fn covers(&self, names: &[String]) -> bool {
        names.iter().all(|name| self.names.contains(name))
    }

    /// Whether browsers take the certificate for `host`: for its own name, or for a wildcard instead of its first
    /// label (RFC 9525, section 6.3).
    pub fn is_for(&self, host: &str) -> bool {
        let wildcard = host.split_once('.').map(|(_, parent)| format!("*.{parent}"));
        self.names.iter().any(|name| name == host || Some(name) == wildcard.as_ref())
    }

    /// The records that prove that `domain` is the learner's; a certificate may have names of other domains as well.
    pub fn records_of(&self, domain: &str) -> Vec<&ValidationRecord> {
        self.validation_records.iter().filter(|record| concerns(&record.domain, domain)).collect()
    }

    /// The domains beside `domain` that must be validated too.
    pub fn other_domains(&self, domain: &str) -> Vec<&str> {
        let others = self.validation_records.iter().map(|record| record.domain.as_str());
        others.filter(|other| !concerns(other, domain)).collect()
    }

    /// The better of two certificates has the smaller rank.
    fn rank(&self) -> usize {
        match self.status {
            CertificateStatus::Issued => 0,
            CertificateStatus::Pending => 1,
            CertificateStatus::Never { .. } => 2,
        }
    }
}

impl Aws {
    /// The certificate in us-east-1 that has all of `names`, an issued one before a pending one; or what a beginner
    /// requested instead.
    pub async fn certificate(&self, you: &Learner, names: &[String]) -> Read<Found<Certificate>> {
        let mut covering = self.certificates_covering(names).await?;
        if !covering.is_empty() {
            return Ok(Found::Here(covering.remove(0)));
        }
        let partial = self.certificates(CLOUDFRONT_REGION, &names[0]).await?;
        if let Some(near) = partial.first() {
            return Ok(Found::Missing(Some(lacks_names(near, names))));
        }
        match self.certificate_elsewhere(you, names).await {
            Some(near) => Ok(Found::Missing(Some(near))),
            None => Ok(Found::Missing(self.similar_certificate(names).await)),
        }
    }

    /// All certificates in us-east-1 that have all of `names`, issued ones first.
    pub async fn certificates_covering(&self, names: &[String]) -> Read<Vec<Certificate>> {
        let mut covering = self.certificates(CLOUDFRONT_REGION, &names[0]).await?;
        covering.retain(|certificate| certificate.covers(names));
        covering.sort_by_key(Certificate::rank);
        Ok(covering)
    }

    /// The certificates in us-east-1 that concern `domain`.
    pub async fn certificates_concerning(&self, domain: &str) -> Read<Vec<Certificate>> {
        self.certificates(CLOUDFRONT_REGION, domain).await
    }

    /// The ARNs of all certificates in us-east-1.
    pub async fn certificate_arns(&self) -> Read<Vec<String>> {
        Ok(self.listed_certificates(CLOUDFRONT_REGION).await?.into_iter().map(|listed| listed.arn).collect())
    }

    /// The certificate of that ARN; `None` when there is none any more.
    pub async fn certificate_of(&self, arn: &str) -> Read<Option<Certificate>> {
        let region = arn.split(':').nth(3).unwrap_or_default();
        self.describe_certificate(region, arn).await.absent_on(&["ResourceNotFoundException"])
    }

    /// The certificates of a region that concern `domain`: some name of theirs is the domain or lies below it.
    async fn certificates(&self, region: &str, domain: &str) -> Read<Vec<Certificate>> {
        let mut listed = self.listed_certificates(region).await?;
        // The list may leave names out, so an unrelated certificate is the only one not to look at.
        listed.retain(|listed| listed.has_more_names || listed.names.iter().any(|name| concerns(name, domain)));
        let looks = listed.iter().map(|listed| self.describe_certificate(region, &listed.arn));
        stream::iter(looks).buffered(AT_ONCE).try_collect().await
    }

    async fn listed_certificates(&self, region: &str) -> Read<Vec<Listed>> {
        let call = Call::new(LIST_CERTIFICATES, "*").at(region);
        let list = || self.acm(region).list_certificates().max_items(1000).includes(every_key_type());
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListCertificatesOutput| {
            let listed = answer.certificate_summary_list.as_ref().ok_or("CertificateSummaryList")?;
            Ok(Listing::marked(listed.iter().filter_map(self::listed).collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    async fn describe_certificate(&self, region: &str, arn: &str) -> Read<Certificate> {
        let call = Call::new(DESCRIBE_CERTIFICATE, arn).at(region);
        let send = || self.acm(region).describe_certificate().certificate_arn(arn).send();
        let answer = self.ask(call.clone(), region, send).await?;
        answer
            .certificate()
            .map(|detail| certificate(arn, detail))
            .ok_or_else(|| Fault::incomplete(call, "Certificate"))
    }

    async fn certificate_elsewhere(&self, you: &Learner, names: &[String]) -> Option<NearMiss> {
        let look = |region| self.certificates(region, &names[0]);
        let (region, _) = self.elsewhere(you, CLOUDFRONT_REGION, look, |found| !found.is_empty()).await?;
        Some(NearMiss {
            found: format!("a certificate for {} in {region}", names[0]),
            advice: format!(
                "CloudFront takes certificates from {CLOUDFRONT_REGION} only. Switch the console to {CLOUDFRONT_REGION} (N. Virginia) and request it there; the one in {region} costs nothing and can be deleted."
            ),
        })
    }

    /// A certificate for a name like the domain.
    async fn similar_certificate(&self, names: &[String]) -> Option<NearMiss> {
        let listed = self.listed_certificates(CLOUDFRONT_REGION).await.ok()?;
        let all: Vec<&str> = listed.iter().flat_map(|listed| &listed.names).map(String::as_str).collect();
        nearest(&names[0], &all, |name| name).map(|near| NearMiss {
            found: format!("a certificate for {near}"),
            advice: format!(
                "Request a certificate for {}; or, if {near} is your domain, correct it in msl-learn.toml.",
                names.join(" and ")
            ),
        })
    }

    pub(crate) fn acm(&self, region: &str) -> Client {
        client!(self, aws_sdk_acm, region)
    }
}

/// What the list tells of a certificate.
struct Listed {
    arn: String,
    names: Vec<String>,
    /// Whether the list leaves names out.
    has_more_names: bool,
}

fn listed(summary: &CertificateSummary) -> Option<Listed> {
    let names = summary.subject_alternative_name_summaries().iter().map(String::as_str).chain(summary.domain_name());
    Some(Listed {
        arn: summary.certificate_arn()?.to_owned(),
        names: names.map(plain).collect(),
        has_more_names: summary.has_additional_subject_alternative_names().unwrap_or(false),
    })
}

/// Without this the list leaves out every certificate that is not RSA with 1024 or 2048 bits (ACM API Reference,
/// ListCertificates).
fn every_key_type() -> Filters {
    KeyAlgorithm::values()
        .iter()
        .fold(Filters::builder(), |filters, key| filters.key_types(KeyAlgorithm::from(*key)))
        .build()
}

fn concerns(name: &str, domain: &str) -> bool {
    name == domain || name.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'))
}

fn lacks_names(near: &Certificate, names: &[String]) -> NearMiss {
    let missing: Vec<&str> = names.iter().filter(|name| !near.names.contains(name)).map(String::as_str).collect();
    NearMiss {
        found: format!("a certificate for {}, without {}", near.names.join(" and "), missing.join(" and ")),
        advice: format!(
            "Names cannot be added to a certificate: request a new one with both {}, then delete the old one.",
            names.join(" and ")
        ),
    }
}

fn certificate(arn: &str, detail: &CertificateDetail) -> Certificate {
    let mut names: Vec<String> =
        detail.subject_alternative_names().iter().chain(detail.domain_name.as_ref()).map(|name| plain(name)).collect();
    names.sort();
    names.dedup();
    let options = detail.domain_validation_options();
    let mut records: Vec<ValidationRecord> = options
        .iter()
        .filter_map(|option| Some((option.domain_name(), option.resource_record()?)))
        .map(|(domain, record)| ValidationRecord {
            name: plain(record.name()),
            value: plain(record.value()),
            domain: plain(domain).trim_start_matches("*.").to_owned(),
        })
        .collect();
    records.sort();
    records.dedup();
    Certificate {
        arn: arn.to_owned(),
        names,
        status: status(detail),
        imported: detail.r#type() == Some(&CertificateType::Imported),
        validation: options.iter().find_map(|option| Some(option.validation_method()?.as_str().to_owned())),
        validation_records: records,
    }
}

fn status(detail: &CertificateDetail) -> CertificateStatus {
    match detail.status() {
        Some(Status::Issued) => CertificateStatus::Issued,
        None | Some(Status::PendingValidation) => CertificateStatus::Pending,
        Some(other) => {
            let failed = detail.failure_reason().map(|reason| reason.as_str());
            let reason = failed.or_else(|| detail.revocation_reason().map(|reason| reason.as_str()));
            CertificateStatus::Never { status: other.as_str().to_owned(), reason: reason.map(str::to_owned) }
        }
    }
}
