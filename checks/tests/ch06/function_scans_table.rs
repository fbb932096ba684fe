//! 6.8: code that reads the table, in whatever way, and code that still reads something else.

use super::with_code;
use crate::testing::code::{ADDRESS, FROM_BUCKET, FROM_TABLE};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, NotReady, Skipped};

const SLUG: &str = "ch06/function_scans_table";
const GET: &str = "lambda:GetFunction";
const PAGE: &str = "https://api.example.com/chapters";

/// The exercise's code with this in place of that.
fn edited(from: &str, to: &str) -> Account {
    assert!(FROM_TABLE.contains(from), "{from}");
    with_code(SLUG, "index.mjs", &FROM_TABLE.replace(from, to))
}

#[tokio::test]
async fn code_that_still_reads_the_bucket_reads_no_table() {
    let expected = [
        (Fails, "scan", "nothing that reads from DynamoDB"),
        (Skipped, "table", "the code scans no table"),
        (Fails, "no_bucket", "GetObjectCommand is still there"),
        (Skipped, "page", "needs: scan"),
    ];
    expect(&with_code(SLUG, "index.mjs", FROM_BUCKET), SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn code_that_reads_both_need_not_lose_its_page() {
    let both = with_code(SLUG, "index.mjs", &format!("{FROM_TABLE}\nconst old = new GetObjectCommand({{}});"));
    expect(&both, SLUG, Verdict::NotDone, &[(Fails, "no_bucket", "GetObjectCommand is still there")]).await;
}

#[tokio::test]
async fn a_query_and_another_table_are_named() {
    let expected = [(Fails, "scan", "QueryCommand and no scan"), (Skipped, "table", "the code scans no table")];
    expect(&edited("ScanCommand", "QueryCommand"), SLUG, Verdict::NotDone, &expected).await;
    for name in ["articles", "Chapters"] {
        let other = edited("\"chapters\"", &format!("\"{name}\""));
        let found = format!("a table named {name}");
        expect(&other, SLUG, Verdict::NotDone, &[(Fails, "table", &found)]).await;
    }
}

#[tokio::test]
async fn a_body_that_is_no_text_fails() {
    let account = edited("body: JSON.stringify(content)", "body: [content]");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "answer", "")]).await;
}

#[tokio::test]
async fn other_languages_clients_and_a_variable_are_right() {
    let low = "import { DynamoDB } from '@aws-sdk/client-dynamodb';
        export const handler = async () => { const { Items } = await new DynamoDB({}).scan({ TableName: 'chapters' });
        return { statusCode: 200, body: JSON.stringify(Items.map((item) => ({ id: item.id.N }))) }; };";
    expect(&with_code(SLUG, "index.mjs", low), SLUG, Verdict::Done, &[]).await;
    let python =
        "import json\nimport boto3\ndef handler(event, context):\n    items = boto3.resource('dynamodb').Table('chapters').scan()['Items']
    return {'statusCode': 200, 'body': json.dumps(items, default=int)}\n";
    let python = with_code(SLUG, "index.py", python).edited(GET, "nodejs24.x", "python3.14");
    expect(&python, SLUG, Verdict::Done, &[]).await;
    let variables = r#""Environment": {"Variables": {"TABLE": "chapters"}}, "State""#;
    let by_variable = edited("\"chapters\"", "process.env.TABLE").edited(GET, "\"State\"", variables);
    expect(&by_variable, SLUG, Verdict::Done, &[]).await;
}

/// What a scan gives without the document client.
#[tokio::test]
async fn items_with_their_types_are_seen_on_the_page() {
    let typed = r#"[{"id": {"N": "1"}, "title": {"S": "One"}, "description": {"S": ""}}]"#;
    let reply = World::api_answer("200 OK", &["Access-Control-Allow-Origin: *"], typed);
    let account = solved().amid(World::solved().replies(PAGE, reply).open());
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "page", "document client")]).await;
}

#[tokio::test]
async fn a_function_that_is_still_changing_is_waited_for() {
    let changing = solved().edited(GET, r#""Successful""#, r#""InProgress""#);
    let expected = [(NotReady, "ready", "its last change: in progress"), (Skipped, "page", "needs: ready")];
    expect(&changing, SLUG, Verdict::NotReady, &expected).await;
    let failed = solved().edited(GET, r#""Successful""#, r#""Failed", "LastUpdateStatusReason": "out of space""#);
    expect(&failed, SLUG, Verdict::NotDone, &[(Fails, "ready", "out of space")]).await;
}

#[tokio::test]
async fn code_that_cannot_be_downloaded_leaves_the_function_judged() {
    let account = solved().amid(World::solved().replies(ADDRESS, Reply::page("503 Slow Down", &[], "")).open());
    let expected = ["handler", "scan", "table", "no_bucket", "answer"].map(|clause| (CannotTell, clause, "503"));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
    let refused = solved().refuses(GET, (403, "AccessDeniedException"), "no identity-based policy allows it");
    expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, "function", r#""Action":"lambda:GetFunction""#)]).await;
}

#[tokio::test]
async fn a_client_for_another_region_or_for_the_own_machine_gets_nothing() {
    let scan = |client: &str| {
        let text = format!(
            "export const handler = async () => {{ const client = {client};
            const table = DynamoDBDocumentClient.from(client);
            const {{ Items }} = await table.send(new ScanCommand({{ TableName: 'chapters' }}));
            return {{ statusCode: 200, headers: {{ 'Access-Control-Allow-Origin': '*' }}, body: JSON.stringify(Items) }}; }};"
        );
        super::with_code(SLUG, "index.mjs", &text)
    };
    for (client, found) in [
        ("new DynamoDBClient({ region: 'eu-west-1' })", "a client for the region eu-west-1"),
        ("new DynamoDBClient({ endpoint: 'http://localhost:8000' })", "http://localhost:8000, the machine"),
    ] {
        expect(&scan(client), SLUG, Verdict::NotDone, &[(Fails, "table", found)]).await;
    }
    for client in [
        "new DynamoDBClient({ region: 'us-east-1' })",
        "new DynamoDBClient({ region: process.env.AWS_REGION || 'eu-west-1' })",
        "new DynamoDBClient(process.env.AWS_SAM_LOCAL ? { endpoint: 'http://localhost:8000' } : {})",
    ] {
        expect(&scan(client), SLUG, Verdict::Done, &[]).await;
    }
    let variables = r#""Environment": {"Variables": {"AWS_ENDPOINT_URL": "http://127.0.0.1:4566"}}, "State""#;
    let account = scan("new DynamoDBClient({})").edited("lambda:GetFunction", "\"State\"", variables);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "table", "the variable AWS_ENDPOINT_URL")]).await;
}

#[tokio::test]
async fn a_table_that_denies_the_function_or_is_not_there_is_told() {
    let statement =
        r#"{"Sid": "Nobody", "Effect": "Deny", "Principal": "*", "Action": "dynamodb:Scan", "Resource": "*"}"#;
    let policy = format!(r#"{{"Version": "2012-10-17", "Statement": [{statement}]}}"#).replace('"', r#"\""#);
    let denying = solved().answers("dynamodb:GetResourcePolicy", ok(format!(r#"{{"Policy": "{policy}"}}"#)));
    expect(&denying, SLUG, Verdict::NotDone, &[(Fails, "allowed", "the statement Nobody denies it")]).await;
    let missing = solved().with(dynamodb::without);
    expect(&missing, SLUG, Verdict::NotDone, &[(Fails, "allowed", "no table of that name")]).await;
}
