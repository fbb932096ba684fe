//! What policies allow, under conditions, for all but some resources, and beyond the need.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds};

/// The exercise that asks for it first.
const SLUG: &str = "ch06/function_policy";
const OBJECTS: &str = "arn:aws:s3:::example-data/*";

/// The account whose policy has these statements and the one about the logs.
fn saying(statements: &[String]) -> Account {
    solved().answers("iam:GetPolicyVersion", iam::in_force(statements))
}

#[tokio::test]
async fn what_a_condition_or_a_variable_leaves_open_cannot_be_told() {
    let open = [
        iam::statement("s3:GetObject", OBJECTS)
            .replace('}', r#", "Condition": {"DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}}}"#),
        iam::statement("s3:GetObject", "arn:aws:s3:::example-data/${aws:PrincipalTag/file}"),
        iam::statement("s3:GetObject", OBJECTS)
            + r#", {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
            "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-1"}}}"#,
    ];
    for statement in open {
        let account = saying(&[statement]);
        expect(
            &account,
            SLUG,
            Verdict::CannotTell,
            &[(CannotTell, "reads_data", "depends on a condition or a variable")],
        )
        .await;
    }
}

#[tokio::test]
async fn conditions_that_every_request_of_the_function_meets_or_misses_are_told() {
    let under = |condition: &str| {
        saying(&[iam::statement("s3:GetObject", OBJECTS).replace('}', &format!(r#", "Condition": {condition}}}"#))])
    };
    let met = r#"{"StringEquals": {"aws:RequestedRegion": ["eu-west-1", "us-east-1"]}, "Bool": {"aws:SecureTransport": true}}"#;
    expect(&under(met), SLUG, Verdict::Done, &[]).await;
    let missed = r#"{"StringEquals": {"aws:ResourceAccount": "210987654321"}}"#;
    let expected = [(Fails, "reads_data", "holds only under a Condition")];
    expect(&under(missed), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_statement_for_all_but_some_resources_names_no_bucket() {
    let statement = iam::statement("s3:GetObject", "arn:aws:s3:::other/*").replace("Resource", "NotResource");
    let expected = [(Fails, "one_bucket", "a statement is about *")];
    expect(&saying(&[statement]), SLUG, Verdict::NotDone, &expected).await;
    for resource in ["arn:aws:s3:::example-data*", "arn:aws:s3:::*/*", "arn:aws:s3:::example-dat?/*", "arn:aws:s3"] {
        let expected = [(Fails, "one_bucket", resource)];
        expect(&saying(&[iam::statement("s3:Get*", resource)]), SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn what_is_allowed_beyond_the_need_is_advice_beside_a_clause_that_holds() {
    for (beyond, text) in [
        (iam::statement("s3:*", OBJECTS), "s3:* on arn:aws:s3:::example-data/*"),
        (iam::statement("s3:GetObject", "arn:aws:s3:::example.com/*"), "s3:GetObject on arn:aws:s3:::example.com/*"),
        (iam::statement("logs:*", "*"), "logs:* on *"),
    ] {
        let account = saying(&[iam::statement("s3:GetObject", OBJECTS), beyond]);
        expect(&account, SLUG, Verdict::Done, &[(Holds, "one_bucket", text)]).await;
    }
    let findings = check(&solved(), SLUG).await;
    assert!(findings.0.iter().all(|finding| finding.advice.is_none()), "{findings:#?}");
}

#[tokio::test]
async fn nobody_reads_a_hundred_permissions_too_many() {
    let many: Vec<_> =
        (0..100).map(|n| iam::statement("sqs:SendMessage", &format!("arn:aws:sqs:us-east-1:1:{n}"))).collect();
    let account = saying(&[&[iam::statement("s3:GetObject", OBJECTS)], many.as_slice()].concat());
    expect(&account, SLUG, Verdict::Done, &[(Holds, "one_bucket", "and 96 more")]).await;
}

/// Lambda names the function in its requests, and IAM the role.
#[tokio::test]
async fn conditions_about_who_asks_are_told() {
    let under = |condition: &str| {
        let allow = iam::statement("s3:GetObject", OBJECTS);
        saying(&[allow.replace('}', &format!(r#", "Condition": {condition}}}"#))])
    };
    let function = "arn:aws:lambda:us-east-1:123456789012:function";
    for met in [
        format!(r#"{{"ArnEquals": {{"lambda:SourceFunctionArn": "{function}:get-chapters"}}}}"#),
        format!(r#"{{"ArnLikeIfExists": {{"lambda:SourceFunctionArn": ["{function}:get-*"]}}}}"#),
        r#"{"Null": {"aws:SourceArn": "true"}}"#.to_owned(),
        r#"{"ForAllValues:StringEquals": {"aws:CalledVia": ["cloudformation.amazonaws.com"]}}"#.to_owned(),
        r#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}"#.to_owned(),
    ] {
        expect(&under(&met), SLUG, Verdict::Done, &[]).await;
    }
    for missed in [
        format!(r#"{{"ArnEquals": {{"lambda:SourceFunctionArn": "{function}:other"}}}}"#),
        r#"{"StringEquals": {"aws:SourceAccount": "123456789012"}}"#.to_owned(),
        r#"{"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#.to_owned(),
    ] {
        let expected = [(Fails, "reads_data", "holds only under a Condition")];
        expect(&under(&missed), SLUG, Verdict::NotDone, &expected).await;
    }
    for open in [
        r#"{"StringEquals": {"aws:PrincipalTag/team": "web"}}"#,
        r#"{"StringEquals": {"aws:PrincipalAccount": "${aws:ResourceAccount}"}}"#,
    ] {
        let expected = [(CannotTell, "reads_data", "depends on a condition")];
        expect(&under(open), SLUG, Verdict::CannotTell, &expected).await;
    }
}

#[tokio::test]
async fn decrypting_may_be_needed() {
    let key = iam::statement("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/1");
    let findings = check(&saying(&[iam::statement("s3:GetObject", OBJECTS), key]), SLUG).await;
    assert_eq!(finding(&findings, "one_bucket").advice, None);
}
