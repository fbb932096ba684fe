//! How findings come of what a verifier says, and how the verdict comes of the findings.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::aws::fault::{Call, Fault};
use crate::judgement::{Found, Judgement, NearMiss};
use crate::report::{Clause, Report};
use crate::wait::DOMAIN_REGISTRATION;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const FIRST: Clause = Clause {
    name: "FIRST",
    text: "{{ domain }} is first",
    advice: "Make {{ domain }} first.",
    console: crate::aws::console::page(""),
    pillar: None,
};
const SECOND: Clause = Clause {
    name: "SECOND",
    text: "second",
    advice: "Make it second.",
    console: crate::aws::console::page("https://{{ region }}.example"),
    pillar: None,
};
const THIRD: Clause = Clause {
    name: "THIRD",
    text: "third",
    advice: "Make it third.",
    console: crate::aws::console::page(""),
    pillar: None,
};
const CLAUSES: &[Clause] = &[FIRST, SECOND, THIRD];

fn fault() -> Fault {
    Fault::unreadable(Call::new(crate::services::s3::LIST_BUCKETS, "*"), "nonsense")
}

fn of(verdict: ClauseVerdict) -> Finding {
    Finding::blank("", "", verdict)
}

/// The order in which verdicts outweigh one another, the heaviest first, with what the exercise is then.
const PRECEDENCE: [(ClauseVerdict, Verdict); 5] = [
    (Fails, Verdict::NotDone),
    (CannotTell, Verdict::CannotTell),
    (NotReady, Verdict::NotReady),
    (Holds, Verdict::Done),
    (Skipped, Verdict::CannotTell),
];

proptest! {
    #[test]
    fn the_heaviest_finding_decides_wherever_it_stands(
        kinds in subsequence((0..PRECEDENCE.len()).collect::<Vec<_>>(), 1..=PRECEDENCE.len()),
        more in prop::collection::vec(select((0..PRECEDENCE.len()).collect::<Vec<_>>()), 0..12),
    ) {
        let heaviest = kinds[0];
        let lighter = more.into_iter().filter(|kind| *kind >= heaviest);
        let findings: Vec<_> = lighter.chain(kinds.iter().copied().rev()).map(|kind| of(PRECEDENCE[kind].0)).collect();
        prop_assert_eq!(Findings(findings).verdict(), PRECEDENCE[heaviest].1);
    }
}

#[test]
fn nothing_seen_is_not_done() {
    assert_eq!(Findings(Vec::new()).verdict(), Verdict::CannotTell);
    assert_eq!(Findings(vec![of(Skipped), of(Skipped)]).verdict(), Verdict::CannotTell);
}

#[test]
fn findings_stand_in_the_order_of_the_clauses_with_the_learners_names() {
    let you = example();
    let mut report = Report::new(&you, CLAUSES);
    report.expects(THIRD, Ok(Judgement::equal("b", "a")));
    report.expects(SECOND, Ok(Judgement::holds("it")));
    report.finds(FIRST, Ok(Found::from(Some("here")))).unwrap();
    let findings = report.finish(Ok(()));
    let seen: Vec<_> = findings.0.iter().map(|finding| (finding.clause.as_str(), finding.verdict)).collect();
    assert_eq!(seen, [("example.com is first", Holds), ("second", Holds), ("third", Fails)]);
    assert_eq!(findings.0[1].console.as_deref(), Some("https://us-east-1.example"));
    let third = &findings.0[2];
    assert_eq!((third.expected.as_deref(), third.found.as_deref()), (Some("a"), Some("b")));
    assert_eq!(third.advice.as_deref(), Some("Make it third."));
}

#[test]
fn what_code_does_not_tell_is_left_to_what_is_seen() {
    for (first, second, third) in [
        (Judgement::skips("not told from the code"), Holds, Holds),
        (Judgement::holds("it is there"), Holds, Holds),
        (Judgement::fails("one", "another"), Skipped, Skipped),
    ] {
        let you = example();
        let mut report = Report::new(&you, CLAUSES);
        report.expects(FIRST, first);
        report.sees(SECOND, &[FIRST], Ok(Judgement::holds("seen")));
        report.sees(THIRD, &[SECOND], Ok(Judgement::holds("seen")));
        let verdicts: Vec<_> = report.finish(Ok(())).0.iter().map(|finding| finding.verdict).collect();
        assert_eq!(verdicts[1..], [second, third]);
    }
}

