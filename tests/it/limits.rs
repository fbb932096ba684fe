//! AWS's own limits: how fast it lets each account read, by region and operation, before it throttles.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Instant;

use crate::request::{Request, Scope};

/// A service in the words of signatures, a part of the operation's name, and the bucket: its size, and what comes back
/// a second. Written down apart from the program's own table, after the service quotas of each service; for IAM and
/// CloudFront, which publish none, what other programs found.
const LIMITS: &[(&str, &str, f64, f64)] = &[
    ("acm", "ListCertificates", 8.0, 8.0),
    ("acm", "DescribeCertificate", 10.0, 10.0),
    ("route53", "", 50.0, 10.0),
    ("iam", "", 15.0, 15.0),
    ("cloudfront", "", 5.0, 5.0),
];

/// The buckets of all accounts.
#[derive(Default)]
pub struct Limits {
    buckets: Mutex<HashMap<String, Bucket>>,
}

struct Bucket {
    tokens: f64,
    since: Instant,
    /// How long all that was asked of it takes at the least, in seconds.
    takes: f64,
}

impl Limits {
    /// Whether AWS would answer the request now; a request that it throttles costs nothing.
    pub fn allow(&self, request: &Request) -> bool {
        let [key, region, service] =
            [Scope::AccessKey, Scope::Region, Scope::Service].map(|part| request.signed_for(part));
        let operation = request.operation();
        let fits = |(of, part, ..): &&(&str, &str, f64, f64)| *of == service && operation.contains(part);
        let Some((_, part, size, per_second)) = LIMITS.iter().find(fits) else { return true };
        let now = Instant::now();
        let mut buckets = self.buckets.lock().expect("no panic here");
        let full = || Bucket { tokens: *size, since: now, takes: -size / per_second };
        let bucket = buckets.entry(format!("{key} {region} {service} {part}")).or_insert_with(full);
        let back = (now - bucket.since).as_secs_f64() * per_second;
        let tokens = (bucket.tokens + back).min(*size);
        let cost = f64::from(u8::from(tokens >= 1.0));
        *bucket = Bucket { tokens: tokens - cost, since: now, takes: bucket.takes + cost / per_second };
        cost > 0.0
    }

    /// How long all that was answered takes at the least, in seconds: what goes at once from a full bucket takes nothing.
    #[allow(dead_code, reason = "for the benchmark, which prints it")]
    pub fn least(&self) -> f64 {
        let buckets = self.buckets.lock().expect("no panic here");
        buckets.values().fold(0.0, |longest, bucket| bucket.takes.max(longest))
    }
}
