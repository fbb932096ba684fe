//! 8.12: what the code is seen to do, what lets it, and what is left to a run of it.

use crate::testing::code::RULE;
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch08/rule_function";
const VERSION: &str = "iam:GetPolicyVersion";

fn with_code(code: &str) -> Account {
    solved().amid(World::solved().with_rule_code(&[("index.mjs", code)]).open())
}

/// The book's own kind of code, by methods of clients; ours is by commands.
const METHODS: &str = r#"import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { S3 } from "@aws-sdk/client-s3";
import { SSM } from "@aws-sdk/client-ssm";
const [dynamodb, s3, ssm] = [new DynamoDB(), new S3(), new SSM()];
const Path = "/function-rule-analytics-auth-callback/";
export const handler = async () => {
  const found = await ssm.getParametersByPath({ Path, Recursive: true });
  const { Items } = await dynamodb.query({ TableName: "analytics", KeyConditionExpression: "dataType = :kind" });
  const key = { Bucket: "{{ data_bucket }}", Key: "analytics/auth-callback.csv" };
  await s3.putObject({ ...key, Body: `${Items.length}` });
  await ssm.putParameter({ Name: `${Path}next-start-iso-timestamp`, Value: "2", Overwrite: true });
};
"#;

/// The function works by its code, and its policy allows these.
fn allowing(code: &str, statements: &str) -> Account {
    with_code(code).answers_to(VERSION, rule::NAME, ok(iam::version("v1", statements)))
}

#[tokio::test]
async fn methods_and_another_way_to_read_are_right_if_the_role_allows_that_way() {
    let by_path = rule::needed().replace("ssm:GetParameters", "ssm:GetParametersByPath");
    expect(&allowing(METHODS, &by_path), SLUG, Verdict::Done, &[(Holds, "parameters", "GetParametersByPath")]).await;
    let other_way = allowing(METHODS, &rule::needed());
    expect(
        &other_way,
        SLUG,
        Verdict::NotDone,
        &[(Fails, "allowed", "Put ssm:GetParametersByPath, spelled exactly so, among the statement's actions.")],
    )
    .await;
    // What never reads the file needs no permission for it.
    let blind = by_path.replace("s3:GetObject", "s3:HeadObject");
    expect(&allowing(METHODS, &blind), SLUG, Verdict::Done, &[]).await;
    expect(&allowing(RULE, &blind), SLUG, Verdict::NotDone, &[(Fails, "allowed", "s3:GetObject")]).await;
}

