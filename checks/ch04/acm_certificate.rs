//! 4.6: a certificate for the domain and everything below it, issued in the region that CloudFront reads.

use crate::judge::acm::certificate;
use crate::judge::web::dns;
use crate::services::acm::{Certificate, CertificateStatus};
use crate::services::route53::HostedZone;
use crate::verifier::prelude::*;

clauses! {
    ZONE = given::HOSTED_ZONE;
    CERTIFICATE: "a certificate in us-east-1 covers {{ domain }} and *.{{ domain }}",
        or "Switch to us-east-1 (N. Virginia) and request a public certificate with both names, {{ domain }} and *.{{ domain }}.",
        at acm::CONSOLE;
    METHOD: "the certificate is validated by DNS",
        or "The method cannot be changed: request a new certificate with DNS validation, then delete this one.",
        at acm::CONSOLE;
    RECORDS: "the certificate's validation records are in the hosted zone",
        or "Open the certificate and choose Create records in Route 53.", at acm::CONSOLE;
    ISSUED: "the certificate is issued",
        or "Request a new certificate with both names and create its records in Route 53.", at acm::CONSOLE;
    PUBLIC: "the public DNS shows these records to AWS",
        or "Check the delegation of {{ domain }} (exercise 4.2).", at route53::CONSOLE;
}

pub const READS: Reads = &[route53::HOSTED_ZONE, route53::RECORDS, acm::CERTIFICATE];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let names = you.certificate_names();
    let (zone, certificate) = join!(aws.hosted_zone(you, &you.domain), aws.certificate(you, &names));
    let certificate = it.finds(CERTIFICATE, certificate);
    let zone = it.finds(ZONE, zone);
    let certificate = certificate?;
    it.expects(METHOD, certificate::validated_by_dns(&certificate));
    let zone = zone?;
    let missing = missing_records(aws, you, &zone, &certificate).await;
    // Only a pending certificate depends on the records.
    it.expects(
        ISSUED,
        match certificate.status {
            CertificateStatus::Pending => {
                missing.clone().map(|missing| certificate::issued_for(&certificate, &you.domain, !missing.is_empty()))
            }
            _ => Ok(certificate::issued_for(&certificate, &you.domain, false)),
        },
    );
    it.expects(RECORDS, missing.map(|missing| certificate::validation_records(&certificate, &you.domain, &missing)));
    let published = match certificate.status {
        CertificateStatus::Issued => Judgement::holds("AWS has seen them, and issued the certificate").into(),
        _ => published(aws, you, &zone, &certificate).await,
    };
    it.sees(PUBLIC, &[RECORDS], published);
    Ok(())
}

/// What the public DNS shows of the records.
async fn published(aws: &Aws, you: &Learner, zone: &HostedZone, certificate: &Certificate) -> Read<Judgement> {
    let wanted = certificate.records_of(&you.domain);
    let looks = wanted.iter().map(|wanted| aws.public_view(zone, &wanted.name, &[RecordKind::Cname]));
    let views = futures_util::future::try_join_all(looks).await?;
    let judged = wanted.iter().zip(&views).map(|(wanted, view)| dns::public_dns_answers(view, &wanted.value));
    Ok(judged.reduce(Judgement::and).unwrap_or_else(|| Judgement::skips("AWS has not made them yet")))
}

/// The validation records that the hosted zone lacks, as text.
async fn missing_records(aws: &Aws, you: &Learner, zone: &HostedZone, certificate: &Certificate) -> Read<Vec<String>> {
    let wanted = certificate.records_of(&you.domain);
    let looks = futures_util::future::try_join_all(wanted.iter().map(|wanted| aws.records(zone, &wanted.name))).await?;
    let lacks = wanted
        .iter()
        .zip(looks)
        .filter(|(wanted, records)| !records.iter().any(|record| record.is_cname_to(&wanted.value)));
    Ok(lacks.map(|(wanted, _)| format!("CNAME {} → {}", wanted.name, wanted.value)).collect())
}
