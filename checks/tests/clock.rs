//! One clock for all that judges: a check that is judged again as of its own time finds what it found.

use jiff::{Timestamp, ToSpan};

use crate::testing::STAGE_PREFLIGHT;
use crate::tests::*;
use ClauseVerdict::{Fails, NotReady};

/// Long before and long after the machine's own time.
const EARLY: &str = "2026-01-01T12:00:00Z";
const LATE: &str = "2031-01-01T12:00:00Z";

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_stage_is_fresh_as_of_the_check() {
    let updated = time(LATE);
    let after = format!("\"lastUpdatedDate\": {}", updated.as_second());
    let refusal = World::api_answer("403 Forbidden", &[], r#"{"message":"Missing Authentication Token"}"#);
    let account = solved().amid(World::solved().replies(STAGE_PREFLIGHT, refusal).open()).edited(
        "apigateway:GetStages",
        "\"lastUpdatedDate\": 1767225600",
        &after,
    );
    let answered = |verdict| [(verdict, "preflight", "")];
    let soon = account.clone().without_memory().at(updated + 5.seconds());
    expect(&soon, "ch05/api_deployment", Verdict::NotReady, &answered(NotReady)).await;
    let later = account.without_memory().at(updated + 24.hours());
    expect(&later, "ch05/api_deployment", Verdict::NotDone, &answered(Fails)).await;
}

#[tokio::test]
async fn a_time_to_come_is_one_after_the_check() {
    let says_so = |findings: &Findings| {
        finding(findings, "time").advice.as_ref().is_some_and(|advice| advice.contains("still to come"))
    };
    // One that is more than a year away is a slip.
    let edited = solved().edited("ssm:GetParameters", "2026-01-02T00:00:00.000Z", "2026-07-02T00:00:00.000Z");
    assert!(says_so(&check(&edited.clone().at(time(EARLY)), "ch08/parameters").await));
    assert!(!says_so(&check(&edited.at(time(LATE)), "ch08/parameters").await));
}

#[tokio::test]
async fn milliseconds_are_those_of_the_years_up_to_the_check() {
    let newest = solved().edited("dynamodb:Query", "1767225600000", "1925000000000");
    let items = "ch08/auth_callback_items";
    expect(&newest.clone().at(time(EARLY)), items, Verdict::NotDone, &[(Fails, "time", "1925000000000")]).await;
    expect(&newest.at(time(LATE)), items, Verdict::Done, &[]).await;
}
