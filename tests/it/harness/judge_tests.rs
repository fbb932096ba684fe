//! A judge that finds nothing wrong proves nothing unless it is seen to find what is wrong.

use serde_json::{Value, json};

use crate::harness::gaps::{Gap, Shows};
use crate::harness::judge::{self, Expected};
use crate::harness::kind::Kind;
use crate::harness::process::Output;
use crate::harness::promise::Promised;
use crate::harness::report::Checked;
use crate::harness::verdict::{ClauseVerdict, Verdict};

const UNREADABLE: Gap = gap(Shows::Reads {
    clause: "it is there",
    verdict: ClauseVerdict::CannotTell,
    because: "for the answer lacks its name",
});
const LOST: Gap =
    gap(Shows::Reads { clause: "it is big", verdict: ClauseVerdict::Fails, because: "for its size is not kept" });
const REFUSED: Gap = gap(Shows::Refuses("NotImplemented"));

const fn gap(shows: Shows) -> Gap {
    Gap { emulator: Kind::Moto, exercise: "4.3", mistake: None, shows }
}

/// An exercise with the clauses `it is there` and `it is big`.
fn seen(verdict: &str, there: &str, big: &str) -> Checked {
    let finding = |clause: &str, verdict: &str| {
        let reason = json!({"kind": "not_implemented", "cause": "no_operation", "operation": "s3:Get", "resource": "*", "message": "no"});
        let reason = if verdict == "cannot_tell" { reason } else { Value::Null };
        json!({"id": clause, "clause": clause, "verdict": verdict, "pillar": null, "expected": "4 m", "found": "3 m", "advice": null,
            "console": null, "wait": null, "reason": reason})
    };
    let findings = [finding("it is there", there), finding("it is big", big)];
    let exercise = json!({"id": "4.3", "slug": "ch04/x", "title": "X", "verdict": verdict, "findings": findings});
    serde_json::from_value(exercise).expect("an exercise's JSON")
}

fn differences(seen: &Checked, verdict: Verdict, promised: &[Promised], gaps: &[&'static Gap]) -> String {
    Expected { verdict, findings: promised, gaps, all_gaps: false, has_visitors: true }.differences(seen).join("; ")
}

fn promised(verdict: ClauseVerdict, clause: &str, says: &str) -> [Promised; 1] {
    [Promised { verdict, clause: clause.into(), says: vec![says.into()] }]
}

#[test]
fn what_was_promised_is_right() {
    let seen = seen("not_done", "holds", "fails");
    assert_eq!(differences(&seen, Verdict::NotDone, &promised(ClauseVerdict::Fails, "it is big", "3 m"), &[]), "");
}

#[test]
fn what_was_not_promised_is_wrong() {
    let small = seen("not_done", "holds", "fails");
    let wrong = |promised: [Promised; 1]| differences(&small, Verdict::NotDone, &promised, &[]);
    assert!(wrong(promised(ClauseVerdict::Skipped, "it is big", "")).contains("reads Fails and not Skipped"));
    assert!(wrong(promised(ClauseVerdict::Fails, "it is big", "5 m")).contains("does not say [\"5 m\"]"));
    assert!(wrong(promised(ClauseVerdict::Fails, "it is blue", "")).contains("no clause `it is blue`"));
    assert!(differences(&small, Verdict::Done, &[], &[]).contains("the verdict is NotDone and not Done"));
}

#[test]
fn what_cannot_be_told_must_be_known() {
    let unclear = seen("cannot_tell", "cannot_tell", "skipped");
    let fails = promised(ClauseVerdict::Fails, "it is big", "");
    assert!(differences(&unclear, Verdict::Done, &[], &[]).contains("enter it into gaps.rs"));
    assert_eq!(differences(&unclear, Verdict::Done, &[], &[&UNREADABLE]), "");
    assert_eq!(differences(&unclear, Verdict::NotDone, &fails, &[&UNREADABLE]), "");
    let other = seen("cannot_tell", "cannot_tell", "cannot_tell");
    assert!(differences(&other, Verdict::Done, &[], &[&UNREADABLE]).contains("`it is big` cannot be told"));
}

#[test]
fn a_setting_that_is_lost_hides_one_clause_only() {
    let lost = |there: &str| seen("not_done", there, "fails");
    assert_eq!(differences(&lost("holds"), Verdict::Done, &[], &[&LOST]), "");
    assert!(differences(&lost("fails"), Verdict::Done, &[], &[&LOST]).contains("the verdict is NotDone"));
}

#[test]
fn a_closed_gap_is_told() {
    let done = seen("done", "holds", "holds");
    let expected =
        Expected { verdict: Verdict::Done, findings: &[], gaps: &[&UNREADABLE], all_gaps: true, has_visitors: true };
    assert!(expected.differences(&done).join("; ").contains("take the entry out"));
    let script = |code, stderr: &str| Output { code, stdout: String::new(), stderr: stderr.into() };
    assert!(judge::script_failure(&script(0, ""), &[&REFUSED]).is_some());
    assert!(judge::script_failure(&script(1, "AccessDenied"), &[&REFUSED]).is_some());
    assert!(judge::script_failure(&script(1, "NotImplemented"), &[&REFUSED]).is_none());
    assert!(judge::script_failure(&script(1, "NotImplemented"), &[]).is_some());
}

#[test]
fn a_gap_must_show_itself_after_a_solution_and_may_after_a_mistake() {
    let missing = seen("not_done", "fails", "skipped");
    let promised = promised(ClauseVerdict::Fails, "it is there", "");
    let expected = |all_gaps| {
        let expected = Expected {
            verdict: Verdict::NotDone,
            findings: &promised,
            gaps: &[&UNREADABLE],
            all_gaps,
            has_visitors: true,
        };
        expected.differences(&missing).join("; ")
    };
    assert_eq!(expected(false), "");
    assert!(expected(true).contains("take the entry out"));
}

/// Where nobody plays the visitors, what they would see is taken to be as promised, and nothing else is.
#[test]
fn what_visitors_alone_see_is_hidden_where_nobody_plays_them() {
    for (has_visitors, why, right) in [
        (false, "the practice account shows nothing at https://example.com/", true),
        (true, "the practice account shows nothing at https://example.com/", false),
        (false, "not told from the code", false),
    ] {
        let mut seen = seen("done", "holds", "skipped");
        seen.findings[1].found = Some(why.into());
        let findings = &promised(ClauseVerdict::Fails, "it is big", "");
        let expected = Expected { verdict: Verdict::NotDone, findings, gaps: &[], all_gaps: false, has_visitors };
        assert_eq!(expected.differences(&seen).is_empty(), right, "{has_visitors}, {why}");
    }
}
