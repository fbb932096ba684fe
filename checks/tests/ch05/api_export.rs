//! 5.13: files that are no export, exports of something else, and unusual ones that are right.

use std::fs;

use tempfile::TempDir;

use crate::testing::EXPORT;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Skipped};

const SLUG: &str = "ch05/api_export";

/// A workspace with one file in it.
fn saved(path: &str, text: &str) -> TempDir {
    let workspace = tempfile::tempdir().unwrap();
    let file = workspace.path().join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
    workspace
}

/// Checks a workspace, with the account as it is when the exercise is done.
async fn expect_saved(workspace: &TempDir, verdict: Verdict, exceptions: &[Expected<'_>]) {
    let you = Learner { workspace: Some(workspace.path().to_owned()), ..example() };
    expect_of(&you, &solved(), SLUG, verdict, exceptions).await;
}

/// Checks the export with this changed in it.
async fn expect_edited(from: &str, to: &str, verdict: Verdict, exceptions: &[Expected<'_>]) {
    assert!(EXPORT.contains(from), "{from}");
    expect_saved(&saved("api/openapi.json", &EXPORT.replace(from, to)), verdict, exceptions).await;
}

#[tokio::test]
async fn an_export_that_is_not_there_and_one_under_its_download_name() {
    let skipped = ["format", "own", "get"].map(|clause| (Skipped, clause, "needs: file"));
    for (path, found) in [
        ("website/index.html", "nothing of that name"),
        ("website-v1-oas30-apigateway.json", "website-v1-oas30-apigateway.json"),
    ] {
        let expected = [&[(Fails, "file", found)], skipped.as_slice()].concat();
        expect_saved(&saved(path, EXPORT), Verdict::NotDone, &expected).await;
    }
}

#[tokio::test]
async fn another_format_is_named() {
    for (from, to, found) in [
        (r#""openapi": "3.0.1""#, r#""swagger": "2.0""#, "Swagger 2.0, the format before OpenAPI 3"),
        (r#""openapi": "3.0.1""#, r#""openapi": "3.1.0""#, "OpenAPI 3.1.0"),
        (r#""openapi": "3.0.1""#, r#""name": "website""#, "without the member openapi"),
        (r#""components": {}"#, "", "no JSON"),
        (EXPORT, "", "an empty file"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &[(Fails, "format", found)]).await;
    }
}

#[tokio::test]
async fn an_export_of_another_api_or_stage_is_named() {
    for (from, to, found) in [
        (r#""title": "website""#, r#""title": "photos""#, "the API photos at"),
        ("a1b2c3d4e5.execute-api", "f6g7h8i9j0.execute-api", "f6g7h8i9j0.execute-api"),
        (r#""default": "v1""#, r#""default": "test""#, "Export the stage v1, which your visitors use"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &[(Fails, "own", found)]).await;
    }
}

#[tokio::test]
async fn an_export_without_the_function_says_why() {
    for (from, to, found) in [
        ("aws_proxy", "mock", "The export is older than exercise 5.12"),
        ("aws_proxy", "http_proxy", "an integration of the type HTTP_PROXY"),
        ("x-amazon-apigateway-integration", "x-other", "lacks API Gateway's extensions"),
        (r#""get": {"#, r#""post": {"#, "POST /chapters"),
    ] {
        expect_edited(from, to, Verdict::NotDone, &[(Fails, "get", found)]).await;
    }
}

#[tokio::test]
async fn exports_that_are_right_in_another_way() {
    let stage = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/{basePath}";
    expect_edited(stage, "https://api.example.com/", Verdict::Done, &[]).await;
    expect_edited(r#""get": {"#, r#""x-amazon-apigateway-any-method": {"#, Verdict::Done, &[]).await;
    let yaml = "openapi: 3.0.1\ninfo:\n  title: website\nservers:\n- url: https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/v1
paths:\n  /chapters:\n    get:\n      x-amazon-apigateway-integration:\n        type: aws_proxy
        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:get-chapters/invocations\n";
    for path in ["api/openapi.yaml", "openapi.yml"] {
        expect_saved(&saved(path, yaml), Verdict::Done, &[]).await;
    }
}

#[tokio::test]
async fn without_the_api_the_export_is_of_none() {
    let account = solved().with(apigateway::without);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "own", "there is none (exercise 5.3)")]).await;
}

#[tokio::test]
async fn refused_apis_leave_the_file_judged() {
    for label in ["apigateway:GetRestApis", "apigateway:GetStages"] {
        let account = solved().refuses(label, (403, "AccessDeniedException"), "no identity-based policy allows it");
        expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "own", "apigateway:GET")]).await;
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_not_missing() {
    let nowhere = Learner { workspace: None, ..example() };
    expect_of(&nowhere, &solved(), SLUG, Verdict::CannotTell, &[(CannotTell, "file", "")]).await;
}
