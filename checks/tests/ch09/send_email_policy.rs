//! 9.4: what the policy allows, under which conditions on the sender, and to whom in the sandbox.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch09/send_email_policy";
const VERSION: &str = "iam:GetPolicyVersion";
const DOMAIN: &str = "arn:aws:ses:us-east-1:123456789012:identity/example.com";
const ANY: &str = "arn:aws:ses:us-east-1:123456789012:identity/*";

/// The account whose policy has these statements.
fn saying(statements: &str) -> Account {
    solved_for(SLUG).answers_to(VERSION, account_info::NAME, ok(iam::version("v1", statements)))
}

/// A statement that allows sending from any identity under a condition.
fn under(condition: &str) -> String {
    iam::statement("ses:SendEmail", "*").replace('}', &format!(r#", "Condition": {{{condition}}}}}"#))
}

#[tokio::test]
async fn every_form_that_lets_the_domain_send_is_right() {
    for statements in [
        iam::statement("ses:SendEmail", ANY),
        iam::statement("ses:Send*", "*"),
        under(r#""StringLike": {"ses:FromAddress": "*@example.com"}"#),
        under(r#""StringEquals": {"ses:FromAddress": ["no-reply@example.com"]}"#),
    ] {
        let findings = check(&saying(&statements), SLUG).await;
        assert_eq!(findings.verdict(), Verdict::Done, "{statements}: {findings:#?}");
        assert!(finding(&findings, "sends").advice.is_none(), "{statements}: {findings:#?}");
    }
}

/// SES asks about the recipient's identity in the sandbox, and out of it no more.
#[tokio::test]
async fn the_domain_alone_is_right_with_a_word_about_recipients() {
    let domain = saying(&iam::statement("ses:SendEmail", DOMAIN));
    expect(&domain, SLUG, Verdict::Done, &[(Holds, "sends", "In the SES sandbox")]).await;
}

#[tokio::test]
async fn what_it_lacks_is_said() {
    for (statements, found) in [
        (iam::statement("ses:SendRawEmail", ANY), "allows ses:SendRawEmail"),
        (iam::statement("ses:SendEmail", &ANY.replace("us-east-1", "eu-west-3")), "is about arn:aws:ses:eu-west-3"),
        (iam::statement("ses:SendEmail", &ANY.replace("/*", "/example.net")), "is about arn:aws:ses:us-east-1"),
        (iam::statement("sesv2:SendEmail", ANY), "allows sesv2:SendEmail"),
        (iam::statement("sns:Publish", "*"), "allows sns:Publish"),
        (
            format!(
                "{}, {}",
                iam::statement("ses:*", ANY),
                iam::statement("ses:SendEmail", ANY).replace("Allow", "Deny")
            ),
            "denies it",
        ),
    ] {
        let findings = check(&saying(&statements), SLUG).await;
        let sends = finding(&findings, "sends");
        assert!(sends.verdict == Fails && says(sends, found), "{statements}: {findings:#?}");
    }
}

/// Whether a sender elsewhere is meant, only AWS knows when it is asked.
#[tokio::test]
async fn a_condition_on_another_sender_cannot_be_told() {
    let other = saying(&under(r#""StringEquals": {"ses:FromAddress": "ada@example.net"}"#));
    expect(&other, SLUG, Verdict::CannotTell, &[(CannotTell, "sends", "whether the policy allows ses:SendEmail")])
        .await;
}

#[tokio::test]
async fn more_of_ses_than_sending_is_too_much() {
    for action in ["ses:*", "ses:DeleteEmailIdentity", "*"] {
        let statements = format!("{}, {}", iam::statement("ses:SendEmail", DOMAIN), iam::statement(action, "*"));
        let found = format!("it allows {action} on *");
        expect(&saying(&statements), SLUG, Verdict::NotDone, &[(Holds, "sends", ""), (Fails, "narrow", &found)]).await;
    }
}

/// The account with a policy of another name, beside one that is for something else.
fn with_policy_named(other: &str) -> Account {
    let listed = ok(iam::policies(&[iam::policy("/", "function-get-chapters", "v2"), iam::policy("/", other, "v3")]));
    solved_for(SLUG).answers("iam:ListPolicies", listed)
}

#[tokio::test]
async fn a_policy_of_another_name_is_found_by_what_it_allows() {
    let other = "website-mail";
    let sends = with_policy_named(other).answers_to(
        VERSION,
        other,
        ok(iam::version("v3", &iam::statement("ses:SendEmail", ANY))),
    );
    expect(&sends, SLUG, Verdict::Done, &[(Holds, "policy", other)]).await;
    let all =
        with_policy_named(other).answers_to(VERSION, other, ok(iam::version("v3", &iam::statement("ses:*", "*"))));
    let wide = "the policy website-mail: it allows ses:* on *";
    expect(&all, SLUG, Verdict::NotDone, &[(Fails, "narrow", wide)]).await;
}

#[tokio::test]
async fn a_policy_that_cannot_be_read_is_there_all_the_same() {
    let account = solved_for(SLUG).refuses(VERSION, (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = ["sends", "narrow"].map(|clause| (CannotTell, clause, r#""Action":"iam:GetPolicyVersion""#));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}