#[tokio::test]
async fn other_names_in_the_code_are_told() {
    for (from, to, clause, found) in [
        (r#"TableName: "analytics""#, r#"TableName: "Analytics""#, "table", "a table named Analytics"),
        (
            r#"Key: "analytics/auth-callback.csv""#,
            r#"Key: "auth-callback.csv""#,
            "file",
            "an object named auth-callback.csv",
        ),
        (r#"Bucket: "{{ data_bucket }}""#, r#"Bucket: "{{ website_bucket }}""#, "file", "a bucket named example.com"),
        ("Name: START", r#"Name: "next-start-iso-timestamp""#, "moves", "a parameter named next-start-iso-timestamp"),
    ] {
        assert!(RULE.contains(from), "{from}");
        expect(&with_code(&RULE.replace(from, to)), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    let elsewhere = RULE.replace("new DynamoDBClient()", "new DynamoDBClient({ region: 'eu-west-1' })");
    expect(&with_code(&elsewhere), SLUG, Verdict::NotDone, &[(Fails, "table", "eu-west-1")]).await;
}

#[tokio::test]
async fn code_that_does_nothing_of_it_fails() {
    let greeting = "export const handler = async () => ({ statusCode: 200, body: 'Hello from Lambda!' });";
    let expected = [
        (Fails, "takes", "nothing that reads a table"),
        (Skipped, "table", "not seen to read a table"),
        (Fails, "parameters", "nothing that reads parameters"),
        (Fails, "moves", "nothing that sets a parameter"),
        (Fails, "file", "nothing that writes to S3"),
    ];
    expect(&with_code(greeting), SLUG, Verdict::NotDone, &expected).await;
}

/// What a run does to the file and to the start of the next one, and what DynamoDB refuses: no log and no file shows it before
/// the schedule is there.
#[tokio::test]
async fn what_a_second_run_would_show_stands_in_the_code() {
    let bounded = METHODS.replace("dataType = :kind", "dataType = :kind AND #at BETWEEN :from AND :to");
    let by_path = rule::needed().replace("ssm:GetParameters", "ssm:GetParametersByPath");
    for (code, clause, found) in [
        (bounded.clone(), "file", "code that never reads the file"),
        (METHODS.replace(", Overwrite: true", ""), "moves", "one without it"),
        (METHODS.replace("Overwrite: true", "Overwrite: false"), "moves", "one without it"),
        (
            METHODS.replace(r#""dataType = :kind""#, r#""dataType = :kind", FilterExpression: "timestamp > :from""#),
            "takes",
            "timestamp in an expression",
        ),
        (
            METHODS.replace("export const", "const found = 1;\nconst found = 2;\nexport const"),
            "handler",
            "declared twice",
        ),
        (METHODS.replace("async () =>", "() =>"), "handler", "await in a function that is not async"),
        (METHODS.replace("{ Path, Recursive: true });", "{ Path, Recursive: true };"), "handler", "line 7"),
        (METHODS.replace(r#", KeyConditionExpression: "dataType = :kind""#, ""), "takes", "says nothing of the key"),
    ] {
        expect(&allowing(&code, &by_path), SLUG, Verdict::NotDone, &[(Fails, clause, found)]).await;
    }
    for (from, clause) in [("paginateQuery", "takes"), ("PutParameterCommand", "moves"), ("PutObjectCommand", "file")] {
        let (before, after) = RULE.split_once("const dynamodb").expect("imports, and the rest");
        let left_out = before.replacen(from, "Another", 1) + "const dynamodb" + after;
        expect(&with_code(&left_out), SLUG, Verdict::NotDone, &[(Fails, clause, "ends with a ReferenceError")]).await;
    }
    let adds = bounded.replace("const key", "await s3.getObject({});\n  const key");
    expect(&allowing(&adds, &by_path), SLUG, Verdict::Done, &[(Holds, "file", "analytics/auth-callback.csv")]).await;
}

/// What is between the end of the interval that was read and the run is in no file, if the next interval begins with the run.
#[tokio::test]
async fn a_start_that_is_the_time_of_the_run_passes_over_what_was_not_read() {
    let by_path = rule::needed().replace("ssm:GetParameters", "ssm:GetParametersByPath");
    let bounded = METHODS
        .replace("dataType = :kind", "dataType = :kind AND #at BETWEEN :from AND :to")
        .replace("const key", "await s3.getObject({});\n  const key");
    for now in ["new Date().toISOString()", "new Date(Date.now()).toISOString()"] {
        let code = bounded.replace("Value: \"2\"", &format!("Value: {now}"));
        let expected = [(Fails, "moves", "the time of the run")];
        expect(&allowing(&code, &by_path), SLUG, Verdict::NotDone, &expected).await;
        // The query may end with the run as well, or have no end.
        let said = [(Holds, "moves", "the end of the interval")];
        for may in [
            code.replace("const key", "const to = Date.now();\n  const key"),
            code.replace("BETWEEN :from AND :to", "> :from"),
            code.replace("async ()", "async (event)")
                .replace("const key", "const to = Date.parse(event.time);\n  const key"),
        ] {
            expect(&allowing(&may, &by_path), SLUG, Verdict::Done, &said).await;
        }
    }
    let shared = bounded
        .replace("const key", "const now = new Date();\n  const until = now.getTime();\n  const key")
        .replace("Value: \"2\"", "Value: now.toISOString()");
    let findings = check(&allowing(&shared, &by_path), SLUG).await;
    assert!(finding(&findings, "moves").verdict == Holds, "{findings:#?}");
    assert!(!says(finding(&findings, "moves"), "the end of the interval"), "{findings:#?}");
}

/// A scan works where the role allows it; what it costs is said.
#[tokio::test]
async fn a_scan_is_judged_by_what_the_role_allows() {
    let scans = METHODS
        .replace("dynamodb.query", "dynamodb.scan")
        .replace("ByPath({ Path, Recursive: true }", "({ Names: [] }");
    expect(
        &allowing(&scans, &rule::needed()),
        SLUG,
        Verdict::NotDone,
        &[(Fails, "allowed", "Put dynamodb:Scan, spelled exactly so, among the statement's actions.")],
    )
    .await;
    let may = rule::needed().replace("dynamodb:Query", "dynamodb:Scan");
    expect(&allowing(&scans, &may), SLUG, Verdict::Done, &[(Holds, "takes", "every item of the table")]).await;
}

#[tokio::test]
async fn what_the_code_does_not_show_is_not_judged() {
    let names = r#"Bucket: "{{ data_bucket }}", Key: "analytics/auth-callback.csv""#;
    let hidden = METHODS.replace(names, "Bucket: event.bucket, Key: event.key").replace("async ()", "async (event)");
    let by_path = rule::needed().replace("ssm:GetParameters", "ssm:GetParametersByPath");
    expect(&allowing(&hidden, &by_path), SLUG, Verdict::Done, &[(Skipped, "file", "not told from the code")]).await;
}

#[tokio::test]
async fn denials_of_the_table_and_of_the_bucket_outweigh_the_role() {
    let deny = r#"{"Policy": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"dynamodb:Query\",\"Resource\":\"*\"}]}", "RevisionId": "1"}"#;
    let denied = solved().answers("dynamodb:GetResourcePolicy", ok(deny));
    expect(&denied, SLUG, Verdict::NotDone, &[(Fails, "allowed", "denies it")]).await;
    let none = solved().refuses("dynamodb:GetResourcePolicy", (400, "ResourceNotFoundException"), "not found");
    expect(&none, SLUG, Verdict::NotDone, &[(Fails, "allowed", "exercise 8.1")]).await;
}

#[tokio::test]
async fn its_settings_are_judged_like_those_of_the_other_functions() {
    let set = |from: &str, to: &str| {
        solved().answers_to("lambda:GetFunction", "/rule-analytics-auth-callback", ok(rule::FUNCTION.replace(from, to)))
    };
    let old = set("nodejs24.x", "nodejs18.x");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "runtime", "nodejs18.x")]).await;
    let changing = set(r#""LastUpdateStatus":"Successful""#, r#""LastUpdateStatus":"InProgress""#);
    expect(&changing, SLUG, Verdict::NotReady, &[(NotReady, "ready", "in progress")]).await;
    let deleted = solved().answers("iam:GetRole", error("iam:GetRole", (404, "NoSuchEntity"), "cannot be found"));
    let expected = [(Fails, "role", "which is not there"), (Fails, "allowed", "it is not there")];
    expect(&deleted, SLUG, Verdict::NotDone, &expected).await;
}

#[tokio::test]
async fn a_package_that_cannot_be_read_leaves_the_role_judged() {
    let label = "iam:ListAttachedRolePolicies";
    let account = solved().refuses(label, (403, "AccessDenied"), "no identity-based policy allows it");
    let expected = ["role", "allowed"].map(|clause| (CannotTell, clause, r#""Action":"iam:ListAttachedRolePolicies""#));
    expect(&account, SLUG, Verdict::CannotTell, &expected).await;
}

/// Without a trial and without a word in the code, lines in the file alone show that the function works.
#[tokio::test]
async fn code_that_tells_nothing_is_told_by_what_it_has_left() {
    let opaque = r#"import { S3 } from "@aws-sdk/client-s3";
const s3 = new S3();
export const handler = async (event) => s3[event.method](event.input);
"#;
    let unknown = [
        (Skipped, "takes", "not told"),
        (Skipped, "table", "not seen"),
        (Skipped, "parameters", "not told"),
        (Skipped, "moves", "not told"),
        (Skipped, "file", "not told"),
    ];
    let empty = with_code(opaque).holding(s3::Object { body: "timestamp\n", ..eventbridge::FILE });
    let expected = [&unknown[..], &[(CannotTell, "trial", "no line")]].concat();
    expect(&empty, SLUG, Verdict::CannotTell, &expected).await;
    let expected = [&unknown[..], &[(Holds, "trial", "1 line of data")]].concat();
    expect(&with_code(opaque), SLUG, Verdict::Done, &expected).await;
}
