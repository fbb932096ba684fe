//! 8.10: what the policy allows, in whichever way the parameters are read, and the slips about their ARN.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

const SLUG: &str = "ch08/rule_policy";
const VERSION: &str = "iam:GetPolicyVersion";

/// The account whose policy has these statements.
fn saying(statements: &str) -> Account {
    solved().answers_to(VERSION, rule::NAME, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn each_way_to_read_the_parameters_is_enough() {
    let folder = rule::PARAMETERS.trim_end_matches("/*");
    for way in ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:Get*", "ssm:*"] {
        let statements = rule::needed().replace("ssm:GetParameters", way);
        expect(&saying(&statements), SLUG, Verdict::Done, &[(Holds, "parameters", "")]).await;
    }
    let of_folder = rule::needed().replace(
        &iam::statement("ssm:GetParameters", rule::PARAMETERS),
        &iam::statement("ssm:GetParametersByPath", folder),
    );
    expect(&saying(&of_folder), SLUG, Verdict::Done, &[]).await;
}

/// AWS's own policy beside it lets the function write its logs, as the walkthroughs of AWS have it.
#[tokio::test]
async fn another_policy_of_its_role_may_be_the_one_for_the_logs() {
    let silent = saying(&rule::needed().replace("logs:", "xray:"));
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "logs", "no statement that allows logs:CreateLogStream")]).await;
    let basic = "aws:policy/service-role/AWSLambdaBasicExecutionRole";
    let beside = |both: [&str; 2]| {
        silent
            .clone()
            .answers_to("iam:ListAttachedRolePolicies", rule::ROLE_NAME, ok(iam::attached(&both)))
            .answers_to("iam:GetPolicy", "BasicExecutionRole", ok(iam::got_policy("AWSLambdaBasicExecutionRole")))
            .answers_to(VERSION, "BasicExecutionRole", ok(iam::version("v1", &iam::statement("logs:*", "*"))))
    };
    let own = "123456789012:policy/function-rule-analytics-auth-callback";
    let found = "another policy of the role function-rule-analytics-auth-callback";
    expect(&beside([own, basic]), SLUG, Verdict::Done, &[(Holds, "logs", found)]).await;
    let unread = beside([own, basic]).refuses("iam:ListEntitiesForPolicy", (403, "AccessDenied"), "no");
    let expected = [(CannotTell, "logs", r#""Action":"iam:ListEntitiesForPolicy""#)];
    expect(&unread, SLUG, Verdict::CannotTell, &expected).await;
}

/// Of the one that does not move, no writing is asked for.
#[tokio::test]
async fn the_start_alone_is_moved() {
    let start = rule::PARAMETERS.replace("/*", "/next-start-iso-timestamp");
    let put = iam::statement("ssm:PutParameter", rule::PARAMETERS);
    let narrow = rule::needed().replace(&put, &iam::statement("ssm:PutParameter", &start));
    expect(&saying(&narrow), SLUG, Verdict::Done, &[(Holds, "moves", "")]).await;
    let other = start.replace("next-start-iso-timestamp", "interval-milliseconds");
    let wrong = rule::needed().replace(&put, &iam::statement("ssm:PutParameter", &other));
    expect(&saying(&wrong), SLUG, Verdict::NotDone, &[(Fails, "moves", "interval-milliseconds")]).await;
}

#[tokio::test]
async fn two_slashes_are_explained() {
    let statements = rule::needed().replace("parameter/function", "parameter//function");
    let expected = ["parameters", "moves"].map(|clause| (Fails, clause, "with one slash and not with two"));
    expect(&saying(&statements), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn what_it_lacks_or_has_too_much_is_said() {
    for (from, to, clause, found) in [
        ("dynamodb:Query", "dynamodb:Scan", "queries", "allows dynamodb:Scan"),
        ("s3:PutObject", "s3:PutObjects", "file", "Allow s3:PutObject"),
        ("s3:GetObject", "s3:HeadObject", "file", "Allow s3:GetObject"),
        ("ssm:GetParameters", "ssm:DescribeParameters", "parameters", "ssm:GetParameters"),
        ("ssm:PutParameter", "ssm:PutParameters", "moves", "ssm:PutParameter"),
        ("lambda/rule-analytics-auth-callback", "lambda/get-chapters", "logs", "get-chapters"),
    ] {
        expect(&saying(&rule::needed().replace(from, to)), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    for resource in [
        "arn:aws:s3:::example-data/analytics/auth-callback.csv",
        "arn:aws:dynamodb:us-east-1:123456789012:table/analytics",
    ] {
        let wide = saying(&rule::needed().replace(resource, "*"));
        expect(&wide, SLUG, Verdict::NotDone, &[(Fails, "narrow", "is about *")]).await;
    }
    let other = format!("{}, {}", rule::needed(), iam::statement("s3:GetObject", "arn:aws:s3:::example.com/*"));
    expect(&saying(&other), SLUG, Verdict::NotDone, &[(Fails, "narrow", "arn:aws:s3:::example.com/*")]).await;
    let more = format!("{}, {}", rule::needed(), iam::statement("sns:Publish", "*"));
    let findings = check(&saying(&more), SLUG).await;
    assert_eq!(findings.verdict(), Verdict::Done);
    assert!(finding(&findings, "narrow").advice.as_ref().is_some_and(|advice| advice.contains("sns:Publish")));
}

#[tokio::test]
async fn a_policy_of_another_name_is_found_by_what_it_allows() {
    let other = "sign-ins-to-csv";
    let listed = ok(iam::policies(&[iam::policy("/", "function-get-chapters", "v2"), iam::policy("/", other, "v3")]));
    let account = solved().answers("iam:ListPolicies", listed);
    let does = account.answers_to(VERSION, other, ok(iam::version("v3", &rule::needed())));
    expect(&does, SLUG, Verdict::Done, &[(Holds, "policy", other)]).await;
}

#[tokio::test]
async fn a_policy_that_cannot_be_read_is_there_all_the_same() {
    let account = solved().refuses(VERSION, (403, "AccessDenied"), "no identity-based policy allows it");
    let clauses = ["queries", "file", "parameters", "moves", "logs", "narrow"];
    let expected = clauses.map(|clause| (CannotTell, clause, r#""Action":"iam:GetPolicyVersion""#));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}
