//! 10.e2: how far a pack is, and what keeps it from getting further.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, NotReady};

const SLUG: &str = "ch10/conformance_pack";
const STATUS: &str = "config:DescribeConformancePackStatus";

fn with(state: &str, reason: &str) -> Account {
    solved().answers(STATUS, ok(config::pack(state, reason)))
}

#[tokio::test]
async fn a_pack_on_its_way_waits_and_a_failed_one_says_why() {
    let expected = [(NotReady, "complete", "CREATE_IN_PROGRESS")];
    expect(&with("CREATE_IN_PROGRESS", ""), SLUG, Verdict::NotReady, &expected).await;
    let failed = with("CREATE_FAILED", "NoAvailableConfigurationRecorder: there is no recorder");
    expect(&failed, SLUG, Verdict::NotDone, &[(Fails, "complete", "exercise 10.e1")]).await;
    let failed = with("CREATE_FAILED", "Rule names an unknown source");
    expect(&failed, SLUG, Verdict::NotDone, &[(Fails, "complete", "an unknown source")]).await;
    for state in ["DELETE_IN_PROGRESS", "DELETE_FAILED"] {
        expect(&with(state, ""), SLUG, Verdict::NotDone, &[(Fails, "complete", state)]).await;
    }
}

#[tokio::test]
async fn of_several_packs_the_one_that_is_furthest_counts() {
    let entry = |pack: String| {
        let inner = pack.trim_start_matches(r#"{"ConformancePackStatusDetails": ["#).to_owned();
        inner.trim_end_matches("]}").to_owned()
    };
    let [failed, complete] = ["CREATE_FAILED", "CREATE_COMPLETE"].map(|state| entry(config::pack(state, "")));
    let several = |packs: &[&str]| {
        let list = format!(r#"{{"ConformancePackStatusDetails": [{}]}}"#, packs.join(", "));
        solved().answers(STATUS, ok(list))
    };
    expect(&several(&[&failed, &complete]), SLUG, Verdict::Done, &[(Holds, "complete", "CREATE_COMPLETE")]).await;
    let of_organization = complete.replace(r#"PackName": "website""#, r#"PackName": "OrgConformsPack-base""#);
    expect(&several(&[&of_organization]), SLUG, Verdict::NotDone, &[(Fails, "pack", "nothing of that name")]).await;
    expect(&several(&[&of_organization, &failed]), SLUG, Verdict::NotDone, &[(Fails, "complete", "CREATE_FAILED")])
        .await;
}

#[tokio::test]
async fn a_pack_needs_a_recorder_that_records() {
    let stopped = ok(config::status(false, "Success"));
    let stopped = solved().answers("config:DescribeConfigurationRecorderStatus", stopped);
    expect(&stopped, SLUG, Verdict::NotDone, &[(Fails, "records", "stopped")]).await;
}
