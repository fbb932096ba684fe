//! AWS's own limits: how fast it lets each account read, by region and operation, before it throttles.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Instant;

use super::request::{Request, Scope};

/// A service in the words of signatures, a part of the operation's name, and the bucket: its size, and what comes back
/// a second. A star stands for one name in an address, which ends with what follows. The first row that fits counts.
/// Written down apart from the program's own table, after the service quotas of each service; for IAM and CloudFront,
/// which publish none, what other programs found.
const LIMITS: &[(&str, &str, f64, f64)] = &[
    ("acm", "ListCertificates", 8.0, 8.0),
    ("acm", "DescribeCertificate", 10.0, 10.0),
    ("route53", "", 50.0, 10.0),
    ("iam", "", 15.0, 15.0),
    ("cloudfront", "", 5.0, 5.0),
    ("apigateway", "/resources", 5.0, 2.5),
    ("lambda", "/functions/*/policy", 15.0, 15.0),
    ("lambda", "/functions/*", 100.0, 100.0),
    ("lambda", "", 15.0, 15.0),
    ("logs", "DescribeLogGroups", 10.0, 10.0),
    ("dynamodb", "", 500.0, 500.0),
];

/// What all operations of a service have together, in the same words.
const TOTALS: &[(&str, &str, f64, f64)] = &[("apigateway", "", 40.0, 10.0)];

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
        let fits = |(of, part, ..): &&(&str, &str, f64, f64)| *of == service && has_part(&operation, part);
        let rows =
            [LIMITS, TOTALS].into_iter().enumerate().filter_map(|(table, rows)| Some((table, rows.iter().find(fits)?)));
        let now = Instant::now();
        let mut buckets = self.buckets.lock().expect("no panic here");
        let rows: Vec<_> =
            rows.map(|(table, row)| (format!("{key} {region} {service} {table} {}", row.1), row)).collect();
        let mut there = true;
        for (name, (_, _, size, per_second)) in &rows {
            let full = || Bucket { tokens: *size, since: now, takes: -size / per_second };
            let bucket = buckets.entry(name.clone()).or_insert_with(full);
            let back = (now - bucket.since).as_secs_f64() * per_second;
            (bucket.tokens, bucket.since) = ((bucket.tokens + back).min(*size), now);
            there &= bucket.tokens >= 1.0;
        }
        for (name, (_, _, _, per_second)) in rows.iter().filter(|_| there) {
            let bucket = buckets.get_mut(name).expect("it was filled above");
            (bucket.tokens, bucket.takes) = (bucket.tokens - 1.0, bucket.takes + 1.0 / per_second);
        }
        there
    }

    /// How long all that was answered takes at the least, in seconds: what goes at once from a full bucket takes nothing.
    #[allow(dead_code, reason = "for the benchmark, which prints it")]
    pub fn least(&self) -> f64 {
        let buckets = self.buckets.lock().expect("no panic here");
        buckets.values().fold(0.0, |longest, bucket| bucket.takes.max(longest))
    }
}

fn has_part(operation: &str, part: &str) -> bool {
    let Some((before, after)) = part.split_once('*') else {
        return operation.contains(part);
    };
    let address = operation.split('?').next().unwrap_or_default();
    let name = address.split_once(before).and_then(|(_, rest)| rest.strip_suffix(after));
    name.is_some_and(|name| !name.is_empty() && !name.contains('/'))
}
