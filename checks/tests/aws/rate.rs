//! The promise of a rate: whatever is asked whenever, and whenever AWS counts it between its sending and its answer, no
//! window of time holds more than a full bucket and what has come back meanwhile; and it is no slower than that.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use aws_smithy_types::retry::RetryConfig;
use futures_util::FutureExt;
use proptest::prelude::*;
use tokio::time::Instant;

use crate::aws::api::operations;
use crate::aws::rate::{Bucket, Level, Next, Rates, rate_of};
use crate::services::{APIS, acm, cloudfront, domains, iam, route53, s3};

const BURST: u32 = 5;
const PER_SECOND: u32 = 4;
/// Milliseconds that a token takes to come back.
const PACE: u64 = 1000 / PER_SECOND as u64;

/// One read, in milliseconds.
#[derive(Clone, Copy, Debug)]
struct Asked {
    /// From the start.
    at: u64,
    /// From its sending to its answer.
    takes: u64,
    /// From its sending until AWS counts it.
    counted: u64,
}

/// Reads in the order in which they are asked for.
fn reads() -> impl Strategy<Value = Vec<Asked>> {
    let pause = prop_oneof![Just(0_u64), 0..300_u64, 0..5000_u64];
    let takes = prop_oneof![Just(0_u64), 0..100_u64, 0..4000_u64];
    let read = (pause, takes, 0..=100_u64);
    prop::collection::vec(read, 0..120).prop_map(|reads| {
        let mut now = 0;
        let of = |(pause, takes, percent): (u64, u64, u64)| {
            now += pause;
            Asked { at: now, takes, counted: takes * percent / 100 }
        };
        reads.into_iter().map(of).collect()
    })
}

/// Reads that are answered at once, and counted then.
fn at_once<const N: usize>(times: [u64; N]) -> Vec<Asked> {
    times.map(|at| Asked { at, takes: 0, counted: 0 }).into()
}

/// When each read is sent, in milliseconds from the start: the one event after the other, as the queue lives them.
fn sent(reads: &[Asked]) -> Vec<u64> {
    let start = Instant::now();
    let moment = |millis: u64| start + Duration::from_millis(millis);
    let mut level = Level { pace: Duration::from_millis(PACE), burst: BURST, under_way: 0, full_at: start };
    let (mut waiting, mut answers, mut sent) = (VecDeque::from(reads.to_vec()), Vec::<u64>::new(), Vec::new());
    let mut now = 0;
    while let Some(next) = waiting.front().copied() {
        answers.sort_unstable();
        let wakes =
            if next.at > now { Err(next.at) } else { level.take(moment(now)).map_err(|next| millis(next, start)) };
        let Err(wakes) = wakes else {
            waiting.pop_front();
            sent.push(now);
            answers.push(now + next.takes);
            continue;
        };
        // What happens first: an answer, or the moment that is waited for.
        match answers.first().filter(|answer| **answer <= wakes) {
            Some(answer) => {
                now = now.max(*answer);
                level.answer(moment(now));
                answers.remove(0);
            }
            None => now = wakes,
        }
    }
    sent
}

fn millis(next: Next, start: Instant) -> u64 {
    match next {
        Next::At(at) => (at - start).as_millis().try_into().expect("a test is not that long"),
        Next::Answer => u64::MAX,
    }
}

proptest! {
    #[test]
    fn no_window_of_what_aws_counts_holds_more_than_a_full_bucket_and_what_comes_back(reads in reads()) {
        let mut counted: Vec<u64> = sent(&reads).iter().zip(&reads).map(|(at, read)| at + read.counted).collect();
        counted.sort_unstable();
        for (first, begin) in counted.iter().enumerate() {
            for (last, end) in counted.iter().enumerate().skip(first) {
                let allowed = u64::from(BURST) + (end - begin) / PACE;
                let count = (last - first + 1) as u64;
                prop_assert!(count <= allowed, "{count} from {begin} to {end} ms: {counted:?}");
            }
        }
    }

    #[test]
    fn those_who_ask_earlier_are_served_earlier_and_nobody_in_vain(reads in reads()) {
        let sent = sent(&reads);
        prop_assert_eq!(sent.len(), reads.len());
        prop_assert!(sent.is_sorted());
    }
}

#[test]
fn a_burst_goes_at_once_and_the_next_at_the_rate() {
    assert_eq!(sent(&at_once([0; 8])), [0, 0, 0, 0, 0, 250, 500, 750]);
    let rested = sent(&at_once([0, 0, 0, 0, 0, 0, 10_000, 10_000]));
    assert_eq!(rested[6..], [10_000, 10_000]);
}

