//! 9.15: the runs of both functions since they were changed last.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch09/publish_test";
const STREAMS: &str = "logs:DescribeLogStreams";
const EVENTS: &str = "logs:GetLogEvents";
/// As a token looks.
const TOKEN: &str = "eyJraWQiOiJhIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
const EMAIL_LOG: &str = "/aws/lambda/sns-send-email";

/// The log of the function that sends has this line in its run.
fn logged(line: &str) -> Account {
    let events = logs::EVENTS.replace("END RequestId: 1", &format!("2026-11-02T00:00:00Z\\t1\\t{line}"));
    solved().answers_to(EVENTS, EMAIL_LOG, ok(events))
}

#[tokio::test]
async fn the_error_of_the_second_function_is_told_by_its_name_alone() {
    for (line, found) in [
        (format!("ERROR\\tNotAuthorizedException: {TOKEN}"), "the last run ended with NotAuthorizedException"),
        ("INFO\\tMessageRejected: Email address is not verified".into(), "the last run ended with"),
        (format!("ERROR\\t{TOKEN}"), "the last run ended with an error"),
    ] {
        let line = line.replace("INFO\\tMessageRejected", "ERROR\\tMessageRejected");
        let account = logged(&line);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sent", found)]).await;
        let said = format!("{:?}", check(&account, SLUG).await);
        assert!(!said.contains("eyJ"), "{said}");
    }
}

#[tokio::test]
async fn a_run_before_the_last_change_proves_nothing() {
    for (function, part, clause) in
        [(account_info::FUNCTION, "/put-account-info", "told"), (email_function::FUNCTION, "/sns-send-email", "sent")]
    {
        let later = function.replace("2026-01-02T00:00:00.000+0000", "2026-02-02T00:00:00.000+0000");
        assert_ne!(later, function);
        let account = solved().answers_to("lambda:GetFunction", part, ok(later));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, clause, "not called since its last change")]).await;
    }
}

#[tokio::test]
async fn a_function_that_nobody_called_leads_to_the_subscription() {
    let gone = error(STREAMS, (400, "ResourceNotFoundException"), "The specified log group does not exist.");
    let account = solved().answers_to(STREAMS, EMAIL_LOG, gone);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sent", "exercise 9.11"), (Holds, "told", "")]).await;
}

#[tokio::test]
async fn either_function_may_be_missing() {
    let gone = || error("lambda:GetFunction", (404, "ResourceNotFoundException"), "Function not found");
    let account = solved().answers_to("lambda:GetFunction", "/sns-send-email", gone());
    let expected = [(Fails, "send_email", "")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
    let refused = solved().refuses(STREAMS, (400, "AccessDeniedException"), "no identity-based policy allows it");
    let expected = ["told", "sent"].map(|clause| (CannotTell, clause, r#""Action":"logs:DescribeLogStreams""#));
    expect(&refused, SLUG, Verdict::CannotTell, &expected).await;
}
