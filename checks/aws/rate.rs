//! How fast a service may be asked: a token bucket for each rate, below the rate that AWS publishes. A read counts when
//! its answer arrives. AWS counts it somewhere between; if it counted when it is sent, reads of a machine that stalls
//! could arrive together.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Mutex as Turnstile, Notify};
use tokio::time::{Instant, sleep_until};

use crate::aws::api::{Apis, Rate, rate};
use crate::aws::operation::Operation;

/// The share of AWS's rates that is used. What is sent evenly does not arrive evenly, and the console reads, too.
const SHARE: (u32, u32) = (4, 5);

/// The rate for a service that publishes none: that of the slowest other.
const UNPUBLISHED: Rate = rate("", 5, 5);

/// The rate that an operation is asked at.
pub(crate) fn rate_of(apis: Apis, operation: &Operation) -> &'static Rate {
    let fits = |rate: &&Rate| rate.operation.is_empty() || rate.operation == operation.name;
    let api = apis.iter().find(|api| api.id == operation.service);
    api.and_then(|api| api.rates.iter().find(fits)).unwrap_or(&UNPUBLISHED)
}

/// Which reads share a bucket: service, operation and region, each empty where all share one.
type Shared = (&'static str, &'static str, String);

/// The buckets of one account.
#[derive(Debug)]
pub struct Rates {
    apis: Apis,
    buckets: Mutex<HashMap<Shared, Arc<Bucket>>>,
}

impl Rates {
    /// No read has been sent yet.
    pub fn new(apis: Apis) -> Self {
        Self { apis, buckets: Mutex::default() }
    }

    /// Waits until the operation may be sent in `region`, first come, first served. Hold the place until the answer
    /// arrives. A caller that stops waiting has used up none.
    pub async fn wait(&self, operation: &Operation, region: &str) -> Place {
        self.bucket(operation, region).enter().await
    }

    /// Counts another attempt of the SDK's, which it sends without asking. Later callers wait for it.
    pub fn charge(&self, operation: &Operation, region: &str) {
        self.bucket(operation, region).level().spend(Instant::now());
    }

    pub(crate) fn bucket(&self, operation: &Operation, region: &str) -> Arc<Bucket> {
        let rate = rate_of(self.apis, operation);
        let region = if rate.regional { region } else { "" };
        let mut buckets = self.buckets.lock().expect("no holder panics");
        let bucket =
            buckets.entry((operation.service, rate.operation, region.to_owned())).or_insert_with(|| Bucket::new(rate));
        Arc::clone(bucket)
    }
}

/// A bucket of tokens, and the queue before it. Our own, since `governor` serves waiters in no order, and
/// `leaky-bucket` refills in steps, between which AWS counts exactly; and neither knows of answers.
#[derive(Debug)]
pub(crate) struct Bucket {
    /// Whose turn it is; tokio's serves in the order of asking.
    turnstile: Turnstile<()>,
    answered: Notify,
    level: Mutex<Level>,
}

impl Bucket {
    fn new(rate: &Rate) -> Arc<Self> {
        let level = Level::of(rate, Instant::now());
        Arc::new(Self { turnstile: Turnstile::default(), answered: Notify::new(), level: Mutex::new(level) })
    }

    async fn enter(self: Arc<Self>) -> Place {
        let turn = self.turnstile.lock().await;
        while let Some(next) = self.refusal() {
            match next {
                Next::At(at) => sleep_until(at).await,
                Next::Answer => self.answered.notified().await,
            }
        }
        drop(turn);
        Place { bucket: self }
    }

    /// Takes a token, or tells when to try again.
    fn refusal(&self) -> Option<Next> {
        self.level().take(Instant::now()).err()
    }

    pub(crate) fn level(&self) -> std::sync::MutexGuard<'_, Level> {
        self.level.lock().expect("no holder panics")
    }
}

/// When a token may be there, at the earliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    At(Instant),
    /// When one of those under way is answered.
    Answer,
}

/// The tokens of a bucket: those of reads under way, and those spent, kept as the moment at which all that are spent
/// have come back (the generic cell rate algorithm).
#[derive(Debug)]
pub(crate) struct Level {
    /// How long one token takes to come back.
    pub pace: Duration,
    pub burst: u32,
    pub under_way: u32,
    pub full_at: Instant,
}

impl Level {
    fn of(rate: &Rate, now: Instant) -> Self {
        let (part, whole) = SHARE;
        let pace = Duration::from_secs(1) * whole / (rate.per_second * part);
        Self { pace, burst: (rate.burst * part / whole).max(1), under_way: 0, full_at: now }
    }

    /// Takes a token for a read that is sent now.
    pub fn take(&mut self, now: Instant) -> Result<(), Next> {
        // What may still be spent when this one is taken; none where those under way have all the others.
        let spent = self.burst.checked_sub(self.under_way + 1).ok_or(Next::Answer)?;
        match self.full_at.checked_sub(self.pace * spent) {
            Some(there) if there > now => Err(Next::At(there)),
            _ => {
                self.under_way += 1;
                Ok(())
            }
        }
    }

    /// The read has been answered by now, so AWS has counted it by now.
    pub fn answer(&mut self, now: Instant) {
        self.under_way -= 1;
        self.spend(now);
    }

    fn spend(&mut self, now: Instant) {
        self.full_at = now.max(self.full_at) + self.pace;
    }
}

/// A token in use. It is dropped when the answer arrives, or when nobody waits for it any more.
#[derive(Debug)]
pub struct Place {
    pub(crate) bucket: Arc<Bucket>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.bucket.level().answer(Instant::now());
        self.bucket.answered.notify_one();
    }
}
