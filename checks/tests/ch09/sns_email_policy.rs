//! 9.9: the policy of the function that the topic calls, by what it allows.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch09/sns_email_policy";
const VERSION: &str = "iam:GetPolicyVersion";

fn allowing(statements: &str) -> Account {
    solved().answers_to(VERSION, email_function::NAME, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn what_does_not_let_it_send_is_told() {
    for (from, to, found) in [
        ("ses:SendEmail", "ses:SendRawEmail", "ses:SendRawEmail"),
        ("ses:SendEmail", "sesv2:SendEmail", "sesv2:SendEmail"),
        ("ses:us-east-1", "ses:eu-west-1", "ses:eu-west-1"),
        ("identity/*", "identity/example.net", "identity/example.net"),
    ] {
        let account = allowing(&email_function::needed().replace(from, to));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "sends", found)]).await;
    }
    let domain = allowing(&email_function::needed().replace("identity/*", "identity/example.com"));
    expect(&domain, SLUG, Verdict::Done, &[(Holds, "sends", "In the SES sandbox")]).await;
}

#[tokio::test]
async fn more_than_sending_is_too_much() {
    let everything = allowing(&email_function::needed().replace("ses:SendEmail", "ses:*"));
    expect(&everything, SLUG, Verdict::NotDone, &[(Fails, "narrow", "ses:*")]).await;
    let more = format!("{}, {}", email_function::needed(), iam::statement("s3:GetObject", "*"));
    expect(&allowing(&more), SLUG, Verdict::Done, &[(Holds, "narrow", "s3:GetObject")]).await;
    let exact = check(&solved(), SLUG).await;
    assert!(exact.0.iter().all(|finding| finding.advice.is_none()), "{exact:#?}");
}

/// Before exercise 9.13, the policy and the role of the other function allow all of it.
#[tokio::test]
async fn the_policy_of_the_other_function_is_another_one() {
    let names = [iam::policy("/", account_info::NAME, "v1")];
    let account = solved_for("ch09/send_email_policy").answers("iam:ListPolicies", ok(iam::policies(&names)));
    let missing = [(Fails, "policy", "nothing of that name")];
    expect(&account, SLUG, Verdict::NotDone, &missing).await;
}

#[tokio::test]
async fn refused_policies_are_not_missing() {
    let account = solved().refuses("iam:ListPolicies", (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "policy", r#""Action":"iam:ListPolicies""#)]).await;
}
