//! 6.10: what Lambda made, and what only looks like it.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails};

const SLUG: &str = "ch06/old_role_deleted";

#[tokio::test]
async fn a_role_of_the_same_name_made_anew_is_another_role() {
    let gone = solved().answers("iam:ListRoles", ok(iam::roles(&[])));
    let clause = "new_role";
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, clause, "which is not there")]).await;
}

#[tokio::test]
async fn what_lambda_made_is_known_by_its_name_and_its_log_group() {
    let made = [iam::role("/service-role/", "get-chapters-role-0f5c"), iam::role("/", "function-get-chapters")];
    let account = solved().answers("iam:ListRoles", ok(iam::roles(&made)));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "old_role", "get-chapters-role-0f5c")]).await;
    let policies = iam::policies(&[iam::policy("/service-role/", "AWSLambdaBasicExecutionRole-0f5c", "v1")]);
    let left = solved().answers("iam:ListPolicies", ok(policies));
    let of = |statements: &str| left.clone().answers("iam:GetPolicyVersion", ok(iam::version("v1", statements)));
    let expected = [(Fails, "old_policy", "AWSLambdaBasicExecutionRole-0f5c")];
    expect(&of(&iam::logs()), SLUG, Verdict::NotDone, &expected).await;
    let another = iam::logs().replace("get-chapters", "hello-world");
    expect(&of(&another), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn without_the_function_nothing_is_judged() {
    let findings = check(&solved().with(lambda::without), SLUG).await;
    assert_eq!((findings.verdict(), findings.0[0].verdict), (Verdict::NotDone, Fails), "{findings:#?}");
    assert!(findings.0[1..].iter().all(|finding| needs(&findings, finding) == Some("function")), "{findings:#?}");
}

#[tokio::test]
async fn a_refused_list_leaves_what_the_others_tell_judged() {
    let refusing = |label| solved().refuses(label, (403, "AccessDenied"), "no identity-based policy allows it");
    let roles = r#""Action":"iam:ListRoles""#;
    let expected = [(CannotTell, "new_role", roles), (CannotTell, "old_role", roles)];
    expect(&refusing("iam:ListRoles"), SLUG, Verdict::CannotTell, &expected).await;
    let expected = [(CannotTell, "old_policy", r#""Action":"iam:ListPolicies""#)];
    expect(&refusing("iam:ListPolicies"), SLUG, Verdict::CannotTell, &expected).await;
}

#[tokio::test]
async fn a_function_that_still_works_under_the_made_role_is_sent_back() {
    let made = "service-role/get-chapters-role-0f5c";
    let account = solved()
        .answers("lambda:GetFunction", ok(lambda::under(made)))
        .answers("iam:ListRoles", ok(iam::roles(&[iam::role("/service-role/", "get-chapters-role-0f5c")])));
    let expected = [(Fails, "new_role", "still the role"), (Fails, "old_role", "do exercise 6.4 first")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}
