//! 6.4: a change of settings that goes on, and one that failed.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady};

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

#[tokio::test]
async fn another_role_does_if_it_lets_the_function_do_what_it_must() {
    let under = |role: &str| solved().answers("lambda:GetFunction", ok(lambda::under(role)));
    expect(&under("service-role/function-get-chapters"), SLUG, Verdict::Done, &[]).await;
    expect(&under("reader"), SLUG, Verdict::Done, &[]).await;
    let made = [(Fails, "role", "still the role of exercise 5.10")];
    expect(&under("service-role/get-chapters-role-0f5c"), SLUG, Verdict::NotDone, &made).await;
    let lacking = under("reader").answers("iam:GetPolicyVersion", ok(iam::version("v2", &iam::logs())));
    expect(&lacking, SLUG, Verdict::NotDone, &[(Fails, "role", "reader")]).await;
}

#[tokio::test]
async fn the_policies_of_another_role_that_cannot_be_read_leave_the_function_judged() {
    let label = "iam:ListAttachedRolePolicies";
    let account = solved().answers("lambda:GetFunction", ok(lambda::under("reader"))).refuses(
        label,
        (403, "AccessDenied"),
        "no identity-based policy allows it",
    );
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "role", label)]).await;
}
