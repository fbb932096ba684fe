//! 9.5: what the role may do, in one policy or in several, and where the policy is attached instead.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch09/send_email_role";
const ROLE: &str = "iam:GetRole";
const VERSION: &str = "iam:GetPolicyVersion";
const ATTACHED: &str = "iam:ListAttachedRolePolicies";
const ANY: &str = "arn:aws:ses:us-east-1:123456789012:identity/*";

fn allowing(statements: &str) -> Account {
    solved_for(SLUG).answers(VERSION, ok(iam::version("v1", statements)))
}

fn logs() -> String {
    iam::logs().replace("get-chapters", "put-account-info")
}

#[tokio::test]
async fn one_policy_may_be_for_both() {
    let both = allowing(&format!("{}, {}", iam::statement("ses:SendEmail", ANY), logs()));
    expect(&both, SLUG, Verdict::Done, &[]).await;
    expect(&allowing(&iam::statement("ses:SendEmail", ANY)), SLUG, Verdict::NotDone, &[(Fails, "logs", "logs:")]).await;
    let findings = check(&solved_for(SLUG), SLUG).await;
    assert!(finding(&findings, "sends").advice.is_none(), "{findings:#?}");
    let everything = allowing(&iam::statement("*", "*"));
    expect(&everything, SLUG, Verdict::Done, &[(Holds, "sends", "Nothing here needs this")]).await;
}

#[tokio::test]
async fn a_policy_that_is_attached_and_wrong_is_told() {
    let other = format!("{}, {}", iam::statement("ses:SendEmail", &ANY.replace('*', "example.net")), logs());
    expect(&allowing(&other), SLUG, Verdict::NotDone, &[(Fails, "sends", "identity/example.net")]).await;
}

#[tokio::test]
async fn a_policy_that_is_not_attached_is_looked_for_elsewhere() {
    let basic =
        solved_for(SLUG).answers(ATTACHED, ok(iam::attached(&["aws:policy/service-role/AWSLambdaBasicExecutionRole"])));
    let at_user = basic.clone().answers("iam:ListEntitiesForPolicy", ok(iam::ENTITIES));
    let expected = [(Fails, "sends", "function-put-account-info is attached to the user ada")];
    expect(&at_user, SLUG, Verdict::NotDone, &expected).await;
    let nowhere = basic.refuses("iam:ListEntitiesForPolicy", (404, "NoSuchEntity"), "cannot be found");
    let expected = [(Fails, "sends", "attached: AWSLambdaBasicExecutionRole")];
    expect(&nowhere, SLUG, Verdict::NotDone, &expected).await;
}

/// The role of exercise 7.14 is of no avail where the function works under another.
#[tokio::test]
async fn the_role_that_the_function_works_under_is_judged() {
    let function = account_info::FUNCTION.replace("role/function-put-account-info", "role/mailer");
    let mailer = iam::got_role(&iam::trust("lambda.amazonaws.com")).replace("function-get-chapters", "mailer");
    let account = solved_for(SLUG)
        .answers_to("lambda:GetFunction", "/put-account-info", ok(function))
        .answers_to(ROLE, "RoleName=mailer", ok(mailer))
        .answers("iam:ListEntitiesForPolicy", ok(iam::ENTITIES))
        .answers_to(ATTACHED, "RoleName=mailer", ok(iam::attached(&["aws:policy/other"])))
        .answers_to("iam:GetPolicy", "policy%2Fother", ok(iam::got_policy("other")));
    let saying =
        |statements: &str| account.clone().answers_to(VERSION, "policy%2Fother", ok(iam::version("v1", statements)));
    let silent = saying(&logs());
    expect(&silent, SLUG, Verdict::NotDone, &[(Holds, "role", "role/mailer"), (Fails, "sends", "")]).await;
    let both = saying(&format!("{}, {}", iam::statement("ses:SendEmail", ANY), logs()));
    expect(&both, SLUG, Verdict::Done, &[(Holds, "role", "role/mailer")]).await;
}

/// The role of exercise 7.14 keeps what that exercise asks for.
#[tokio::test]
async fn the_role_and_the_function_of_chapter_7_stay_done() {
    for slug in ["ch07/put_account_info_role", "ch07/put_account_info_function"] {
        let findings = check(&solved_for(SLUG), slug).await;
        assert_eq!(findings.verdict(), Verdict::Done, "{slug}: {findings:#?}");
        assert!(findings.0.iter().all(|finding| finding.advice.is_none()), "{slug}: {findings:#?}");
    }
}

#[tokio::test]
async fn a_missing_role_and_a_refused_one() {
    let missing = solved_for(SLUG)
        .refuses(ROLE, (404, "NoSuchEntity"), "cannot be found")
        .answers("iam:ListRoles", ok(iam::roles(&[])));
    let skipped = ["sends", "logs"].map(|clause| (Skipped, clause, "needs: role"));
    let expected = [&[(Fails, "role", "nothing of that name")][..], &skipped].concat();
    expect(&missing, SLUG, Verdict::NotDone, &expected).await;
    let refused = solved_for(SLUG).refuses(ROLE, (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, "role", r#""Action":"iam:GetRole""#)]).await;
}
