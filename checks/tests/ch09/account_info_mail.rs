//! 9.7: runs before and after the last change, and what SES counts beside them.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch09/account_info_mail";
const GET: &str = "lambda:GetFunction";
const STREAMS: &str = "logs:DescribeLogStreams";
const EVENTS: &str = "logs:GetLogEvents";
const ACCOUNT: &str = "ses:GetAccount";

fn logged(line: &str) -> Account {
    solved().edited(EVENTS, "END RequestId: 1", &format!("2026-11-02T00:00:00Z\\t1\\t{line}"))
}

/// The account whose function was changed at this time.
fn changed(time: &str) -> Account {
    let function = account_info::FUNCTION.replace("2026-01-02T00:00:00.000+0000", time);
    solved().answers_to(GET, "/put-account-info", ok(function))
}

#[tokio::test]
async fn a_run_before_the_last_change_is_none() {
    expect(&solved(), SLUG, Verdict::Done, &[(Holds, "ran", "in the last 24 hours: 3")]).await;
    let later = changed("2026-01-02T00:01:00.000+0000");
    expect(&later, SLUG, Verdict::NotDone, &[(Fails, "ran", "not called since its last change")]).await;
    let in_zulu = changed("2026-01-01T00:00:00Z");
    expect(&in_zulu, SLUG, Verdict::Done, &[]).await;
    expect(&changed("yesterday"), SLUG, Verdict::Done, &[(Skipped, "ran", "nothing says when")]).await;
}

#[tokio::test]
async fn a_run_that_failed_tells_what_to_do() {
    for (line, found) in [
        ("ERROR\\tMessageRejected: Email address is not verified.", "exercise 9.3"),
        ("ERROR\\tMessageRejected: Email address is not verified.", "Your account is in the SES sandbox"),
        ("ERROR\\tAccessDeniedException: not authorized", "lacks a permission"),
    ] {
        expect(&logged(line), SLUG, Verdict::NotDone, &[(Fails, "ran", found)]).await;
    }
    let released = logged("ERROR\\tMessageRejected: no").edited(
        ACCOUNT,
        r#""ProductionAccessEnabled": false"#,
        r#""ProductionAccessEnabled": true"#,
    );
    let findings = check(&released, SLUG).await;
    let advice = finding(&findings, "ran").advice.clone().unwrap_or_default();
    assert!(advice.contains("exercise 9.3") && !advice.contains("Your account is in"), "{findings:#?}");
}

/// What SES counts decides nothing.
#[tokio::test]
async fn what_ses_counts_is_evidence_alone() {
    let nothing = solved().edited(ACCOUNT, "3.0", "0.0");
    expect(&nothing, SLUG, Verdict::Done, &[(Holds, "ran", "in the last 24 hours: 0")]).await;
    let refused = solved().refuses(ACCOUNT, (403, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&refused, SLUG, Verdict::Done, &[(Holds, "ran", "1 of the last 1 runs")]).await;
}

#[tokio::test]
async fn a_function_that_nobody_called_and_a_log_whose_entries_are_gone() {
    let no_group =
        solved().refuses(STREAMS, (400, "ResourceNotFoundException"), "The specified log group does not exist.");
    expect(&no_group, SLUG, Verdict::NotDone, &[(Fails, "ran", "no log group yet")]).await;
    let expired = solved().answers(EVENTS, ok(r#"{"events": []}"#));
    expect(&expired, SLUG, Verdict::Done, &[(Skipped, "ran", "deleted after the log's retention")]).await;
}

#[tokio::test]
async fn a_refused_log_is_not_missing() {
    let denied = solved().refuses(EVENTS, (400, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&denied, SLUG, Verdict::CannotTell, &[(CannotTell, "ran", r#""Action":"logs:GetLogEvents""#)]).await;
}
