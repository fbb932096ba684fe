//! 7.21: runs that failed, users whom nobody changed, and a log of which nothing is told but names of errors.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch07/account_info_test";
const STREAMS: &str = "logs:DescribeLogStreams";
const EVENTS: &str = "logs:GetLogEvents";
const USERS: &str = "cognito-idp:ListUsers";
/// As a token looks.
const TOKEN: &str = "eyJraWQiOiJhIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

fn logged(line: &str) -> Account {
    solved().edited(EVENTS, "END RequestId: 1", &format!("2026-11-02T00:00:00Z\\t1\\t{line}"))
}

#[tokio::test]
async fn a_run_that_failed_tells_the_name_of_its_error_and_nothing_else() {
    for (line, found) in [
        (
            format!("ERROR\\tNotAuthorizedException: {TOKEN} has expired"),
            "the last run ended with NotAuthorizedException",
        ),
        (format!("INFO\\tInvalidParameterException: {TOKEN}"), "the last run ended with InvalidParameterException"),
        (format!("ERROR\\t{TOKEN}"), "the last run ended with an error"),
    ] {
        let account = logged(&line);
        let expected = [(Fails, "ran", found), (Fails, "changed", "no user was changed when it ran")];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
        let said = format!("{:?}", check(&account, SLUG).await);
        assert!(!said.contains("eyJ"), "{said}");
    }
    let report = solved().edited(EVENTS, "Duration: 80 ms", "Duration: 3000 ms\\tStatus: timeout");
    let expected = [(Fails, "ran", "Raise the timeout"), (Fails, "changed", "")];
    expect(&report, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_function_that_nobody_called_has_no_run() {
    let no_group =
        solved().refuses(STREAMS, (400, "ResourceNotFoundException"), "The specified log group does not exist.");
    let no_stream = solved().answers(STREAMS, ok(r#"{"logStreams": []}"#));
    for (account, found) in [(no_group, "no log group yet"), (no_stream, "was never called")] {
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "ran", found), (Fails, "changed", "")]).await;
    }
}

/// The log is kept for a month, and what was done stays done.
#[tokio::test]
async fn a_log_whose_entries_are_deleted_leaves_the_user_to_tell() {
    let account = solved().answers(EVENTS, ok(r#"{"events": []}"#));
    expect(&account, SLUG, Verdict::Done, &[(Skipped, "ran", "deleted after the log's retention")]).await;
    let unchanged = account.edited(USERS, "1767312000.5", "1767225600");
    let expected = [(Skipped, "ran", ""), (Fails, "changed", "no user was changed")];
    expect(&unchanged, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_user_who_was_only_confirmed_is_none_who_was_changed() {
    let confirmed = solved().edited(USERS, "1767312000.5", "1767225700");
    expect(&confirmed, SLUG, Verdict::NotDone, &[(Fails, "changed", "no user was changed when it ran")]).await;
    let newcomer = solved().edited(USERS, "1767225600", "1767400000").edited(USERS, "1767312000.5", "1767400100");
    expect(&newcomer, SLUG, Verdict::NotDone, &[(Fails, "changed", "no user was changed when it ran")]).await;
    let nobody = solved().answers(USERS, ok(r#"{"Users": []}"#));
    expect(&nobody, SLUG, Verdict::NotDone, &[(Fails, "changed", "the user pool has no user")]).await;
}

/// Exercises of chapter 9 change the function, and try it again.
#[tokio::test]
async fn a_later_run_that_failed_is_said_and_no_failure() {
    let later = r#""ingestionTime": 1767312009000}, {"timestamp": 1767400000000, "message": "START RequestId: 2"},
        {"timestamp": 1767400000000, "message": "2026-11-03T00:00:00Z\t2\tERROR\tMessageRejected: no"},
        {"timestamp": 1767400000000, "message": "REPORT RequestId: 2\tDuration: 9 ms"}], "next"#;
    let account = solved().edited(EVENTS, "\"ingestionTime\": 1767312009000}],\n    \"next", later);
    expect(&account, SLUG, Verdict::Done, &[(Holds, "ran", "The last run ended with MessageRejected")]).await;
}

/// Whom the pool knows is not even asked.
#[tokio::test]
async fn no_attribute_of_a_user_is_asked_for() {
    let account = solved();
    check(&account, SLUG).await;
    let asked = account.asked();
    let users: Vec<_> = asked.iter().filter(|request| request.contains("ListUsers")).collect();
    assert!(
        users.iter().all(|request| request.contains(r#""AttributesToGet":["sub"]"#)) && users.len() == 1,
        "{users:?}"
    );
}

#[tokio::test]
async fn refused_logs_and_users_are_not_missing() {
    let denied = |label| solved().refuses(label, (400, "AccessDeniedException"), "no identity-based policy allows it");
    let action = |name: &str| format!(r#""Action":"{name}""#);
    for label in [STREAMS, EVENTS] {
        let action = action(label);
        let expected = [(CannotTell, "ran", action.as_str()), (CannotTell, "changed", &action)];
        expect(&denied(label), SLUG, Verdict::CannotTell, &expected).await;
    }
    expect(&denied(USERS), SLUG, Verdict::CannotTell, &[(CannotTell, "changed", &action(USERS))]).await;
}
