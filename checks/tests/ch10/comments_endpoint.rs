//! 10.i3: which method takes comments, in several designs, and what a page meets.

use crate::tests::*;
use ClauseVerdict::{Fails, Holds, Skipped};

const SLUG: &str = "ch10/comments_endpoint";
const RESOURCES: &str = "apigateway:GetResources";
const OWN: &own::FunctionDouble = &own::PUT_COMMENT;

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
    assert!(says(finding(&findings, "method"), "POST /comments"), "{findings:#?}");
    let gone = solved().edited(RESOURCES, "/comments\"", "/nothing\"").edited(
        RESOURCES,
        "function:put-comment/",
        "function:get-chapters/",
    );
    expect(&gone, SLUG, Verdict::NotDone, &[(Fails, "method", "which do other things")]).await;
}

/// A first try is often left beside the method that works.
#[tokio::test]
async fn of_several_methods_that_which_works_counts() {
    let all = own::resources();
    let (comments, _) = all.split_once(r#",{"id":"own"#).expect("several");
    let first = comments.replace(r#""path":"/comments""#, r#""path":"/comments/first""#);
    assert_ne!(first, comments);
    let both = solved().edited(RESOURCES, comments, &format!("{first},{comments}"));
    let findings = check(&both, SLUG).await;
    assert_eq!(findings.verdict(), Verdict::Done, "{findings:#?}");
    assert_eq!(finding(&findings, "method").found.as_deref(), Some("POST /comments"), "{findings:#?}");
}

#[tokio::test]
async fn what_it_does_with_what_comes() {
    let idle = code("PutCommand", "GetCommand");
    expect(&idle, SLUG, Verdict::NotDone, &[(Fails, "stores", "nothing that writes"), (Skipped, "allowed", "")]).await;
    let action = "dynamodb:PutItem";
    for right in
        [iam::statement(action, "arn:aws:dynamodb:us-east-1:123456789012:table/comments"), iam::statement(action, "*")]
    {
        expect(&allowing(&right), SLUG, Verdict::Done, &[(Holds, "allowed", "")]).await;
    }
    for (wrong, found) in [
        (iam::statement(action, "arn:aws:dynamodb:us-east-1:123456789012:table/chapters"), "is about"),
        (iam::statement("logs:*", "*"), action),
    ] {
        expect(&allowing(&wrong), SLUG, Verdict::NotDone, &[(Fails, "allowed", found)]).await;
    }
}

/// The service refuses it, or the function ends before it is done.
#[tokio::test]
async fn a_request_that_comes_to_nothing_keeps_nothing() {
    let all = "await dynamodb.send(
    new PutCommand({
      TableName: \"comments\",";
    for (from, to, found) in [
        (all, all.trim_start_matches("await "), "which nothing waits for"),
        ("TableName: \"comments\",", "", "PutCommand without TableName"),
        ("TableName: \"comments\",", "TableName: process.env.TABLE,", "which a variable names that is not set"),
        ("        id,\n", "", "PutCommand without id"),
        ("new DynamoDBClient()", "new DynamoDBClient({ region: \"eu-west-1\" })", "a client for the region eu-west-1"),
        ("        id,\n", "        id: { S: id },\n", "with id as { S: … }"),
    ] {
        expect(&code(from, to), SLUG, Verdict::NotDone, &[(Fails, "stores", found)]).await;
    }
    let plain = OWN.code.replace("PutCommand", "PutItemCommand");
    expect(&with_code(&plain), SLUG, Verdict::NotDone, &[(Fails, "stores", "with id as it is")]).await;
    let unsent = code("await dynamodb.send(", "console.log(");
    let findings = check(&unsent, SLUG).await;
    assert_ne!(finding(&findings, "stores").verdict, Fails, "what is handed on may be sent: {findings:#?}");
}

/// What other code does with a request is its own matter.
#[tokio::test]
async fn a_request_may_be_sent_in_many_ways() {
    for right in [
        "const send = (command) => dynamodb.send(command);\nexport const handler = async () => { await send(REQUEST); return answer(200, {}); };",
        "export const handler = async () => { await Promise.all([dynamodb.send(REQUEST)]); return answer(200, {}); };",
        "export const handler = async () => { const kept = dynamodb.send(REQUEST); await kept; return answer(200, {}); };",
        "export const handler = async () => dynamodb.send(REQUEST).then(() => answer(200, {}));",
        "export const handler = async () => { const all = [REQUEST]; for (const one of all) await dynamodb.send(one); return answer(200, {}); };",
        "const keep = async () => dynamodb.send(REQUEST);\nexport const handler = async () => { await keep(); return answer(200, {}); };",
    ] {
        let (before, _) = OWN.code.split_once("export const handler").expect("a handler");
        let request = "new PutCommand({ TableName: 'comments', Item: { id: randomUUID() } })";
        let code = format!("{before}{}", right.replace("REQUEST", request));
        let findings = check(&with_code(&code), SLUG).await;
        assert_eq!(finding(&findings, "stores").verdict, Holds, "{right}: {findings:#?}");
    }
    for wrong in [
        "export const handler = async () => { [1].forEach(async () => { await dynamodb.send(REQUEST); }); return answer(200, {}); };",
        "export const handler = async () => { dynamodb.send(REQUEST); return answer(200, {}); };",
        "export const handler = async () => { const command = REQUEST; return answer(200, {}); };",
    ] {
        let (before, _) = OWN.code.split_once("export const handler").expect("a handler");
        let request = "new PutCommand({ TableName: 'comments', Item: { id: randomUUID() } })";
        let code = format!("{before}{}", wrong.replace("REQUEST", request));
        let findings = check(&with_code(&code), SLUG).await;
        assert_eq!(finding(&findings, "stores").verdict, Fails, "{wrong}: {findings:#?}");
    }
}

/// It invokes another function, or keeps them where something else is kept.
#[tokio::test]
async fn comments_are_kept_among_comments() {
    let other = solved().edited(RESOURCES, "function:put-comment/", "function:put-speech/");
    let findings = check(&other, SLUG).await;
    assert!(says(finding(&findings, "stores"), "the table text-to-speech, which is for other things"), "{findings:#?}");
    let missing = code("TableName: \"comments\"", "TableName: \"coments\"").answers_to(
        "dynamodb:DescribeTable",
        r#""coments""#,
        error("dynamodb:", (400, "ResourceNotFoundException"), "no"),
    );
    let missing =
        missing.answers_to("iam:GetRolePolicy", OWN.role, ok(iam::own_policy(&iam::statement("dynamodb:*", "*"))));
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "stores", "the table coments, which is not there")]).await;
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
    let old = solved().edited("apigateway:GetDeployment", "/comments\"", "/before\"");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "deployed", "")]).await;
}

/// Nobody has to ask who is there; whoever does asks the right user pool.
#[tokio::test]
async fn a_method_may_be_open_and_a_token_is_of_the_websites_pool() {
    let path = r#""path":"/comments","resourceMethods":{
        "POST":{"httpMethod":"POST","authorizationType":"#;
    let guarded = format!(r#"{path}"COGNITO_USER_POOLS""#);
    let open = solved().edited(RESOURCES, &guarded, &format!(r#"{path}"NONE""#)).edited(
        "apigateway:GetDeployment",
        r#""/comments":{"POST":{"authorizationType":"COGNITO_USER_POOLS""#,
        r#""/comments":{"POST":{"authorizationType":"NONE""#,
    );
    expect(&open, SLUG, Verdict::Done, &[(Holds, "authorizer", "Anybody on the internet")]).await;
    let other = solved().edited("apigateway:GetAuthorizers", "userpool/", "userpool/other-");
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "authorizer", "")]).await;
}
