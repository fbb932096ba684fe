//! What a function that was called is found to do, and what to do about its errors.

use hyper::HeaderMap;
use serde_json::{Value, json};

use crate::findings::{ClauseVerdict, Finding};
use crate::judge::lambda::trial::{added_lines, answered, changed_name, event, sent_mail};
use crate::judgement::Judgement;
use crate::outside::web::{Answer, Page};
use crate::report::Report;

/// The verdict, and what is found and advised, of what the launcher of the practice account answers to a call.
fn said(status: u16, headers: &[(&'static str, &'static str)], body: &Value) -> (ClauseVerdict, String) {
    judged(status, headers, body, |answer| answered(answer, "example.com"))
}

/// The same of a run.
fn ran(status: u16, body: &Value) -> (ClauseVerdict, String) {
    judged(status, &[], body, added_lines)
}

fn judged(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &Value,
    judge: impl Fn(&Answer) -> Judgement,
) -> (ClauseVerdict, String) {
    const CLAUSE: crate::report::Clause = crate::report::Clause {
        name: "C",
        text: "c",
        advice: "the clause's own",
        console: crate::aws::console::page(""),
        pillar: None,
    };
    let mut map = HeaderMap::new();
    map.insert("x-amzn-requestid", "trial".parse().unwrap());
    map.extend(headers.iter().map(|(name, value)| (name.parse().ok(), value.parse().unwrap())));
    let page = Page::read(status, &map, body.to_string().as_bytes(), true);
    let you = crate::learner::example();
    let mut report = Report::new(&you, &[CLAUSE]);
    report.expects(CLAUSE, Ok(judge(&Answer::Page(page))));
    let Finding { verdict, found, advice, .. } = report.finish(Ok(())).0.remove(0);
    (verdict, format!("{} | {}", found.unwrap_or_default(), advice.unwrap_or_default()))
}

#[test]
fn an_error_is_told_in_its_own_words_with_what_mends_it() {
    for (error, advice) in [
        ("AccessDenied: User: arn:… is not authorized to perform: s3:GetObject", "add the action and the resource"),
        ("Cannot find package 'lodash' imported from /var/task/index.mjs", "neither in the package"),
        ("Runtime.ImportModuleError: No module named 'requests'", "neither in the package"),
        ("Task timed out after 3.00 seconds", "raise the timeout"),
        ("the handler returned an array, and no object with statusCode and body", "a number statusCode"),
        ("TypeError: Cannot read properties of undefined (reading 'map')", "msl-learn open logs"),
    ] {
        let (verdict, text) = said(502, &[], &json!({ "message": error }));
        assert!(verdict == ClauseVerdict::Fails && text.starts_with(error) && text.contains(advice), "{text}");
    }
}

#[test]
fn what_the_function_answers_is_judged_as_the_api_would_pass_it_on() {
    let chapters = json!([{ "id": 1, "title": "One", "description": "The first" }]);
    let open = [("access-control-allow-origin", "*")];
    assert_eq!(said(200, &open, &chapters).0, ClauseVerdict::Holds);
    let (verdict, text) = said(200, &[], &chapters);
    assert!(verdict == ClauseVerdict::Fails && text.contains("without that header"), "{text}");
    let (verdict, text) = said(500, &[("x-msl-learn-log", "SyntaxError: no JSON")], &json!({ "message": "Sorry." }));
    assert!(
        verdict == ClauseVerdict::Fails && text.contains("Sorry.; the function's log: SyntaxError: no JSON"),
        "{text}"
    );
}

#[test]
fn the_event_is_what_api_gateway_sends_for_a_get() {
    let event: Value = serde_json::from_str(&event("/chapters")).unwrap();
    assert_eq!((&event["httpMethod"], &event["path"]), (&json!("GET"), &json!("/chapters")));
    assert_eq!(event["body"], Value::Null);
}

