//! Practices about distributions: encryption, origins, caches and logs.

use super::subject::prelude::*;
use crate::judge;
use crate::services::cloudfront::{AccessControl, Distribution, DistributionSettings};

/// Where CloudFront hands over its logs.
const LOGS_REGION: &str = "us-east-1";

/// What is known of a distribution.
pub(crate) struct DistributionFacts {
    distribution: Distribution,
    settings: Read<DistributionSettings>,
    access: Read<Option<AccessControl>>,
    is_log_delivered: Read<bool>,
    /// The longest time that each behavior of the home page keeps an answer, in seconds.
    cached: Read<Vec<i64>>,
}

practices! { DistributionFacts;
    DISTRIBUTION_TLS: "visitors speak TLS 1.2 or later", Security, Medium,
        "SEC09-BP02 Enforce encryption in transit", as "Security Hub CloudFront.15",
        or "Edit the general settings and choose the recommended security policy, TLSv1.2_2021 or later.",
        costs "nothing", taught in "ch04/cloudfront_distribution", at cloudfront::CONSOLE, by tls;
    DISTRIBUTION_HTTPS: "visitors get pages over HTTPS alone", Security, Medium,
        "SEC09-BP02 Enforce encryption in transit", as "Security Hub CloudFront.3",
        or "Edit the default behavior: Viewer protocol policy, Redirect HTTP to HTTPS.",
        costs "nothing", taught in "ch04/cloudfront_distribution", at cloudfront::CONSOLE, by https;
    DISTRIBUTION_ORIGIN: "it alone reads its bucket, and signs what it asks", Security, Medium,
        "SEC03-BP02 Grant least privilege access", as "Security Hub CloudFront.13",
        or "Edit the origin, choose Origin access control settings, and take over the bucket policy that CloudFront offers.",
        costs "nothing", taught in "ch04/cloudfront_distribution", at cloudfront::CONSOLE, by origin;
    DISTRIBUTION_LOGS: "who asked for which page is logged", OperationalExcellence, Medium,
        "OPS04-BP03 Implement user experience telemetry", as "Security Hub CloudFront.5",
        or "Open the distribution: Logging, Add, and send standard logs to CloudWatch Logs or to a bucket.",
        costs "what the log takes to store", at cloudfront::CONSOLE, by logs;
    DISTRIBUTION_PACKED: "pages are sent packed", PerformanceEfficiency, Medium,
        "PERF04-BP01 Understand how networking impacts performance",
        or "Edit the default behavior, and switch on Compress objects automatically.",
        costs "nothing, and saves data transfer", taught in "ch04/cloudfront_distribution", at cloudfront::CONSOLE, by packed;
    DISTRIBUTION_HTTP: "browsers may speak HTTP/2 or HTTP/3", PerformanceEfficiency, Medium,
        "PERF04-BP05 Choose network protocols to improve performance",
        or "Edit the general settings, and switch on HTTP/2 and HTTP/3.",
        costs "nothing", taught in "ch04/cloudfront_distribution", at cloudfront::CONSOLE, by http;
    DISTRIBUTION_CACHED: "pages come from a cache near the visitor", PerformanceEfficiency, Medium,
        "PERF03-BP05 Implement data access patterns that utilize caching",
        or "Edit the default behavior, and choose the cache policy CachingOptimized. Invalidate what you upload.",
        costs "nothing; 1,000 invalidated paths a month are free", taught in "ch04/cloudfront_distribution", at cloudfront::CONSOLE, by cached;
    DISTRIBUTION_IPV6: "visitors with IPv6 are answered without a detour", PerformanceEfficiency, Medium,
        "PERF04-BP02 Evaluate available networking features",
        or "Edit the general settings, and switch on IPv6. Add AAAA records beside the A records.",
        costs "nothing", taught in "ch04/cloudfront_aliases", at cloudfront::CONSOLE, by ipv6;
}