#[test]
fn a_missing_thing_is_a_failure_with_its_near_miss_and_what_stands_on_it_is_skipped() {
    let you = example();
    let near = NearMiss { found: "something like it".into(), advice: "Rename it.".into() };
    for (near, found, advice) in
        [(Some(near), "something like it", "Rename it."), (None, "nothing of that name", "Make example.com first.")]
    {
        let mut report = Report::new(&you, CLAUSES);
        report.skips(SECOND, "not here");
        let stop = report.finds(FIRST, Ok(Found::<&str>::Missing(near))).unwrap_err();
        let findings = report.finish(Err(stop)).0;
        assert_eq!((findings[0].verdict, findings[0].found.as_deref()), (Fails, Some(found)));
        assert_eq!(findings.iter().map(|finding| finding.absent).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(findings[0].advice.as_deref(), Some(advice));
        assert_eq!((findings[1].verdict, findings[1].found.as_deref()), (Skipped, Some("not here")));
        let why = "not checked until example.com is first";
        assert_eq!((findings[2].verdict, findings[2].found.as_deref()), (Skipped, Some(why)));
    }
}

#[test]
fn an_unreadable_thing_cannot_be_told_and_what_stands_on_it_is_skipped() {
    let you = example();
    let mut report = Report::new(&you, CLAUSES);
    let stop = report.finds(FIRST, Err::<Found<&str>, _>(fault())).unwrap_err();
    report.expects(SECOND, Err(fault()));
    let findings = report.finish(Err(stop));
    let verdicts: Vec<_> = findings.0.iter().map(|finding| finding.verdict).collect();
    assert_eq!(verdicts, [CannotTell, CannotTell, Skipped]);
    let reason = findings.0[0].reason.as_ref().unwrap();
    assert_eq!((reason.operation.as_str(), reason.message.as_str()), ("s3:ListBuckets", "nonsense"));
}

#[test]
fn a_clause_that_a_verifier_left_out_cannot_be_told() {
    let you = example();
    let mut report = Report::new(&you, CLAUSES);
    report.expects(FIRST, Ok(Judgement::holds("it")));
    report.expects(THIRD, Ok(Judgement::holds("it")));
    let findings = report.finish(Ok(()));
    assert_eq!((findings.verdict(), findings.0[1].verdict), (Verdict::CannotTell, CannotTell));
    assert!(says(&findings.0[1], "the verifier said nothing about this clause"));
}

#[test]
fn what_time_did_not_suffice_for_cannot_be_told() {
    let you = example();
    let mut report = Report::new(&you, CLAUSES);
    report.expects(FIRST, Ok(Judgement::holds("it")));
    let findings = report.run_out(&Fault::deadline(std::time::Duration::from_secs(60)));
    let verdicts: Vec<_> = findings.0.iter().map(|finding| finding.verdict).collect();
    assert_eq!(verdicts, [Holds, CannotTell, CannotTell]);
    assert!(says(&findings.0[2], "no answer within 60 seconds in all"));
}

#[test]
fn a_clause_that_waits_carries_its_clock_and_what_aws_reports_and_no_other_does() {
    let you = example();
    let mut report = Report::new(&you, CLAUSES);
    report.expects(FIRST, Ok(Judgement::waits("done", "in progress", DOMAIN_REGISTRATION)));
    report.expects(SECOND, Ok(Judgement::fails("a", "b")));
    report.expects(THIRD, Ok(Judgement::holds("it")));
    let [first, second, third] = <[Finding; 3]>::try_from(report.finish(Ok(())).0).unwrap();
    assert_eq!((first.verdict, first.wait), (NotReady, Some(DOMAIN_REGISTRATION)));
    assert_eq!((first.expected.as_deref(), first.found.as_deref()), (Some("done"), Some("in progress")));
    assert_eq!(first.advice.as_deref(), Some("Nothing is wrong: AWS is still working."));
    assert_eq!((second.wait, third.wait), (None, None));
}
