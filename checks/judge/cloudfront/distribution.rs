//! Judgements of a distribution: its origin, its certificate and what it asks of viewers.

use crate::judgement::Judgement;
use crate::services::acm::Certificate;
use crate::services::cloudfront::{AccessControl, DistributionSettings, Origin};
use crate::wait::DISTRIBUTION_DEPLOYMENT;

/// A bucket's REST endpoint, with or without its region: `BUCKET.s3.REGION.amazonaws.com`.
pub fn bucket_itself(origin: &Origin, bucket: &str) -> Judgement {
    let expected = format!("{bucket}.s3.amazonaws.com, or with its region");
    let rest = origin.host.strip_prefix(&format!("{bucket}.s3"));
    let is_endpoint = rest.is_some_and(|rest| !rest.starts_with("-website") && rest.contains(".amazonaws.com"));
    match (is_endpoint && origin.is_bucket, origin.path.is_empty()) {
        (true, true) => Judgement::holds(&origin.host),
        (true, false) => Judgement::fails(expected, format!("{} with the origin path {}", origin.host, origin.path))
            .advising("Edit the origin and empty its origin path: the pages lie at the top of the bucket."),
        (false, _) => Judgement::fails(expected, &origin.host),
    }
}

/// The origin access control signs what is sent to the bucket.
pub fn signing(control: Option<&AccessControl>) -> Judgement {
    const EXPECTED: &str = "an origin access control for S3 that always signs";
    let Some(control) = control else { return Judgement::fails(EXPECTED, "no origin access control") };
    match (control.origin_type.as_str(), control.signing.as_str()) {
        ("s3", "always") => Judgement::holds("an origin access control that always signs"),
        // Signs too, unless the viewer sends an Authorization header, which a website's visitors do not.
        ("s3", "no-override") => Judgement::holds("an origin access control that signs, unless the viewer does"),
        (kind, signing) => Judgement::fails(EXPECTED, format!("one for {kind} with the signing behavior {signing}")),
    }
}

/// The distribution presents one of the certificates in `good`.
pub fn presents(arn: Option<&str>, good: &[Certificate]) -> Judgement {
    let expected = good.first().map_or("a certificate in us-east-1 with both names", |certificate| &certificate.arn);
    match arn {
        None => Judgement::fails(expected, "CloudFront's own certificate, which is for *.cloudfront.net"),
        Some(arn) if good.iter().any(|certificate| certificate.arn == arn) => Judgement::holds(arn),
        Some(arn) => Judgement::fails(expected, arn),
    }
}

/// Policies are named after the oldest version that they let in, such as `TLSv1.2_2021`; `TLSv1` is 1.0.
pub fn tls(minimum: &str) -> Judgement {
    let version = minimum.strip_prefix("TLSv1.").and_then(|rest| rest.split('_').next()?.parse::<u32>().ok());
    match version {
        Some(2..) => Judgement::holds(minimum),
        _ => Judgement::fails("TLSv1.2_2021 or later", minimum),
    }
}

/// The distribution is deployed: its settings have reached CloudFront's servers everywhere.
pub fn deployed(settings: &DistributionSettings) -> Judgement {
    if settings.deployed {
        return Judgement::holds(&settings.status);
    }
    Judgement::waits("Deployed", &settings.status, DISTRIBUTION_DEPLOYMENT)
}