impl Subject for DistributionFacts {
    const NOUN: &'static str = "the distribution";
    const READS: Reads = &[cloudfront::REVIEWED, logs::DELIVERIES];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        let is_own = |one: &Distribution| one.aliases.iter().any(|name| name.eq_ignore_ascii_case(&you.domain));
        let all = aws.distributions().await?.into_iter();
        Ok(all.filter(|one| scope == Scope::Account || is_own(one)).map(|one| one.id).collect())
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let Some(distribution) = aws.distributions().await?.into_iter().find(|one| one.id == name) else {
            return Ok(None);
        };
        let (settings, access, is_log_delivered) = join!(
            aws.distribution_settings(&distribution),
            aws.origin_access(you, &distribution),
            aws.is_log_delivered(LOGS_REGION, &distribution.arn),
        );
        let cached = match &settings {
            Ok(settings) => {
                let looks = settings.home.iter().map(|behavior| aws.longest_cached(you, behavior));
                futures_util::future::try_join_all(looks).await
            }
            Err(fault) => Err(fault.clone()),
        };
        Ok(Some(Self { distribution, settings, access, is_log_delivered, cached }))
    }
}

fn tls(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    of.settings.judged(|settings| match settings.certificate_arn {
        None => Judgement::skips("it has CloudFront's own name and certificate, whose policy cannot be chosen"),
        Some(_) => judge::cloudfront::distribution::tls(&settings.minimum_tls),
    })
}

fn https(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    of.settings.judged(|settings| match settings.home.iter().find(|one| one.viewer_protocol == "allow-all") {
        Some(_) => Judgement::fails("redirect-to-https or https-only", "allow-all"),
        None => Judgement::holds("HTTPS alone"),
    })
}

fn origin(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    let settings = of.settings.as_ref().map_err(Clone::clone)?;
    let has_bucket = settings.home.iter().filter_map(|one| one.origin.as_ref().ok()).any(|origin| origin.is_bucket);
    if !has_bucket {
        let origin = settings.origin.as_ref().map_err(Clone::clone)?;
        let is_website = origin.host.contains(".s3-website");
        return Ok(match is_website {
            true => Judgement::fails("the bucket itself as origin", "the bucket's website, which everyone can read"),
            false => Judgement::skips("its origin is no bucket"),
        });
    }
    of.access.judged(|access| judge::cloudfront::distribution::signing(access.as_ref()))
}

fn logs(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    let settings = of.settings.as_ref().map_err(Clone::clone)?;
    if let Some(bucket) = &settings.log_bucket {
        return Ok(Judgement::holds(bucket));
    }
    of.is_log_delivered.judged(|is_delivered| match is_delivered {
        true => Judgement::holds("standard logs are delivered"),
        false => Judgement::fails("standard logs", "none"),
    })
}

fn packed(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    of.settings.judged(|settings| match settings.home.iter().find(|one| !one.compresses) {
        Some(_) => Judgement::fails("Compress objects automatically", "off"),
        None => Judgement::holds("Compress objects automatically"),
    })
}

fn http(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    let settings = of.settings.as_ref().map_err(Clone::clone)?;
    let version = settings.http_version.as_deref().ok_or_else(|| Fault::not_read("the version of HTTP"))?;
    Ok(match version.to_ascii_lowercase().as_str() {
        "http1.1" => Judgement::fails("HTTP/2 or HTTP/3", "HTTP/1.1"),
        other => Judgement::holds(other),
    })
}

fn cached(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    of.cached.judged(|longest| match longest.contains(&0) {
        true => Judgement::fails("a cache policy that keeps answers", "every request goes to the bucket"),
        false => Judgement::holds("answers are kept"),
    })
}

fn ipv6(of: &DistributionFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.distribution.has_ipv6 {
        true => Judgement::holds("IPv6 on"),
        false => Judgement::fails("IPv6 on", "IPv6 off"),
    })
}
