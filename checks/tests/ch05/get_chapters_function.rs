//! 5.10: what AWS says of functions, and what no emulator shows of them.

use crate::testing::code::{ADDRESS, HOST};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch05/get_chapters_function";
const GET: &str = "lambda:GetFunction";
/// What code says besides.
const REST: &str = "statusCode: 200, body: JSON.stringify(1), 'Access-Control-Allow-Origin': '*'";

fn with_code(files: &[(&str, &str)], handler: &str, runtime: &str) -> Account {
    let account = solved().edited(GET, "index.handler", handler).edited(GET, "nodejs24.x", runtime);
    account.amid(World::solved().with_code(files).open())
}

#[tokio::test]
async fn handlers_in_every_form() {
    for (path, begin, handler) in [
        ("index.mjs", "export const handler = 1;", "index.handler"),
        ("index.mjs", "export async function handler() {}", "index.handler"),
        ("index.mjs", "const handler = 1; export { handler };", "index.handler"),
        ("index.mjs", "export { list as handler, other };", "index.handler"),
        ("index.mjs", "export * from './list.mjs';", "index.handler"),
        ("src/app.mjs", "export let main = 1;", "src/app.main"),
        ("index.js", "exports.handler = 1;", "index.handler"),
        ("index.cjs", "module.exports = { handler };", "index.handler"),
    ] {
        let account = with_code(&[(path, &format!("{begin}\n{REST}"))], handler, "nodejs22.x");
        expect(&account, SLUG, Verdict::Done, &[(Holds, "handler", "")]).await;
    }
    let package = [("index.js", "export const handler = 1;"), ("package.json", r#"{"type": "module"}"#)];
    let findings = check(&with_code(&package, "index.handler", "nodejs24.x"), SLUG).await;
    assert!(findings.0.iter().any(|f| f.id == "handler" && f.verdict == Holds), "{findings:#?}");
}

#[tokio::test]
async fn handlers_that_lead_nowhere_say_why() {
    for (path, text, handler, runtime, says) in [
        ("index.mjs", "exports.handler = 1;", "index.handler", "nodejs24.x", "CommonJS"),
        ("index.mjs", "const handler = 1;", "index.handler", "nodejs24.x", "Write `export`"),
        ("index.cjs", "export const handler = 1;", "index.handler", "nodejs24.x", "the ending .mjs"),
        ("get-chapters/index.mjs", "export const handler = 1;", "index.handler", "nodejs24.x", "holds the folder"),
        ("main.mjs", "export const handler = 1;", "index.handler", "nodejs24.x", "main.mjs"),
        ("index.mjs", "export const handler = 1;", "handler", "nodejs24.x", "such as index.handler"),
        ("app.py", "def main(): pass", "app.handler", "python3.13", "none of that name"),
    ] {
        let account = with_code(&[(path, &format!("{text}\n{REST}"))], handler, runtime);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "handler", says)]).await;
    }
    let text = format!("export const handler = 1;\n{REST}");
    let untold = with_code(&[("index.js", &text)], "index.handler", "nodejs24.x");
    expect(&untold, SLUG, Verdict::Done, &[(Skipped, "handler", "name it index.mjs")]).await;
}

#[tokio::test]
async fn newer_runtimes_pass_and_older_ones_are_told_since_when() {
    for runtime in ["nodejs22.x", "nodejs26.x"] {
        expect(&solved().edited(GET, "nodejs24.x", runtime), SLUG, Verdict::Done, &[]).await;
    }
    let app = "def handler(): return {'statusCode': 200, 'body': json.dumps(1), 'Access-Control-Allow-Origin': '*'}";
    for runtime in ["python3.11", "python3.15"] {
        expect(&with_code(&[("app.py", app)], "app.handler", runtime), SLUG, Verdict::Done, &[]).await;
    }
    for (runtime, says) in [("nodejs20.x", "2026-04-30"), ("ruby3.4", "ruby3.4")] {
        let account = solved().edited(GET, "nodejs24.x", runtime);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "runtime", says)]).await;
    }
    let old = with_code(&[("app.py", app)], "app.handler", "python3.10");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "runtime", "2026-10-31")]).await;
}