/// However slow the answers are, no more than a burst is under way; and they cost what they cost when they come.
#[test]
fn what_is_under_way_may_be_counted_at_any_time() {
    let slow = [Asked { at: 0, takes: 3000, counted: 3000 }; 7];
    assert_eq!(sent(&slow), [0, 0, 0, 0, 0, 3250, 3500]);
    // A machine that stalls sends late, and late is when the tokens begin to come back.
    let stalled = [vec![Asked { at: 0, takes: 2000, counted: 2000 }; 5], at_once([2000, 2000])].concat();
    assert_eq!(sent(&stalled)[5..], [2250, 2500]);
}

#[tokio::test]
async fn one_who_stops_waiting_has_taken_nothing() {
    let rates = Rates::new(APIS);
    let mut places = Vec::new();
    for _ in 0..4 {
        places.push(rates.wait(cloudfront::LIST_DISTRIBUTIONS, "").await);
    }
    let bucket = rates.bucket(cloudfront::LIST_DISTRIBUTIONS, "");
    let wait = rates.wait(cloudfront::GET_DISTRIBUTION, "");
    assert!(wait.now_or_never().is_none(), "a fifth read has to wait for an answer");
    assert_eq!(bucket.level().under_way, 4);
    let before = bucket.level().full_at;
    drop(places);
    assert_eq!(bucket.level().under_way, 0);
    assert!(rates.wait(cloudfront::GET_DISTRIBUTION, "").now_or_never().is_none(), "and then for a token");
    assert!(bucket.level().full_at > before);
}

#[tokio::test]
async fn an_answer_lets_the_next_go_on() {
    let rates = Rates::new(APIS);
    let mut places = VecDeque::new();
    for _ in 0..4 {
        places.push_back(rates.wait(cloudfront::LIST_DISTRIBUTIONS, "").await);
    }
    let later = async {
        tokio::task::yield_now().await;
        places.pop_front();
    };
    let (place, ()) = futures_util::join!(rates.wait(cloudfront::GET_DISTRIBUTION, ""), later);
    assert_eq!(place.bucket.level().under_way, 4);
}

/// The published rates, so that a change of the table shows twice.
#[test]
fn each_operation_has_the_rate_of_its_service() {
    let of = |operation| {
        let rate = rate_of(APIS, operation);
        (rate.burst, rate.per_second, rate.regional)
    };
    assert_eq!(of(acm::LIST_CERTIFICATES), (8, 8, true));
    assert_eq!(of(acm::DESCRIBE_CERTIFICATE), (10, 10, true));
    assert_eq!(of(route53::GET_HOSTED_ZONE), (50, 10, false));
    assert_eq!(of(iam::LIST_USERS), (15, 15, false));
    assert_eq!(of(cloudfront::GET_DISTRIBUTION), (5, 5, false));
    assert_eq!(of(domains::GET_DOMAIN_DETAIL), (5, 5, false));
    assert!(operations(APIS).all(|operation| rate_of(APIS, operation).burst >= rate_of(APIS, operation).per_second));
}

#[test]
fn operations_of_a_service_share_a_bucket_and_regions_do_not() {
    let rates = Rates::new(APIS);
    let bucket = |operation, region| rates.bucket(operation, region);
    let same = |a: &Arc<Bucket>, b: &Arc<Bucket>| Arc::ptr_eq(a, b);
    assert!(same(&bucket(route53::GET_HOSTED_ZONE, ""), &bucket(route53::LIST_HOSTED_ZONES_BY_NAME, "")));
    assert!(same(&bucket(s3::LIST_BUCKETS, "eu-west-1"), &bucket(s3::GET_BUCKET_POLICY, "us-east-1")));
    let list = bucket(acm::LIST_CERTIFICATES, "us-east-1");
    assert!(!same(&list, &bucket(acm::LIST_CERTIFICATES, "eu-west-1")));
    assert!(!same(&list, &bucket(acm::DESCRIBE_CERTIFICATE, "us-east-1")));
    let domains = bucket(domains::GET_DOMAIN_DETAIL, "");
    assert!(!same(&domains, &bucket(s3::account::GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, "")));
}

/// The SDK sends a refused read again without asking; those who ask next wait for it.
#[tokio::test]
async fn another_attempt_is_charged_where_it_is_sent() {
    let account =
        crate::testing::Account::empty().refuses("acm:ListCertificates", (400, "Throttling"), "Rate exceeded");
    let retries = RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(1));
    let aws = account.open_with(|config| config.retry_config(retries));
    let taken = |region| {
        let bucket = aws.rates.bucket(acm::LIST_CERTIFICATES, region);
        let level = bucket.level();
        (level.full_at.saturating_duration_since(Instant::now()).as_secs_f64() / level.pace.as_secs_f64()).round()
    };
    let _ = aws.certificate(&crate::learner::example(), &["example.com".to_owned()]).await;
    assert_eq!(aws.sent().len(), 3);
    assert_eq!((taken("us-east-1"), taken("eu-west-1")), (3.0, 0.0));
}
