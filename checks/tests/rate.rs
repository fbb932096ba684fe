//! The promise of a rate: whatever is asked whenever, no window of time holds more than a full bucket and what has come
//! back meanwhile; and it is no slower than that.

use aws_smithy_types::retry::RetryConfig;
use proptest::prelude::*;

use super::*;
use crate::aws::operation::{self, OPERATIONS};

const BURST: u32 = 5;
const PER_SECOND: u32 = 4;

/// What happens next, so many milliseconds after what happened before.
#[derive(Clone, Debug)]
enum Event {
    Asks(u64),
    /// The one who waits longest since, if anybody still waits, stops waiting.
    Leaves(u64),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let pause = prop_oneof![Just(0_u64), 0..300_u64, 0..5000_u64];
    let event =
        (pause, 0..4_u8).prop_map(|(pause, kind)| if kind == 0 { Event::Leaves(pause) } else { Event::Asks(pause) });
    prop::collection::vec(event, 0..120)
}

/// When each token is used, in milliseconds from the start.
fn used(events: &[Event]) -> Vec<u64> {
    let start = Instant::now();
    let bucket = bucket(start);
    let (mut now, mut used) = (start, Vec::new());
    for event in events {
        let (Event::Asks(pause) | Event::Leaves(pause)) = event;
        now += Duration::from_millis(*pause);
        match event {
            Event::Asks(_) => used.push(bucket.reserve(now)),
            Event::Leaves(_) => {
                if let Some(waiting) = used.iter().position(|at| *at > now) {
                    used.remove(waiting);
                    bucket.give_back();
                }
            }
        }
    }
    let mut millis: Vec<u64> = used.iter().map(|at| (*at - start).as_millis().try_into().unwrap()).collect();
    millis.sort_unstable();
    millis
}

fn bucket(now: Instant) -> Bucket {
    let pace = Duration::from_secs(1) / PER_SECOND;
    Bucket { pace, ahead: pace * (BURST - 1), full_at: Mutex::new(now) }
}

proptest! {
    #[test]
    fn no_window_holds_more_than_a_full_bucket_and_what_comes_back(events in events()) {
        let used = used(&events);
        for (first, begin) in used.iter().enumerate() {
            for (last, end) in used.iter().enumerate().skip(first) {
                let allowed = u64::from(BURST) + (end - begin) * u64::from(PER_SECOND) / 1000;
                let count = (last - first + 1) as u64;
                prop_assert!(count <= allowed, "{count} from {begin} to {end} ms: {used:?}");
            }
        }
    }

    #[test]
    fn those_who_ask_earlier_are_served_earlier(pauses in prop::collection::vec(0..300_u64, 1..60)) {
        let (mut now, mut last) = (Instant::now(), None);
        let bucket = bucket(now);
        for pause in pauses {
            now += Duration::from_millis(pause);
            let at = bucket.reserve(now);
            prop_assert!(at >= now && Some(at) >= last);
            last = Some(at);
        }
    }
}

#[test]
fn a_burst_goes_at_once_and_the_next_at_the_rate() {
    assert_eq!(used(&vec![Event::Asks(0); 8]), [0, 0, 0, 0, 0, 250, 500, 750]);
    let rested: Vec<_> = [0, 0, 0, 0, 0, 0, 10_000, 0].map(Event::Asks).into();
    assert_eq!(used(&rested)[6..], [10_000, 10_000]);
}

#[test]
fn who_leaves_makes_room() {
    let mut events = vec![Event::Asks(0); 7];
    events.extend([Event::Leaves(0), Event::Asks(0)]);
    assert_eq!(used(&events), [0, 0, 0, 0, 0, 500, 500]);
}

#[tokio::test]
async fn one_who_stops_waiting_gives_the_place_back() {
    let rates = Rates::default();
    for _ in 0..4 {
        rates.wait(operation::LIST_DISTRIBUTIONS, "").await;
    }
    let full = *rates.bucket(operation::LIST_DISTRIBUTIONS, "").full_at.lock().unwrap();
    let wait = rates.wait(operation::GET_DISTRIBUTION, "");
    assert!(futures_util::FutureExt::now_or_never(wait).is_none(), "a fifth read within a second has to wait");
    assert_eq!(*rates.bucket(operation::GET_DISTRIBUTION, "").full_at.lock().unwrap(), full);
}

/// The published rates, so that a change of the table shows twice.
#[test]
fn each_operation_has_the_rate_of_its_service() {
    let of = |operation| {
        let rate = Rate::of(operation);
        (rate.burst, rate.per_second, rate.regional)
    };
    assert_eq!(of(operation::LIST_CERTIFICATES), (8, 8, true));
    assert_eq!(of(operation::DESCRIBE_CERTIFICATE), (10, 10, true));
    assert_eq!(of(operation::GET_HOSTED_ZONE), (50, 10, false));
    assert_eq!(of(operation::LIST_USERS), (15, 15, false));
    assert_eq!(of(operation::GET_DISTRIBUTION), (5, 5, false));
    assert_eq!(of(operation::GET_DOMAIN_DETAIL), (5, 5, false));
    assert!(OPERATIONS.iter().all(|operation| Rate::of(operation).burst >= Rate::of(operation).per_second));
}

#[test]
fn operations_of_a_service_share_a_bucket_and_regions_do_not() {
    let rates = Rates::default();
    let bucket = |operation, region| rates.bucket(operation, region);
    let same = |a: &Arc<Bucket>, b: &Arc<Bucket>| Arc::ptr_eq(a, b);
    assert!(same(&bucket(operation::GET_HOSTED_ZONE, ""), &bucket(operation::LIST_HOSTED_ZONES_BY_NAME, "")));
    assert!(same(&bucket(operation::LIST_BUCKETS, "eu-west-1"), &bucket(operation::GET_BUCKET_POLICY, "us-east-1")));
    let list = bucket(operation::LIST_CERTIFICATES, "us-east-1");
    assert!(!same(&list, &bucket(operation::LIST_CERTIFICATES, "eu-west-1")));
    assert!(!same(&list, &bucket(operation::DESCRIBE_CERTIFICATE, "us-east-1")));
    let domains = bucket(operation::GET_DOMAIN_DETAIL, "");
    assert!(!same(&domains, &bucket(operation::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, "")));
}

/// The SDK sends a refused read again without asking; those who ask next wait for it.
#[tokio::test]
async fn another_attempt_is_charged_where_it_is_sent() {
    let account =
        crate::doubles::Account::empty().refuses("acm:ListCertificates", (400, "Throttling"), "Rate exceeded");
    let retries = RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(1));
    let aws = account.open_with(|config| config.retry_config(retries));
    let taken = |region| {
        let bucket = aws.rates.bucket(operation::LIST_CERTIFICATES, region);
        let full_at = *bucket.full_at.lock().unwrap();
        (full_at.saturating_duration_since(Instant::now()).as_secs_f64() / bucket.pace.as_secs_f64()).round()
    };
    let _ = aws.certificate(&["example.com".to_owned()]).await;
    assert_eq!(aws.sent().len(), 3);
    assert_eq!((taken("us-east-1"), taken("eu-west-1")), (3.0, 0.0));
}
