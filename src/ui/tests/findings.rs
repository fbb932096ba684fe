//! Findings on the screen: what each kind of finding says beside its clause.

use msl_learn_checks::{ClauseVerdict, Finding, Verdict, Wait};

use crate::catalog;
use crate::examine::Examined;
use crate::ui::{Line, findings};

fn screen(verdict: Verdict, findings: Vec<Finding>) -> String {
    let exercise = catalog::by_slug("ch04/cloudfront_distribution").expect("an exercise");
    let page = findings::examined(&Examined { exercise, verdict, findings }, 80);
    page.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_clause_that_waits_says_how_long_and_when_to_look_again() {
    let finding = Finding {
        expected: Some("Deployed".into()),
        found: Some("InProgress".into()),
        advice: Some("Nothing is wrong: AWS is still working.".into()),
        wait: Some(Wait { usual_seconds: 300, longest_seconds: 2100, next_look_seconds: 60 }),
        ..Finding::blank("the distribution is deployed", ClauseVerdict::NotReady)
    };
    insta::assert_snapshot!(screen(Verdict::NotReady, vec![finding]));
}
