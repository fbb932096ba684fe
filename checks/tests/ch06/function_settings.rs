//! 6.4: a change of settings that goes on, and one that failed.

use crate::tests::*;
use ClauseVerdict::{Fails, NotReady};

const SLUG: &str = "ch06/function_settings";

#[tokio::test]
async fn a_change_of_settings_that_goes_on_waits_and_one_that_failed_says_why() {
    let update = |status: &str| {
        solved().edited(
            "lambda:GetFunction",
            r#""LastUpdateStatus": "Successful""#,
            &format!(r#""LastUpdateStatus": "{status}""#),
        )
    };
    let ready = "ready";
    expect(&update("InProgress"), SLUG, Verdict::NotReady, &[(NotReady, ready, "in progress")]).await;
    expect(&update("Failed"), SLUG, Verdict::NotDone, &[(Fails, ready, "failed")]).await;
}

#[tokio::test]
async fn without_the_function_nothing_is_judged() {
    let findings = check(&solved().with(lambda::without), SLUG).await;
    assert_eq!((findings.verdict(), findings.0[0].verdict), (Verdict::NotDone, Fails), "{findings:#?}");
    assert!(findings.0[1..].iter().all(|finding| needs(&findings, finding) == Some("function")), "{findings:#?}");
}
