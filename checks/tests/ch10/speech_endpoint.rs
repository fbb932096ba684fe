//! 10.i6: which method takes texts, in several designs, and what a page meets.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch10/speech_endpoint";
const RESOURCES: &str = "apigateway:GetResources";
const OWN: &own::FunctionDouble = &own::PUT_SPEECH;

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_own_code(OWN, &[("index.mjs", code)]).open())
}

fn code(from: &str, to: &str) -> Account {
    assert!(OWN.code.contains(from), "{from}");
    with_code(&OWN.code.replace(from, to))
}

fn allowing(statements: &str) -> Account {
    solved().answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(statements)))
}

#[tokio::test]
async fn the_method_is_told_by_what_answers_it() {
    let findings = check(&solved(), SLUG).await;
    assert!(says(finding(&findings, "method"), "POST /speech"), "{findings:#?}");
    let gone = solved().edited(RESOURCES, "/speech\"", "/nothing\"").edited(
        RESOURCES,
        "function:put-speech/",
        "function:get-chapters/",
    );
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "method", "which do other things")]).await;
}

#[tokio::test]
async fn what_it_does_with_what_comes() {
    let idle = code("PutCommand", "ScanCommand");
    expect(&idle, SLUG, Verdict::NotDone, &[(Fails, "stores", "nothing that writes"), (Skipped, "allowed", "")]).await;
    let action = "dynamodb:PutItem";
    for right in [
        iam::statement(action, "arn:aws:dynamodb:us-east-1:123456789012:table/text-to-speech"),
        iam::statement(action, "*"),
    ] {
        expect(&allowing(&right), SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
    }
    for (wrong, found) in [
        (iam::statement(action, "arn:aws:dynamodb:us-east-1:123456789012:table/speech"), "is about"),
        (iam::statement("logs:*", "*"), action),
    ] {
        expect(&allowing(&wrong), SLUG, Verdict::NotDone, &[(Fails, "allowed", found)]).await;
    }
}

#[tokio::test]
async fn a_text_that_goes_nowhere_is_not_kept() {
    for (from, to, found) in [
        ("await dynamodb.send(\n    new PutCommand", "dynamodb.send(\n    new PutCommand", "which nothing waits for"),
        ("Item: { id, text", "Item: { key: id, text", "PutCommand without id"),
        (
            "const TableName = \"text-to-speech\"",
            "const TableName = process.env.TABLE",
            "which a variable names that is not set",
        ),
        (
            "const TableName = \"text-to-speech\"",
            "const TableName = \"comments\"",
            "the table comments, which is for other things",
        ),
        (
            "const TableName = \"text-to-speech\"",
            "const TableName = \"chapters\"",
            "the table chapters, which is for other things",
        ),
    ] {
        let findings = check(&code(from, to), SLUG).await;
        let stores = finding(&findings, "stores");
        assert!(stores.verdict == Fails && says(stores, found), "{found}: {findings:#?}");
    }
}

#[tokio::test]
async fn every_status_that_says_that_it_went_well_is_right() {
    for right in ["return answer(201, { id })", "return { ...answer(200, { id }), statusCode: 202 }"] {
        let account = code("return answer(200, { id })", right);
        let findings = check(&account, SLUG).await;
        assert_ne!(finding(&findings, "answer").verdict, Fails, "{findings:#?}");
    }
    let object = code("body: JSON.stringify(body),", "body: { kept: true },");
    expect(&object, SLUG, Verdict::NotDone, &[(Fails, "answer", "a body that is no text")]).await;
    let silent = code("\"Access-Control-Allow-Origin\": \"https://{{ domain }}\",", "");
    expect(&silent, SLUG, Verdict::NotDone, &[(Fails, "cors", "no such header")]).await;
}

#[tokio::test]
async fn who_may_invoke_it_and_what_browsers_are_told() {
    let other =
        own::callable(OWN.name, "apigateway.amazonaws.com", "arn:aws:execute-api:us-east-1:123456789012:f6g7h8i9j0/*");
    let account = solved().answers_to("lambda:GetPolicy", OWN.at, ok(other));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "permission", "")]).await;
    let verbs = solved().edited(RESOURCES, "'POST,OPTIONS'", "'DELETE'");
    expect(&verbs, SLUG, Verdict::NotDone, &[(Fails, "preflight", "")]).await;
    let old = solved().edited("apigateway:GetDeployment", "/speech\"", "/before\"");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "deployed", "")]).await;
}

/// Nobody has to ask who is there; whoever does asks the right user pool.
#[tokio::test]
async fn a_method_may_be_open_and_a_token_is_of_the_websites_pool() {
    let path = r#""path":"/speech","resourceMethods":{
        "POST":{"httpMethod":"POST","authorizationType":"#;
    let guarded = format!(r#"{path}"COGNITO_USER_POOLS""#);
    let open = solved().edited(RESOURCES, &guarded, &format!(r#"{path}"NONE""#)).edited(
        "apigateway:GetDeployment",
        r#""/speech":{"POST":{"authorizationType":"COGNITO_USER_POOLS""#,
        r#""/speech":{"POST":{"authorizationType":"NONE""#,
    );
    expect(&open, SLUG, Verdict::Done, &[(Holds, "authorizer", "Anybody on the internet")]).await;
    let other = solved().edited("apigateway:GetAuthorizers", "userpool/", "userpool/other-");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "authorizer", "")]).await;
}
