//! A practice about certificates: that they renew themselves.

use super::subject::prelude::*;
use crate::services::acm::Certificate;

/// What is known of a certificate.
pub(crate) struct CertificateFacts(Certificate);

practices! { CertificateFacts;
    CERTIFICATE_RENEWED: "it renews itself", Reliability, High,
        "SEC09-BP01 Implement secure key and certificate management", as "Security Hub ACM.1",
        or "Request a certificate of the same names with DNS validation, keep its records in the hosted zone, and choose it for the distribution.",
        costs "nothing", taught in "ch04/acm_certificate", at acm::CONSOLE, by renewed;
}

impl Subject for CertificateFacts {
    const NOUN: &'static str = "the certificate";
    const READS: Reads = &[acm::CERTIFICATE];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        match scope {
            Scope::Account => aws.certificate_arns().await,
            Scope::Course(_) => {
                Ok(aws.certificates_concerning(&you.domain).await?.into_iter().map(|one| one.arn).collect())
            }
        }
    }

    async fn facts(aws: &Aws, _: &Learner, name: &str) -> Read<Option<Self>> {
        Ok(aws.certificate_of(name).await?.map(Self))
    }
}

fn renewed(of: &CertificateFacts, _: &Learner) -> Read<Judgement> {
    const EXPECTED: &str = "DNS validation";
    Ok(match of.0.validation.as_deref() {
        _ if of.0.imported => Judgement::fails(EXPECTED, "a certificate that was imported"),
        Some("EMAIL") => Judgement::fails(EXPECTED, "validation by e-mail: somebody must answer each year"),
        Some(by) => Judgement::holds(format!("validation by {by}")),
        None => Judgement::skips("AWS does not validate it, or does not say yet how"),
    })
}
