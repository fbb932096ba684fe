//! 12.e11: templates that describe no application, and unusual ones that do.

use super::*;
use crate::tests::ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch12/sam_application";
const TEMPLATE: &str = include_str!("../../testing/workspace/sam-app/template.yaml");
const CODE: (&str, &[u8]) = ("sam-app/hello-world/index.mjs", b"");

async fn expect_edited(from: &str, to: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    assert!(TEMPLATE.contains(from), "{from}");
    let edited = workspace(&[("sam-app/template.yaml", TEMPLATE.replace(from, to).as_bytes()), CODE]);
    expect_in(&edited, SLUG, verdict, exceptions).await;
}

#[tokio::test]
async fn a_template_that_is_none_of_sams_says_why() {
    let skipped = ["function", "code"].map(|clause| (Skipped, clause, "needs: template"));
    let expected = |found| [&[(Fails, "template", found)], skipped.as_slice()].concat();
    expect_in(&workspace(&[]), SLUG, Verdict::NotDone, &expected("nothing of that name")).await;
    for (from, to, found) in [
        ("Transform: AWS::Serverless-2016-10-31\n", "", "which has no transform"),
        ("AWS::Serverless-2016-10-31", "AWS::Include", "which has the transform \"AWS::Include\""),
        ("!GetAtt", "!GetAttr", "CloudFormation has no function !GetAttr"),
        ("Resources:\n", "Resources:\n\tX: 1\n", "no YAML"),
        (TEMPLATE, "", "an empty file"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &expected(found)).await;
    }
}

#[tokio::test]
async fn what_it_describes_and_where_its_code_is() {
    for (from, to, clause, found) in [
        ("CodeUri: hello-world/", "CodeUri: src/", "code", "the folder sam-app/src"),
        ("Handler: index.handler", "Handler: app.handler", "code", "no such file for the handler app.handler"),
        ("      Handler: index.handler\n", "", "code", "HelloWorldFunction with a handler"),
        ("      CodeUri: hello-world/\n", "", "code", "HelloWorldFunction with a CodeUri"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let skipped = (Skipped, "code", "no function");
    let bucket = [(Fails, "function", "HelloWorldFunction (AWS::S3::Bucket)"), skipped];
    expect_edited("AWS::Serverless::Function", "AWS::S3::Bucket", Verdict::NotDone, &bucket).await;
}

#[tokio::test]
async fn other_applications_are_right() {
    for (from, to) in [
        ("CodeUri: hello-world/", "CodeUri: ./hello-world"),
        (
            "CodeUri: hello-world/\n      Handler: index.handler",
            "InlineCode: 'exports.handler = () => 1'\n      Handler: index.handler",
        ),
        ("CodeUri: hello-world/", "CodeUri: s3://bucket/key.zip"),
        ("CodeUri: hello-world/\n      Handler: index.handler", "PackageType: Image"),
        ("Runtime: nodejs24.x", "Runtime: provided.al2023"),
        ("Handler: index.handler", "Handler: /opt/nodejs/monitor.handler"),
        ("    Properties:\n      CodeUri", "    Metadata: {BuildMethod: esbuild}\n    Properties:\n      CodeUri"),
    ] {
        expect_edited(from, to, Verdict::Done, &[]).await;
    }
    let beside = workspace(&[
        ("a/template.yaml", b"Resources: {}"),
        (
            "b/template.json",
            br#"{"Transform": "AWS::Serverless-2016-10-31", "Resources": {"A": {"Type": "AWS::Serverless::HttpApi"}}}"#,
        ),
    ]);
    let expected = [
        (Holds, "template", "b/template.json"),
        (Holds, "function", "A (AWS::Serverless::HttpApi)"),
        (Skipped, "code", ""),
    ];
    expect_in(&beside, SLUG, Verdict::Done, &expected).await;
    expect_unknown(SLUG, "template").await;
}
