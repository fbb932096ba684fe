//! 9.10: who may take on the role, and whether it may send mail and write its log.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch09/sns_email_role";
const ROLE: &str = "iam:GetRole";
const VERSION: &str = "iam:GetPolicyVersion";

fn allowing(statements: &str) -> Account {
    solved().answers_to(VERSION, email_function::NAME, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn a_role_for_the_topic_is_none_for_lambda() {
    let trust = iam::trust("sns.amazonaws.com");
    let account = solved().answers_to(ROLE, email_function::ROLE_NAME, ok(email_function::role(&trust)));
    let expected = [(Fails, "trust", "sns.amazonaws.com"), (Holds, "no_one_else", "sns.amazonaws.com")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_the_role_lacks_is_named() {
    let silent = allowing(&email_function::needed().replace("ses:SendEmail", "ses:ListIdentities"));
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "sends", "ses:SendEmail")]).await;
    let other_log = allowing(&email_function::needed().replace("lambda/sns-send-email", "lambda/get-chapters"));
    expect(&other_log, SLUG, Verdict::NotDone, &[(Fails, "logs", "sns-send-email:*")]).await;
}

/// The role of the book's name is of no avail where the function works under another.
#[tokio::test]
async fn the_role_that_the_function_works_under_is_judged() {
    let function = email_function::FUNCTION.replace("role/function-sns-send-email", "role/mailer");
    let account = solved().answers_to("lambda:GetFunction", "/sns-send-email", ok(function));
    let mailer = iam::got_role(&iam::trust("lambda.amazonaws.com")).replace("function-get-chapters", "mailer");
    let under = |policy: &str| {
        let attached = ok(iam::attached(&[&format!("123456789012:policy/{policy}")]));
        account.clone().answers_to(ROLE, "RoleName=mailer", ok(mailer.clone())).answers_to(
            "iam:ListAttachedRolePolicies",
            "RoleName=mailer",
            attached,
        )
    };
    let other = under("function-get-chapters");
    let expected = [
        (Holds, "role", "role/mailer"),
        (Fails, "sends", "ses:SendEmail"),
        (Fails, "logs", "/aws/lambda/get-chapters:*"),
    ];
    expect(&other, SLUG, Verdict::NotDone, &expected).await;
    let right = under(email_function::NAME).answers_to(
        ROLE,
        email_function::ROLE_NAME,
        ok(email_function::role(&iam::trust("sns.amazonaws.com"))),
    );
    expect(&right, SLUG, Verdict::Done, &[(Holds, "role", "role/mailer")]).await;
    let gone = account.answers_to(ROLE, "RoleName=mailer", error(ROLE, (404, "NoSuchEntity"), "cannot be found"));
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "role", "the role mailer that is not there")]).await;
}

#[tokio::test]
async fn what_the_role_may_do_beyond_is_said() {
    let everything = allowing(&iam::statement("*", "*"));
    expect(&everything, SLUG, Verdict::Done, &[(Holds, "logs", "Nothing here needs this")]).await;
    let exact = check(&solved(), SLUG).await;
    assert!(exact.0.iter().all(|finding| finding.advice.is_none()), "{exact:#?}");
}

/// AWS's own policies let it send, and do more than it needs.
#[tokio::test]
async fn all_of_ses_is_enough() {
    let logs = iam::statement("logs:*", "*");
    for all in [iam::statement("ses:*", "*"), iam::statement("SES:*", "arn:aws:ses:*:*:identity/*")] {
        let account = allowing(&format!("{all}, {logs}"));
        expect(&account, SLUG, Verdict::Done, &[(Holds, "sends", ""), (Holds, "logs", "Nothing here needs this")])
            .await;
    }
}

#[tokio::test]
async fn a_refused_role_is_not_missing() {
    let account = solved().refuses(ROLE, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "role", r#""Action":"iam:GetRole""#)]).await;
}
