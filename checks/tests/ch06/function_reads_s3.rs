//! 6.5: where the code takes the chapters from, and what it says of that.

use super::with_code;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch06/function_reads_s3";
const GET: &str = "lambda:GetFunction";
/// A handler that reads what stands in its place, and answers with it.
const HANDLER: &str = "export const handler = async () => { const { Body } = await s3.send(READ);
    return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify(await read(Body)) }; };";

/// The function whose handler makes this request.
fn sending(request: &str) -> Account {
    with_code(SLUG, "index.mjs", &HANDLER.replace("READ", request))
}

#[tokio::test]
async fn the_code_must_read_the_object_by_its_name() {
    for (request, clause, found) in [
        ("new GetObjectCommand({ Bucket: 'photos', Key: 'chapters.json' })", "names", "a bucket named photos"),
        (
            "new GetObjectCommand({ Bucket: 'example-data', Key: 'Chapters.json' })",
            "names",
            "an object named Chapters.json",
        ),
    ] {
        expect(&sending(request), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
}

#[tokio::test]
async fn a_list_in_the_code_or_in_the_package_is_not_read_from_the_bucket() {
    for (request, found) in [
        ("[{ id: 1, title: 'One', description: '' }]", "nothing that reads from S3"),
        ("readFile('./chapters.json')", "the list is read from a file of the package"),
    ] {
        let expected = [(Fails, "object", found), (Skipped, "names", "the code reads no object")];
        expect(&sending(request), SLUG, Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn names_that_are_put_together_while_the_code_runs_are_left_to_its_page() {
    let account = sending("new GetObjectCommand({ Bucket: bucket(), Key: key() })");
    let expected = [(Skipped, "names", "puts the names together while it runs")];
    expect(&account, SLUG, Verdict::Done, &expected).await;
}

/// A variable may hold a secret: it is told by its name alone.
#[tokio::test]
async fn the_values_of_variables_are_not_told() {
    let request = "new GetObjectCommand({ Bucket: process.env.DATA, Key: 'chapters.json' })";
    for (value, verdict) in [("CANARY", Fails), ("example-data", Holds)] {
        let variables = format!(r#""Environment": {{"Variables": {{"DATA": "{value}"}}}}, "State""#);
        let findings = check(&sending(request).edited(GET, "\"State\"", &variables), SLUG).await;
        let named = finding(&findings, "names");
        assert_eq!(named.verdict, verdict, "{named:#?}");
        assert!(!format!("{findings:?}").contains("CANARY"), "{findings:#?}");
    }
}

#[tokio::test]
async fn a_function_that_is_still_changing_is_waited_for() {
    let changing = solved_for(SLUG).edited(GET, r#""Successful""#, r#""InProgress""#);
    expect(&changing, SLUG, Verdict::NotReady, &[(NotReady, "ready", "its last change: in progress")]).await;
}

#[tokio::test]
async fn code_that_cannot_be_downloaded_leaves_the_function_judged() {
    let refused = Reply::page("503 Slow Down", &[], "");
    let world = world_for(SLUG).replies(crate::testing::code::ADDRESS, refused);
    let unread = |clause| (CannotTell, clause, "503");
    let expected = ["handler", "object", "names", "answer"].map(unread);
    expect(&solved_for(SLUG).amid(world.open()), SLUG, Verdict::CannotTell, &expected).await;
}

/// The data bucket with this policy.
fn with_bucket_policy(statement: &str) -> Account {
    let policy = format!(r#"{{"Version": "2012-10-17", "Statement": [{statement}]}}"#);
    solved_for(SLUG).answers_to("s3:GetBucketPolicy", "//example-data.", ok(policy))
}

const DENY: &str = r#"{"Sid": "Own", "Effect": "Deny", "Principal": "*", "Action": "s3:*",
    "Resource": "arn:aws:s3:::example-data/*", "Condition": CONDITION}"#;

#[tokio::test]
async fn a_bucket_that_denies_the_function_is_told() {
    let role = "arn:aws:iam::123456789012:role/function-get-chapters";
    for condition in [
        r#"{"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}"#.to_owned(),
        r#"{"StringNotEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}"#.to_owned(),
        format!(r#"{{"ArnEquals": {{"aws:PrincipalArn": "{role}"}}}}"#),
    ] {
        let account = with_bucket_policy(&DENY.replace("CONDITION", &condition));
        let expected = [(Fails, "allowed", "the statement Own denies it")];
        expect(&account, SLUG, Verdict::NotDone, &expected).await;
    }
    for condition in [
        r#"{"Bool": {"aws:SecureTransport": "false"}}"#.to_owned(),
        format!(r#"{{"ArnNotLike": {{"aws:PrincipalArn": "{role}"}}}}"#),
        r#"{"StringNotEquals": {"aws:PrincipalAccount": "123456789012"}}"#.to_owned(),
    ] {
        expect(&with_bucket_policy(&DENY.replace("CONDITION", &condition)), SLUG, Verdict::Done, &[]).await;
    }
    let open =
        with_bucket_policy(&DENY.replace("CONDITION", r#"{"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}"#));
    expect(&open, SLUG, Verdict::Done, &[(Skipped, "allowed", "not told from the resource's policy")]).await;
}

#[tokio::test]
async fn a_network_may_have_the_endpoint_that_a_bucket_asks_for() {
    let account =
        with_bucket_policy(&DENY.replace("CONDITION", r#"{"StringNotEquals": {"aws:SourceVpce": "vpce-1"}}"#));
    let inside = account.edited(GET, "\"State\"", r#""VpcConfig": {"VpcId": "vpc-1"}, "State""#);
    expect(&inside, SLUG, Verdict::Done, &[(Skipped, "allowed", "not told from the resource's policy")]).await;
}

#[tokio::test]
async fn a_bucket_may_let_the_role_in_by_itself() {
    let lets = |principal: &str| {
        let allow = format!(
            r#"{{"Effect": "Allow", "Principal": {{"AWS": "{principal}"}}, "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::example-data/*"}}"#
        );
        with_bucket_policy(&allow).answers("iam:GetPolicyVersion", iam::in_force(&[]))
    };
    let role = "arn:aws:iam::123456789012:role/function-get-chapters";
    expect(&lets(role), SLUG, Verdict::Done, &[(Holds, "allowed", "the resource's own policy lets")]).await;
    let session = "arn:aws:sts::123456789012:assumed-role/function-get-chapters/get-chapters";
    expect(&lets(session), SLUG, Verdict::Done, &[]).await;
    let other = lets("arn:aws:iam::123456789012:role/other");
    let expected = [(Fails, "allowed", "no statement that allows s3:GetObject")];
    expect(&other, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_variable_that_is_not_set_names_nothing() {
    let account = sending("new GetObjectCommand({ Bucket: process.env.DATA, Key: 'chapters.json' })");
    let expected = [(Fails, "names", "a bucket that a variable names, which is not set")];
    expect(&account, SLUG, Verdict::NotDone, &expected).await;
}
