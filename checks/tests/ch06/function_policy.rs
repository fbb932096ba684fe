//! 6.2: where the policy may be.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails};

const SLUG: &str = "ch06/function_policy";
const OBJECTS: &str = "arn:aws:s3:::example-data/*";

#[tokio::test]
async fn a_policy_of_any_path_is_found_and_one_in_the_role_is_named() {
    let elsewhere = iam::policies(&[iam::policy("/book/", "function-get-chapters", "v2")]);
    expect(&solved().answers("iam:ListPolicies", ok(elsewhere)), SLUG, Verdict::Done, &[]).await;
    let inline = solved()
        .answers("iam:ListPolicies", ok(iam::policies(&[])))
        .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES));
    let findings = check(&inline, SLUG).await;
    assert!(says(&findings.0[0], "the inline policy own, which is part of the role"), "{findings:#?}");
}

/// The account whose policy has these statements.
fn saying(statements: &str) -> Account {
    solved().answers("iam:GetPolicyVersion", ok(iam::version("v2", statements)))
}

#[tokio::test]
async fn the_statement_that_is_nearest_says_what_it_lacks() {
    let logs = iam::logs();
    for (statement, found) in [
        (iam::statement("s3:GetObject", "arn:aws:s3:::example-data"), "a statement is about arn:aws:s3:::example-data"),
        (iam::statement("s3:GetObject", "arn:aws:s3:::example.com/*"), "is about arn:aws:s3:::example.com/*"),
        (iam::statement("s3:ListBucket", OBJECTS), "a statement allows s3:ListBucket"),
        (
            iam::statement("dynamodb:Scan", "arn:aws:dynamodb:*:*:table/chapters"),
            "no statement that allows s3:GetObject",
        ),
    ] {
        let account = saying(&format!("{statement}, {logs}"));
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "reads_data", found)]).await;
    }
    let bare = saying(&iam::statement("s3:GetObject", OBJECTS));
    expect(&bare, SLUG, Verdict::NotDone, &[(Fails, "logs", "no statement that allows logs:CreateLogStream")]).await;
}

#[tokio::test]
async fn another_policy_of_its_role_may_be_the_one_for_the_logs() {
    let beside = iam::attached(&[
        "123456789012:policy/function-get-chapters",
        "aws:policy/service-role/AWSLambdaBasicExecutionRole",
    ]);
    let account = saying(&iam::statement("s3:GetObject", OBJECTS))
        .answers("iam:ListAttachedRolePolicies", ok(beside))
        .answers_to("iam:GetPolicy", "BasicExecutionRole", ok(iam::got_policy("AWSLambdaBasicExecutionRole")))
        .answers_to(
            "iam:GetPolicyVersion",
            "BasicExecutionRole",
            ok(iam::version("v1", &iam::statement("logs:*", "*"))),
        );
    let found = "another policy of the role function-get-chapters";
    expect(&account, SLUG, Verdict::Done, &[(ClauseVerdict::Holds, "logs", found)]).await;
}

#[tokio::test]
async fn a_policy_for_every_bucket_works_and_fails() {
    let every = saying(&format!("{}, {}", iam::statement("s3:GetObject", "*"), iam::logs()));
    expect(&every, SLUG, Verdict::NotDone, &[(Fails, "one_bucket", "a statement is about *")]).await;
}

#[tokio::test]
async fn a_policy_that_cannot_be_read_is_there_all_the_same() {
    let account = solved().refuses("iam:GetPolicyVersion", (403, "AccessDenied"), "no identity-based policy allows it");
    let unread = |clause| (CannotTell, clause, r#""Action":"iam:GetPolicyVersion""#);
    let expected = ["reads_data", "one_bucket", "logs"].map(unread);
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

/// SAM and the CDK write the statements into a role that they name, beside AWS's policy for logs.
#[tokio::test]
async fn the_policies_of_a_role_that_a_tool_made_count_together() {
    let of_tool = solved()
        .answers("iam:ListPolicies", ok(iam::policies(&[])))
        .answers("lambda:GetFunction", ok(lambda::under("website-GetChaptersRole-1A2B")))
        .answers("iam:ListRolePolicies", ok(iam::OWN_POLICIES))
        .answers("iam:GetPolicyVersion", iam::in_force(&[]))
        .answers("iam:GetRolePolicy", ok(iam::own_policy(&iam::statement("s3:GetObject", OBJECTS))));
    expect(&of_tool, SLUG, Verdict::Done, &[(ClauseVerdict::Holds, "policy", "own of the role website-")]).await;
    let by_console = of_tool.answers("lambda:GetFunction", ok(lambda::under("get-chapters-role-1a2b")));
    let findings = check(&by_console, SLUG).await;
    assert_eq!(finding(&findings, "policy").verdict, Fails);
}