#[tokio::test]
async fn states_of_a_function() {
    let state = |from: &str, to: &str| solved().edited(GET, from, to);
    let inactive = state("\"State\": \"Active\"", "\"State\": \"Inactive\"");
    expect(&inactive, SLUG, Verdict::Done, &[]).await;
    let pending = state("\"State\": \"Active\"", "\"State\": \"Pending\", \"StateReason\": \"being created\"");
    expect(&pending, SLUG, Verdict::NotReady, &[(NotReady, "ready", "being created")]).await;
    let updating = state("\"Successful\"", "\"InProgress\"");
    expect(&updating, SLUG, Verdict::NotReady, &[(NotReady, "ready", "its last change: in progress")]).await;
    let failed = state("\"Successful\"", "\"Failed\", \"LastUpdateStatusReason\": \"out of space\"");
    expect(&failed, SLUG, Verdict::NotDone, &[(Fails, "ready", "out of space")]).await;
}

#[tokio::test]
async fn a_function_elsewhere_and_one_of_another_name_are_named() {
    let named = r#"{"Functions": [{"FunctionName": "getChapters"}]}"#;
    let here = solved().with(lambda::without).answers_to("lambda:ListFunctions", "//lambda.us-east-1.", ok(named));
    expect(&here, SLUG, Verdict::NotDone, &[(Fails, "function", "the function getChapters")]).await;
    let there = here.answers_to("lambda:ListFunctions", "//lambda.eu-west-1.", ok(lambda::FUNCTIONS));
    expect(&there, SLUG, Verdict::NotDone, &[(Fails, "function", "the function get-chapters in eu-west-1")]).await;
}

#[tokio::test]
async fn what_aws_always_sends_and_is_missing_tells_nothing() {
    for member in ["\"Runtime\": \"nodejs24.x\",", "\"State\": \"Active\",", "\"Architectures\": [\"arm64\"],"] {
        let account = solved().edited(GET, member, "");
        expect(&account, SLUG, Verdict::CannotTell, &[(CannotTell, "function", "which AWS always sends")]).await;
    }
}

/// The query of the address lets everyone in who knows it.
#[tokio::test]
async fn whatever_happens_to_a_package_its_address_is_not_told() {
    let other = "https://example.com/get-chapters?X-Amz-Signature=CANARY";
    let accounts = [
        solved().amid(World::solved().replies(ADDRESS, Reply::page("403 Forbidden", &[], "CANARY")).open()),
        solved().amid(World::solved().replies(ADDRESS, Reply::page("503 Slow Down", &[], "CANARY")).open()),
        solved().amid(World::solved().replies(ADDRESS, Reply::page("200 OK", &[], "<p>Wi-Fi CANARY")).open()),
        solved().amid(World::solved().replies(ADDRESS, Reply::page("200 OK", &[], "PK CANARY")).open()),
        solved().amid(World::solved().replies(ADDRESS, Reply::Silence).impatient().open()),
        solved().amid(World::solved().closed("https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com").open()),
        solved().amid(World::solved().presents(HOST, Presented::Stranger).open()),
        solved().amid(World::solved().open()).edited(GET, ADDRESS, other),
        solved().amid(World::solved().open()).edited(GET, ADDRESS, "http://169.254.169.254/?CANARY"),
    ];
    for account in accounts {
        let findings = check(&account, SLUG).await;
        assert_eq!(findings.verdict(), Verdict::CannotTell, "{findings:#?}");
        assert!(!format!("{findings:?}").contains("CANARY"), "{findings:#?}");
    }
}

#[tokio::test]
async fn a_container_image_has_no_runtime() {
    let account = solved().edited(GET, "\"Runtime\": \"nodejs24.x\",", "").edited(GET, "\"Zip\"", "\"Image\"");
    let account = account.edited(GET, "\"Location\"", "\"ImageUri\"");
    let untold = |clause| (CannotTell, clause, "the function is a container image");
    let code = ["handler", "answer", "cors"].map(untold);
    let found = [&[(Fails, "runtime", "a container image")], code.as_slice()].concat();
    expect(&account, SLUG, Verdict::NotDone, &found).await;
}
