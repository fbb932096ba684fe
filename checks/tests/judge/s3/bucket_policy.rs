//! 4.7: the forms of bucket policy that let the distribution in, and those that let in nobody or everybody.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch04/cloudfront_distribution";
const GET_POLICY: &str = "s3:GetBucketPolicy";
const ARN: &str = "arn:aws:cloudfront::123456789012:distribution/E1";

/// The account whose policy has this condition for CloudFront.
fn under(condition: &str) -> Account {
    let own = format!(r#"{{"StringEquals": {{"AWS:SourceArn": "{ARN}"}}}}"#);
    solved().edited(GET_POLICY, &own, condition)
}

#[tokio::test]
async fn conditions_that_let_this_distribution_in() {
    for condition in [
        format!(r#"{{"StringLike": {{"AWS:SourceArn": "{ARN}"}}}}"#),
        format!(r#"{{"ArnEquals": {{"aws:sourcearn": ["{ARN}"]}}}}"#),
        format!(r#"{{"ArnLike": {{"aws:SourceArn": ["arn:aws:cloudfront::123456789012:distribution/E2", "{ARN}"]}}}}"#),
        format!(r#"{{"StringEquals": {{"AWS:SourceArn": "{ARN}", "AWS:SourceAccount": ["123456789012"]}}}}"#),
        // Wider than the book's, and yet nobody but the learner's own distributions gets in.
        r#"{"StringEquals": {"AWS:SourceAccount": "123456789012"}}"#.to_owned(),
        r#"{"StringLike": {"AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*"}}"#.to_owned(),
    ] {
        expect(&under(&condition), SLUG, Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn conditions_that_let_nobody_or_everybody_in() {
    for (condition, says) in [
        (
            r#"{"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E2"}}"#,
            "distribution/E2",
        ),
        (r#"{"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*"}}"#, "distribution/*"),
        (r#"{"StringEquals": {"AWS:SourceAccount": "210987654321"}}"#, "210987654321"),
        (
            r#"{"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1", "AWS:SourceAccount": "1"}}"#,
            "for ",
        ),
        ("{}", "any distribution of any account may read"),
        (r#"{"StringLike": {"AWS:SourceArn": "arn:aws:cloudfront::*"}}"#, "any distribution of any account may read"),
        (r#"{"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}"#, "any distribution of any account may read"),
    ] {
        expect(&under(condition), SLUG, Verdict::NotDone, &[(Fails, "policy", says)]).await;
    }
}

/// A date is judged by nobody here: what visitors get decides.
#[tokio::test]
async fn what_only_aws_knows_of_a_bucket_policy_is_not_told() {
    let dated = format!(
        r#"{{"StringEquals": {{"AWS:SourceArn": "{ARN}"}}, "DateGreaterThan": {{"aws:CurrentTime": "2026-01-01T00:00:00Z"}}}}"#
    );
    expect(&under(&dated), SLUG, Verdict::Done, &[(Skipped, "policy", "only AWS knows")]).await;
}

#[tokio::test]
async fn statements_that_let_nobody_or_everybody_in() {
    for (from, to, says) in [
        (r#""Allow""#, r#""Deny""#, "denies s3:GetObject on arn:aws:s3:::example.com/*"),
        ("cloudfront.amazonaws.com", "s3.amazonaws.com", "no statement with the Principal Service"),
        ("s3:GetObject", "s3:ListBucket", "allows s3:ListBucket"),
        ("example.com/*", "example.com", "on arn:aws:s3:::example.com for"),
        ("example.com/*", "example.com/index.html", "example.com/index.html"),
    ] {
        expect(&solved().edited(GET_POLICY, from, to), SLUG, Verdict::NotDone, &[(Fails, "policy", says)]).await;
    }
    let public = solved().answers(GET_POLICY, ok(s3::EVERYONE_READS));
    expect(&public, SLUG, Verdict::NotDone, &[(Fails, "policy", "a statement that lets everyone in")]).await;
    let none = solved().refuses(GET_POLICY, (404, "NoSuchBucketPolicy"), "The bucket policy does not exist");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "policy", "no bucket policy")]).await;
}

#[tokio::test]
async fn a_refused_policy_tells_nothing() {
    let account = solved().refuses(GET_POLICY, (403, "AccessDenied"), "Access Denied");
    let statement = r#"{"Action":"s3:GetBucketPolicy","Effect":"Allow","Resource":"arn:aws:s3:::example.com"}"#;
    expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "policy", statement)]).await;
}