#[test]
fn a_run_adds_a_line_of_data_and_moves_on() {
    let told = |added: &[&str], moved: bool| ran(200, &json!({ "added": added, "moved": moved }));
    assert_eq!(told(&["timestamp,hour", "1793491200000,0"], true).0, ClauseVerdict::Holds);
    for (added, moved, found) in [
        (&["timestamp,hour"][..], true, "no line more"),
        (&[], true, "no line more"),
        (&["1793491200000,0"], false, "the start where it was"),
    ] {
        let (verdict, text) = told(added, moved);
        assert!(verdict == ClauseVerdict::Fails && text.contains(found), "{text}");
    }
    let (verdict, text) =
        ran(502, &json!({ "message": "AccessDeniedException: not authorized to perform: ssm:GetParameter" }));
    assert!(verdict == ClauseVerdict::Fails && text.contains("add the action and the resource"), "{text}");
}

#[test]
fn what_a_run_leaves_is_right_for_the_next_one() {
    let line = "1793491200000,0";
    let told = |more: Value| {
        let mut told = json!({ "added": [line], "moved": true, "start": "2026-11-01T01:00:00.000Z", "gone": false });
        told.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ran(200, &told)
    };
    let right = json!({ "ahead": false, "passed_over": false, "again": { "added": [line], "gone": false } });
    assert_eq!(told(right).0, ClauseVerdict::Holds);
    for (more, found) in [
        (json!({ "gone": true }), "the lines that the file had are gone"),
        (json!({ "start": "1793491200000" }), "a start that is no time: 1793491200000"),
        (json!({ "ahead": true }), "a start that is still to come"),
        (json!({ "passed_over": true }), "a start that passes over a sign-in"),
        (json!({ "again": { "error": "AccessDenied" } }), "the second run failed: AccessDenied"),
        (json!({ "again": { "added": [line], "gone": true } }), "the lines of the first are gone"),
        (json!({ "again": { "added": [], "gone": false } }), "the second run added nothing"),
    ] {
        let (verdict, text) = told(more);
        assert!(verdict == ClauseVerdict::Fails && text.contains(found), "{text}");
    }
}

#[test]
fn a_user_who_is_written_to_shows_that_mail_is_sent() {
    let told = |body: Value| judged(200, &[], &body, |answer| sent_mail(answer, "example.com"));
    assert_eq!(told(json!({ "senders": ["no-reply@example.com"], "error": null })).0, ClauseVerdict::Holds);
    for (body, found) in [
        (json!({ "senders": [], "error": null }), "SES got nothing to send"),
        (
            json!({ "senders": [], "error": "MessageRejected: Email address is not verified." }),
            "put the records of exercise 9.3",
        ),
        (json!({ "senders": [], "error": "AccessDeniedException: not authorized" }), "add the action and the resource"),
    ] {
        let (verdict, text) = told(body);
        assert!(verdict == ClauseVerdict::Fails && text.contains(found), "{text}");
    }
    let (verdict, text) = told(json!({ "lacks": "no user pool has the domain auth.example.com" }));
    assert!(verdict == ClauseVerdict::Skipped && text.contains("no user pool"), "{text}");
}

#[test]
fn mail_to_somebody_else_is_none_to_the_user() {
    let told = |to: &str| {
        let body = json!({ "senders": ["no-reply@example.com"], "recipients": [to], "error": null });
        judged(200, &[], &body, |answer| sent_mail(answer, "example.com"))
    };
    assert_eq!(told("Ada <trial@example.com>").0, ClauseVerdict::Holds);
    let (verdict, text) = told("me@example.net");
    assert!(verdict == ClauseVerdict::Fails && text.contains("an e-mail to me@example.net"), "{text}");
}

#[test]
fn the_name_of_the_user_shows_what_a_function_changes() {
    let told = |body: Value| judged(200, &[], &body, changed_name);
    assert_eq!(told(json!({ "name": "Grace", "error": null })).0, ClauseVerdict::Holds);
    for (body, found) in [
        (json!({ "name": "Ada", "error": null }), "the name is as it was"),
        (json!({ "name": "Ada", "error": "NotAuthorizedException: Invalid Access Token" }), "without the word Bearer"),
        (json!({ "name": "Sam", "error": null }), "the name Sam"),
    ] {
        let (verdict, text) = told(body);
        assert!(verdict == ClauseVerdict::Fails && text.contains(found), "{text}");
    }
    assert_eq!(told(json!({ "lacks": "no user pool has the domain" })).0, ClauseVerdict::Skipped);
}
