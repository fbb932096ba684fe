//! How fast a service may be asked: a bucket of tokens for each rate, below the one that AWS publishes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::operation::Operation;

/// The share of AWS's rates that is used. What is sent evenly does not arrive evenly, and the console reads, too.
const SHARE: (u32, u32) = (4, 5);

/// What AWS allows an account, as reads that are sent at once after a rest, and reads a second from then on.
#[derive(Debug, PartialEq, Eq)]
pub struct Rate {
    /// The service id in the SDK; empty for every service.
    service: &'static str,
    /// The one operation that has this rate to itself; empty for all of the service's that have no row of their own.
    operation: &'static str,
    burst: u32,
    per_second: u32,
    /// Whether each region has a bucket of its own. Where none is told, all regions share one.
    regional: bool,
}

const fn rate(service: &'static str, operation: &'static str, burst: u32, per_second: u32) -> Rate {
    Rate { service, operation, burst, per_second, regional: false }
}

/// The first row that fits counts. A second's worth is the burst where AWS publishes none.
const RATES: &[Rate] = &[
    // AWS Certificate Manager User Guide, "Quotas", API rate quotas.
    Rate { regional: true, ..rate("ACM", "ListCertificates", 8, 8) },
    Rate { regional: true, ..rate("ACM", "DescribeCertificate", 10, 10) },
    // Amazon Route 53 Developer Guide, "Quotas", and the bucket that its throttling was measured to have.
    rate("Route 53", "", 50, 10),
    // IAM User Guide, "IAM and AWS STS quotas": 600 a second, far above what a check needs.
    rate("STS", "", 20, 20),
    // Amazon API Gateway Developer Guide, "Amazon API Gateway quotas": 10 a second for all operations together, which both
    // kinds of APIs share in AWS; GetResources 5 in 2 seconds.
    Rate { regional: true, ..rate("API Gateway", "GetResources", 5, 2) },
    Rate { regional: true, ..rate("API Gateway", "", 30, 8) },
    Rate { regional: true, ..rate("ApiGatewayV2", "", 8, 2) },
    // AWS Lambda Developer Guide, "Lambda quotas": GetFunction 100, GetPolicy 15, all others 15 together.
    Rate { regional: true, ..rate("Lambda", "GetFunction", 100, 100) },
    Rate { regional: true, ..rate("Lambda", "GetPolicy", 15, 15) },
    Rate { regional: true, ..rate("Lambda", "", 15, 15) },
    // Amazon CloudWatch Logs User Guide, "CloudWatch Logs quotas".
    Rate { regional: true, ..rate("CloudWatch Logs", "", 10, 10) },
    // Amazon DynamoDB Developer Guide, "Quotas in Amazon DynamoDB": 500 a second.
    Rate { regional: true, ..rate("DynamoDB", "", 50, 50) },
    // Unpublished, as others pace themselves.
    rate("IAM", "", 15, 15),
    rate("CloudFront", "", 5, 5),
    // Unpublished for buckets; for objects Amazon S3 allows 5,500 a second ("Best practices design patterns").
    rate("S3", "", 50, 50),
    // What nothing is known of is asked as slowly as the slowest of the others.
    rate("", "", 5, 5),
];

impl Rate {
    fn of(operation: &Operation) -> &'static Rate {
        let fits = |rate: &&Rate| {
            [(rate.service, operation.service), (rate.operation, operation.name)]
                .iter()
                .all(|(wanted, own)| wanted.is_empty() || wanted == own)
        };
        RATES.iter().find(fits).expect("the last row fits everything")
    }
}

/// Which reads share a bucket: service, operation and region, each empty where all share one.
type Shared = (&'static str, &'static str, String);

/// The buckets of one account.
#[derive(Debug, Default)]
pub struct Rates {
    buckets: Mutex<HashMap<Shared, Arc<Bucket>>>,
}

impl Rates {
    /// Waits until the operation may be sent in `region`: first come, first served. Whoever stops waiting gives its
    /// place back.
    pub async fn wait(&self, operation: &Operation, region: &str) {
        let bucket = self.bucket(operation, region);
        let now = Instant::now();
        let place = Place { at: bucket.reserve(now), bucket };
        // A timer would take a moment even when the token is there.
        if place.at > now {
            sleep_until(place.at).await;
        }
    }

    /// Takes a token for what is sent without asking: another attempt of the SDK's. Those who ask later wait for it.
    pub fn charge(&self, operation: &Operation, region: &str) {
        self.bucket(operation, region).reserve(Instant::now());
    }

    fn bucket(&self, operation: &Operation, region: &str) -> Arc<Bucket> {
        let rate = Rate::of(operation);
        let service = if rate.service.is_empty() { operation.service } else { rate.service };
        let region = if rate.regional { region } else { "" };
        let mut buckets = self.buckets.lock().expect("no holder panics");
        let bucket = buckets.entry((service, rate.operation, region.to_owned())).or_insert_with(|| Bucket::new(rate));
        Arc::clone(bucket)
    }
}

/// A bucket of tokens, kept as the moment at which it is full again (the generic cell rate algorithm). Our own, since
/// `governor` serves waiters in no order, and `leaky-bucket` refills in steps, between which AWS counts exactly.
#[derive(Debug)]
struct Bucket {
    /// What one token takes to come back.
    pace: Duration,
    /// What the tokens of a burst beyond its first take to come back.
    ahead: Duration,
    full_at: Mutex<Instant>,
}

impl Bucket {
    fn new(rate: &Rate) -> Arc<Self> {
        let (part, whole) = SHARE;
        let pace = Duration::from_secs(1) * whole / (rate.per_second * part);
        let burst = (rate.burst * part / whole).max(1);
        Arc::new(Self { pace, ahead: pace * (burst - 1), full_at: Mutex::new(Instant::now()) })
    }

    /// Takes the next token; it is there at the moment returned, which is `now` or later.
    fn reserve(&self, now: Instant) -> Instant {
        let mut full_at = self.full_at.lock().expect("no holder panics");
        let begin = now.max(*full_at);
        *full_at = begin + self.pace;
        begin.checked_sub(self.ahead).map_or(now, |there| there.max(now))
    }

    fn give_back(&self) {
        *self.full_at.lock().expect("no holder panics") -= self.pace;
    }
}

/// A token that has been taken before it was there.
struct Place {
    bucket: Arc<Bucket>,
    at: Instant,
}

impl Drop for Place {
    fn drop(&mut self) {
        if Instant::now() < self.at {
            self.bucket.give_back();
        }
    }
}

#[cfg(test)]
#[path = "../tests/rate.rs"]
mod tests;
