//! Judgements of a certificate: how it is validated, what that lacks, and how far it is.

use super::certificate_end::fix;
use crate::judgement::Judgement;
use crate::services::acm::{Certificate, CertificateStatus};
use crate::wait::{CERTIFICATE_VALIDATION, VALIDATION_RECORDS};

/// The certificate is validated by DNS.
pub fn validated_by_dns(certificate: &Certificate) -> Judgement {
    const EXPECTED: &str = "DNS validation";
    match certificate.validation.as_deref() {
        _ if certificate.imported => Judgement::fails(EXPECTED, "a certificate that was imported"),
        Some("DNS") => Judgement::holds(EXPECTED),
        Some("EMAIL") => Judgement::fails(EXPECTED, "validation by e-mail"),
        Some(other) => Judgement::fails(EXPECTED, format!("validation by {other}")),
        None if certificate.status == CertificateStatus::Pending => {
            Judgement::waits(EXPECTED, "AWS does not say yet", VALIDATION_RECORDS)
        }
        None => Judgement::fails(EXPECTED, "no validation"),
    }
}

/// The validation records of `domain` are in its hosted zone, save `missing`.
pub fn validation_records(certificate: &Certificate, domain: &str, missing: &[String]) -> Judgement {
    let has_none = certificate.records_of(domain).is_empty();
    let may_come = certificate.status == CertificateStatus::Pending
        && certificate.validation.as_deref().is_none_or(|method| method == "DNS");
    if has_none && may_come {
        return Judgement::waits("validation records", "AWS is still making them", VALIDATION_RECORDS);
    }
    if has_none {
        return Judgement::fails("validation records", "the certificate has none");
    }
    match missing {
        [] => Judgement::holds("all of them"),
        missing => Judgement::fails(missing.join("; "), "not in the hosted zone"),
    }
}

/// The certificate is issued; its names that are not below `domain` are validated elsewhere.
pub fn issued_for(certificate: &Certificate, domain: &str, records_missing: bool) -> Judgement {
    let others = certificate.other_domains(domain);
    let judged = issued(certificate, records_missing);
    match certificate.status {
        CertificateStatus::Pending if !records_missing && !others.is_empty() => judged.advising(format!(
            "Nothing is wrong here. AWS waits for the validation records of {} as well: create them where the DNS of these names is.",
            others.join(", ")
        )),
        _ => judged,
    }
}

/// The certificate is issued.
pub fn issued(certificate: &Certificate, records_missing: bool) -> Judgement {
    match &certificate.status {
        CertificateStatus::Issued => Judgement::holds("Issued"),
        CertificateStatus::Pending if records_missing => Judgement::fails("Issued", "Pending validation")
            .advising("AWS waits for the validation records: create them in the hosted zone first."),
        CertificateStatus::Pending => Judgement::waits("Issued", "Pending validation", CERTIFICATE_VALIDATION),
        CertificateStatus::Never { status, reason } => {
            let found = reason.as_ref().map_or_else(|| status.clone(), |reason| format!("{status}: {reason}"));
            Judgement::fails("Issued", found).advising(fix(status, reason.as_deref()))
        }
    }
}

/// The certificate of that ARN is there, covers the host name and is issued. `expected` says what else it must be.
pub fn of_host(host: &str, arn: &str, certificate: Option<&Certificate>, expected: String) -> Judgement {
    match certificate {
        None => Judgement::fails(expected, format!("{arn}, which is not there any more")),
        Some(certificate) if !certificate.is_for(host) => {
            Judgement::fails(expected, format!("a certificate for {}", certificate.names.join(" and "))).advising(
                "A certificate for the domain alone does not cover the names below it. Choose that of exercise 4.6, which has the wildcard.",
            )
        }
        Some(certificate) if certificate.status == CertificateStatus::Issued => Judgement::holds(arn),
        Some(certificate) => issued(certificate, false),
    }
}
