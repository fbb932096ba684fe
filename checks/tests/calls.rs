//! What each exercise costs where it is done, in a snapshot that shows a new call in review; and each read is sent once.
//!
//! A new exercise is in the snapshot by itself. Read its lines, and accept them with `cargo insta review`, or with
//! `INSTA_UPDATE=always cargo test --workspace --lib -- what_each_exercise_costs`. The caller's identity is among the round
//! trips.

use std::fmt::Write as _;

use super::round_trips::{most, round_trips};
use super::*;
use crate::VERIFIERS;
use crate::aws::api::operations;
use crate::services::APIS;

/// Whether this is no call to AWS's API.
pub fn is_look(label: &str) -> bool {
    !operations(APIS).any(|operation| operation.label == label)
}

/// The calls and the looks from outside that check the exercise in a real account where it is done, sorted.
pub async fn sent(slug: &str) -> [Vec<&'static str>; 2] {
    let aws = solved_for(slug).without_memory().open();
    let findings = crate::check(slug, &aws, &example()).await.expect("a verifier");
    assert_eq!(findings.verdict(), Verdict::Done, "{slug}: {findings:#?}");
    let mut sent = aws.sent();
    sent.sort_unstable();
    let (looks, calls) = sent.into_iter().partition(|label| is_look(label));
    [calls, looks]
}

#[tokio::test]
async fn what_each_exercise_costs() {
    let mut costs = String::new();
    for slug in VERIFIERS.iter().map(|verifier| verifier.slug) {
        let ([calls, looks], skipped) = (sent(slug).await, skipped_in_practice(slug).await);
        let (trips, verdict) = round_trips(solved_for(slug), slug).await;
        assert_eq!(verdict, Verdict::Done, "{slug}");
        assert!(trips <= most(slug), "{slug} takes {trips} round trips, more than {}", most(slug));
        writeln!(costs, "{slug}: {} calls, {trips} round trips", calls.len()).unwrap();
        for call in counted(&calls) {
            writeln!(costs, "    {call}").unwrap();
        }
        for (what, list) in [("from outside", counted(&looks)), ("skipped in practice", skipped)] {
            if !list.is_empty() {
                writeln!(costs, "    {what}: {}", list.join(", ")).unwrap();
            }
        }
    }
    insta::assert_snapshot!(costs);
}

/// Each label once, with how often it was sent.
fn counted(labels: &[&str]) -> Vec<String> {
    let times = |same: &[&str]| if same.len() == 1 { String::new() } else { format!(" ({} times)", same.len()) };
    labels.chunk_by(|a, b| a == b).map(|same| format!("{}{}", same[0], times(same))).collect()
}

/// The clauses that are skipped in a practice account, which plays websites and APIs, and has no DNS and no certificates.
async fn skipped_in_practice(slug: &str) -> Vec<String> {
    let you = Learner { practice: true, ..example() };
    let aws = solved_for(slug).amid(world_for(slug).of_practice()).open();
    let findings = crate::check(slug, &aws, &you).await.expect("a verifier");
    assert_eq!(findings.verdict(), Verdict::Done, "{slug}: {findings:#?}");
    assert!(!aws.sent().iter().any(|label| label.starts_with("dns:")), "{slug}");
    let skipped = findings.0.into_iter().filter(|finding| finding.verdict == ClauseVerdict::Skipped);
    skipped.map(|finding| finding.id).collect()
}

#[tokio::test]
async fn all_exercises_in_one_run_send_each_distinct_request_once() {
    let account = solved();
    let aws = account.open();
    for verifier in VERIFIERS {
        crate::check(verifier.slug, &aws, &example()).await.unwrap();
    }
    let mut asked = account.asked();
    assert_eq!(asked.len(), aws.sent().iter().filter(|label| !is_look(label)).count());
    asked.sort_unstable();
    let distinct: Vec<_> = asked.chunk_by(|a, b| a == b).map(|same| (same.len(), &same[0])).collect();
    assert!(distinct.iter().all(|(times, _)| *times == 1), "{distinct:#?}");
}
