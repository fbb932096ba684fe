//! 8.9: the two parameters, of which each is judged by itself, and what there is instead of them.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch08/parameters";
const GET: &str = "ssm:GetParameters";

#[tokio::test]
async fn each_value_is_judged_by_itself() {
    for (from, to, clause, found) in [
        ("2026-01-02T00:00:00.000Z", "1767312000000", "time", "1767312000000"),
        ("2026-01-02T00:00:00.000Z", r"2026-01-02T00:00:00.000Z\n", "time", "with a line break around it"),
        ("86400000", "a day", "length", "a day"),
        ("86400000", "0", "length", "0"),
    ] {
        let account = solved().edited(GET, from, to);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let seconds = check(&solved().edited(GET, "86400000", "86400"), SLUG).await;
    assert_eq!(seconds.verdict(), Verdict::Done);
    assert!(finding(&seconds, "length").advice.as_ref().is_some_and(|advice| advice.contains("86.4 seconds")));
}

/// The function has moved the start on; where it is now is no matter of this exercise.
#[tokio::test]
async fn what_the_function_has_moved_on_is_as_right() {
    for later in ["2026-05-06T07:08:09.010Z", "2026-05-06T07:08:09+02:00", "2026-05-06"] {
        let account = solved().edited(GET, "2026-01-02T00:00:00.000Z", later);
        expect(&account, SLUG, Verdict::Done, &[(Holds, "time", later)]).await;
    }
}

#[tokio::test]
async fn a_secure_string_is_a_cipher_which_is_not_shown() {
    let value = r#""Value": "2026-01-02T00:00:00.000Z""#;
    let account = solved()
        .edited(GET, r#""Type": "String", "Version": 3"#, r#""Type": "SecureString", "Version": 3"#)
        .edited(GET, value, r#""Value": "AQICAHhCipher""#);
    let findings = check(&account, SLUG).await;
    let time = finding(&findings, "time");
    assert!(time.verdict == Fails && says(time, "a SecureString"), "{findings:#?}");
    assert!(!format!("{findings:?}").contains("AQICAHhCipher"), "{findings:#?}");
    assert_eq!(finding(&findings, "length").verdict, Holds);
}

#[tokio::test]
async fn one_that_is_missing_leaves_the_other() {
    let interval = r#"{"InvalidParameters": ["/function-rule-analytics-auth-callback/next-start-iso-timestamp"], "Parameters": [
        {"Name": "/function-rule-analytics-auth-callback/interval-milliseconds", "Type": "String", "Value": "60000000"}]}"#;
    let account = solved().with(ssm::without).answers(GET, ok(interval));
    let expected = [
        (Fails, "start", "nothing of that name"),
        (Skipped, "time", "until the parameter is there"),
        (Holds, "interval", "interval-milliseconds, String"),
        (Holds, "length", "60000000"),
    ];
    let elsewhere = account.answers_to(GET, "//ssm.eu-west-1.", ok(ssm::NO_PARAMETERS));
    let elsewhere = elsewhere.answers("ssm:DescribeParameters", ok(r#"{"Parameters": []}"#));
    expect(&elsewhere, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn other_names_and_other_regions_are_near_misses() {
    let named = |name: &str| {
        let listed = ssm::LISTED.replace("interval-milliseconds", name);
        solved().with(ssm::without).answers("ssm:DescribeParameters", ok(listed))
    };
    for (name, start, interval) in [
        ("interval-milliseconds", "nothing of that name", "the parameter interval-milliseconds"),
        (
            "function-rule-analytics-auth-callback/interval-milliseconds",
            "nothing of that name",
            "the parameter function-rule-analytics-auth-callback/interval-milliseconds",
        ),
        ("next-start-iso-timestamp", "the parameter next-start-iso-timestamp", "nothing of that name"),
        ("/function-rule-analytics-auth-callback/start", "callback/start", "callback/start"),
    ] {
        expect(&named(name), SLUG, Verdict::NotDone, &missing(start, interval)).await;
    }
    let elsewhere = solved().with(ssm::without).answers_to(GET, "//ssm.eu-west-1.", ok(ssm::PARAMETERS));
    let expected = missing("timestamp in eu-west-1", "milliseconds in eu-west-1");
    expect(&elsewhere, SLUG, Verdict::NotDone, &expected).await;
}

/// Both parameters are missing, with this found instead of them.
fn missing<'a>(start: &'a str, interval: &'a str) -> [(ClauseVerdict, &'a str, &'a str); 4] {
    [(Fails, "start", start), (Skipped, "time", ""), (Fails, "interval", interval), (Skipped, "length", "")]
}

#[tokio::test]
async fn refused_parameters_are_not_missing() {
    let account = solved().refuses(GET, (400, "AccessDeniedException"), "no identity-based policy allows it");
    let expected =
        ["start", "time", "interval", "length"].map(|clause| (CannotTell, clause, r#""Action":"ssm:GetParameters""#));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
    let lacking = solved().answers(GET, ok("{}"));
    let expected = ["start", "time", "interval", "length"].map(|clause| (CannotTell, clause, "has no Parameters"));
    expect(&lacking, SLUG, Verdict::CannotTell, &expected).await;
}
