//! Judgements of a distribution: its origin, its certificate and what it asks of viewers.

use crate::aws::fault::Read;
use crate::judgement::Judgement;
use crate::services::acm::Certificate;
use crate::services::cloudfront::{AccessControl, Behavior, Distribution, DistributionSettings, Origin};
use crate::wait::DISTRIBUTION_DEPLOYMENT;

/// What holds of every behavior that visitors of the home page meet, as judged of each; of the others `found` says which.
pub fn each(home: &[Behavior], judge: impl Fn(&Behavior) -> Read<Judgement>) -> Read<Judgement> {
    let judged = home.iter().map(|behavior| match &behavior.pattern {
        None => judge(behavior),
        Some(pattern) => judge(behavior).map(|judged| {
            let which = judged.of(&format!("the behavior {pattern}, which comes before the default one"));
            if !which.does_fail() {
                return which;
            }
            which.advising(format!(
                "Visitors of the home page meet the behavior {pattern} first. Delete it, narrow its path pattern, or give it the settings of the default behavior."
            ))
        }),
    });
    let all: Vec<Judgement> = judged.collect::<Read<_>>()?;
    let first = all.iter().find(|judged| judged.does_fail()).or(all.iter().find(|judged| !judged.does_hold()));
    Ok(first.or(all.first()).cloned().unwrap_or_else(|| Judgement::fails("a behavior", "none")))
}

/// A bucket's REST endpoint, with or without its region: `BUCKET.s3.REGION.amazonaws.com`.
pub fn bucket_itself(origin: &Origin, bucket: &str) -> Judgement {
    let expected = format!("the bucket {bucket}.s3.amazonaws.com, or with its region");
    let rest = origin.host.strip_prefix(&format!("{bucket}.s3"));
    let is_endpoint = rest.is_some_and(|rest| !rest.starts_with("-website") && rest.contains(".amazonaws.com"));
    match (is_endpoint, origin.is_bucket, origin.path.is_empty()) {
        (true, true, true) => Judgement::holds(&origin.host),
        (true, true, false) => Judgement::fails(expected, format!("{} with the origin path {}", origin.host, origin.path))
            .advising("Edit the origin and empty its origin path: the pages lie at the top of the bucket."),
        (true, false, _) => Judgement::fails(
            expected,
            format!("{} as a custom origin: a web server to CloudFront, which it asks without signing", origin.host),
        )
        .advising(format!(
            "Create the origin again and choose the bucket from the list of the console; with the CLI, S3OriginConfig instead of CustomOriginConfig. The bucket {bucket} is private, and lets in signed requests alone."
        )),
        (false, ..) => Judgement::fails(expected, &origin.host),
    }
}

/// Visitors' requests reach the bucket under its own name; under theirs, S3 finds the signature wrong (Amazon CloudFront
/// Developer Guide, "Restrict access to an Amazon S3 origin").
pub fn asks_by_own_name(passed_on_by: Option<&str>) -> Judgement {
    const EXPECTED: &str = "the bucket's own name as Host";
    match passed_on_by {
        None => Judgement::holds(EXPECTED),
        Some(what) => Judgement::fails(EXPECTED, format!("the visitors' Host header, which {what} passes on")).advising(
            "Edit the default behavior: take away the origin request policy, or choose CORS-S3Origin. S3 answers 403 SignatureDoesNotMatch under another host's name.",
        ),
    }
}

/// Nothing at the edge keeps visitors from the home page, as far as the settings tell.
pub fn lets_everyone_in(behavior: &Behavior, limits: &[String]) -> Judgement {
    const EXPECTED: &str = "answers for everyone";
    if behavior.wants_signed {
        return Judgement::fails(EXPECTED, "answers for signed URLs and cookies alone")
            .advising("Edit the behavior and switch off Restrict viewer access.");
    }
    let functions = behavior.functions.iter().map(|arn| format!("the function {arn}"));
    let deciding: Vec<String> = limits.iter().cloned().chain(functions).collect();
    match deciding.is_empty() {
        true => Judgement::holds(EXPECTED),
        false => Judgement::skips(format!(
            "not told from the settings: {} may decide who gets what. The page at the distribution's address shows it",
            deciding.join(" and ")
        )),
    }
}

/// The distribution is enabled.
pub fn enabled(is_enabled: bool) -> Judgement {
    Judgement::equal(if is_enabled { "enabled" } else { "disabled" }, "enabled")
}

/// A record over IPv6 that is right, if the distribution answers over IPv6.
pub fn over_ipv6(judged: Judgement, distribution: &Distribution) -> Judgement {
    if distribution.has_ipv6 || !judged.does_hold() {
        return judged;
    }
    let host = &distribution.host;
    Judgement::fails(format!("{host}, with IPv6 on"), format!("{host}, with IPv6 off: the record answers nothing"))
        .advising("Edit the distribution's general settings and switch IPv6 on.")
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
