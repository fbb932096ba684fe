//! 6.7: tables with and without wildcards, and versions of the policy.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch06/policy_allows_scan";
const TABLE: &str = "arn:aws:dynamodb:us-east-1:123456789012:table/chapters";

/// The account whose policy has these statements and the one about the logs.
fn saying(statements: &[String]) -> Account {
    solved().answers("iam:GetPolicyVersion", iam::in_force(statements))
}

#[tokio::test]
async fn a_table_is_named_without_wildcards() {
    for (resource, verdict) in [
        ("*", Verdict::NotDone),
        ("arn:aws:dynamodb:us-east-1:123456789012:table/chapters*", Verdict::NotDone),
        ("arn:aws:dynamodb:us-east-1:123456789012:*", Verdict::NotDone),
        ("arn:aws:dynamodb:*:*:table/chapters", Verdict::Done),
        (TABLE, Verdict::Done),
    ] {
        let findings = check(&saying(&[iam::statement("dynamodb:Scan", resource)]), SLUG).await;
        assert_eq!(findings.verdict(), verdict, "{resource}: {findings:#?}");
        assert_eq!(finding(&findings, "scans").verdict, Holds, "{resource}");
        let failed = finding(&findings, "one_table").verdict == Fails;
        assert_eq!(failed, verdict == Verdict::NotDone, "{resource}");
    }
}

#[tokio::test]
async fn a_newer_version_that_is_not_the_default_is_named_and_an_older_one_is_not() {
    let newer = solved().with(iam::lacking).answers_to(
        "iam:GetPolicyVersion",
        "VersionId=v2",
        ok(iam::version("v2", &iam::needed())),
    );
    let expected =
        [(Fails, "scans", "v2 allows it, and v1 is the default version"), (Fails, "logs", "no statement that allows")];
    expect(&newer, SLUG, Verdict::NotDone, &expected).await;
    let older = newer.edited("iam:ListPolicies", "<DefaultVersionId>v1<", "<DefaultVersionId>v3<").edited(
        "iam:ListPolicyVersions",
        "<VersionId>v1<",
        "<VersionId>v3<",
    );
    let expected = [(Fails, "scans", "no statement that allows"), (Fails, "logs", "no statement that allows")];
    expect(&older, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_policy_that_lost_the_bucket_and_its_logs_says_so() {
    let account =
        solved().answers("iam:GetPolicyVersion", ok(iam::version("v2", &iam::statement("dynamodb:*", TABLE))));
    let expected =
        [(Holds, "one_table", "dynamodb:* on"), (Fails, "logs", "no statement that allows logs:CreateLogStream")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn other_permissions_for_the_table_are_no_scan() {
    // What older versions say is read for a near miss alone.
    let saying = |statement| saying(&[statement]).refuses("iam:ListPolicyVersions", (403, "AccessDenied"), "no");
    for (action, found) in [("dynamodb:Query", "a statement allows dynamodb:Query"), ("dynamodb:scan", "")] {
        let findings = check(&saying(iam::statement(action, TABLE)), SLUG).await;
        let scans = finding(&findings, "scans");
        // IAM does not tell capital letters apart in actions.
        let expected = if found.is_empty() { Holds } else { Fails };
        assert!(scans.verdict == expected && says(scans, found), "{scans:#?}");
    }
    let other = saying(iam::statement("dynamodb:Scan", &TABLE.replace("chapters", "articles")));
    let expected = [(Fails, "scans", "table/articles"), (Fails, "one_table", "table/articles")];
    expect(&other, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn refused_policies_are_not_missing() {
    let account = solved().refuses("iam:ListPolicies", (403, "AccessDenied"), "no identity-based policy allows it");
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "policy", r#""Action":"iam:ListPolicies""#)]).await;
}
