//! 5.10: what AWS says of functions, and what no emulator shows of them.

use crate::testing::code::{ADDRESS, HOST};
use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch05/get_chapters_function";
const GET: &str = "lambda:GetFunction";
/// What a function answers, before it is exported in one way or another.
const ANSWER: &str = "const answer = async () => ({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' }, \
                      body: JSON.stringify([1]) });";
const PYTHON: &str = "import json\ndef handler(event, context):\n    return {'statusCode': 200, 'body': json.dumps([1]), \
                      'headers': {'Access-Control-Allow-Origin': '*'}}\n";

fn with_code(files: &[(&str, &str)], handler: &str, runtime: &str) -> Account {
    let account = solved().edited(GET, "index.handler", handler).edited(GET, "nodejs24.x", runtime);
    account.amid(World::solved().with_code(files).open())
}

#[tokio::test]
async fn handlers_in_every_form() {
    for (path, end, handler) in [
        ("index.mjs", "export const handler = answer;", "index.handler"),
        ("index.mjs", "export async function handler() { return answer(); }", "index.handler"),
        ("index.mjs", "const handler = answer; export { handler };", "index.handler"),
        ("index.mjs", "const other = 1; export { answer as handler, other };", "index.handler"),
        ("src/app.mjs", "export let main = answer;", "src/app.main"),
        ("index.js", "exports.handler = answer;", "index.handler"),
        ("index.cjs", "const handler = answer; module.exports = { handler };", "index.handler"),
        ("index.cjs", "const make = () => answer; module.exports.handler = make();", "index.handler"),
    ] {
        let account = with_code(&[(path, &format!("{ANSWER}\n{end}"))], handler, "nodejs22.x");
        expect(&account, SLUG, Verdict::Done, &[(Holds, "handler", "")]).await;
    }
    let text = format!("{ANSWER}\nexport const handler = answer;");
    for package in [
        [("index.js", text.as_str()), ("package.json", r#"{"type": "module"}"#)],
        [("index.mjs", "export * from './list.mjs';"), ("list.mjs", &text)],
    ] {
        expect(&with_code(&package, "index.handler", "nodejs24.x"), SLUG, Verdict::Done, &[(Holds, "handler", "")])
            .await;
    }
}

#[tokio::test]
async fn handlers_that_lead_nowhere_say_why() {
    for (path, end, handler, says) in [
        ("index.mjs", "exports.handler = answer;", "index.handler", "CommonJS"),
        ("index.mjs", "const handler = answer;", "index.handler", "Write `export`"),
        ("index.cjs", "export const handler = answer;", "index.handler", "the ending .mjs"),
        ("index.cjs", "module.exports = { main: answer };", "index.handler", "index.cjs without it"),
        ("get-chapters/index.mjs", "export const handler = answer;", "index.handler", "holds the folder"),
        ("main.mjs", "export const handler = answer;", "index.handler", "main.mjs"),
        ("index.mjs", "export const handler = answer;", "handler", "such as index.handler"),
    ] {
        let account = with_code(&[(path, &format!("{ANSWER}\n{end}"))], handler, "nodejs24.x");
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "handler", says)]).await;
    }
    let python = PYTHON.replace("handler", "main");
    let account = with_code(&[("app.py", &python)], "app.handler", "python3.13");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "handler", "none of that name")]).await;
}

#[tokio::test]
async fn handlers_that_the_package_does_not_show_are_left_to_what_the_function_answers() {
    let text = format!("{ANSWER}\nexport const handler = answer;");
    for (path, handler, says) in [
        ("index.js", "index.handler", "name it index.mjs"),
        ("index.mjs", "/opt/nodejs/node_modules/datadog-lambda-js/handler.handler", "is in a layer"),
    ] {
        let unread = with_code(&[(path, &text)], handler, "nodejs24.x");
        expect(&unread, SLUG, Verdict::Done, &[(Skipped, "handler", says)]).await;
    }
}

/// The handler of the case takes a callback, which the runtime refuses before it runs.
#[tokio::test]
async fn callbacks_are_refused_since_node_js_24() {
    let callback = "exports.handler = (event, context, callback) => { callback(null, { statusCode: 200, headers: \
                    { 'Access-Control-Allow-Origin': '*' }, body: JSON.stringify([1]) }); };";
    let of = |runtime| with_code(&[("index.js", callback)], "index.handler", runtime);
    expect(&of("nodejs24.x"), SLUG, Verdict::NotDone, &[(Fails, "handler", "a handler with a callback")]).await;
    expect(&of("nodejs26.x"), SLUG, Verdict::NotDone, &[(Fails, "handler", "Make the handler asynchronous")]).await;
    expect(&of("nodejs22.x"), SLUG, Verdict::Done, &[]).await;
    let with_default = callback.replace("callback)", "callback = console.log)");
    expect(&with_code(&[("index.js", &with_default)], "index.handler", "nodejs24.x"), SLUG, Verdict::Done, &[]).await;
}

/// Version 2 of the SDK is in no runtime since Node.js 18; a package or a layer may have it.
#[tokio::test]
async fn the_second_version_of_the_sdk_comes_with_the_package_or_a_layer() {
    let text = format!("const AWS = require('aws-sdk'); {ANSWER}\nexports.handler = answer;");
    let alone = with_code(&[("index.js", &text)], "index.handler", "nodejs24.x");
    expect(&alone, SLUG, Verdict::NotDone, &[(Fails, "handler", "aws-sdk, version 2 of the SDK")]).await;
    let layer =
        alone.edited(GET, "\"State\"", r#""Layers": [{"Arn": "arn:aws:lambda:us-east-1:1:layer:sdk:1"}], "State""#);
    expect(&layer, SLUG, Verdict::Done, &[]).await;
    let library = [("index.js", text.as_str()), ("node_modules/aws-sdk/index.js", "")];
    expect(&with_code(&library, "index.handler", "nodejs24.x"), SLUG, Verdict::Done, &[]).await;
}

#[tokio::test]
async fn newer_runtimes_pass_and_older_ones_are_told_since_when() {
    for runtime in ["nodejs22.x", "nodejs26.x"] {
        expect(&solved().edited(GET, "nodejs24.x", runtime), SLUG, Verdict::Done, &[]).await;
    }
    for runtime in ["python3.11", "python3.15"] {
        expect(&with_code(&[("app.py", PYTHON)], "app.handler", runtime), SLUG, Verdict::Done, &[]).await;
    }
    for (runtime, says) in [("nodejs20.x", "2026-04-30"), ("ruby3.4", "ruby3.4")] {
        let account = solved().edited(GET, "nodejs24.x", runtime);
        expect(&account, SLUG, Verdict::NotDone, &[(Fails, "runtime", says)]).await;
    }
    let old = with_code(&[("app.py", PYTHON)], "app.handler", "python3.10");
    expect(&old, SLUG, Verdict::NotDone, &[(Fails, "runtime", "2026-10-31")]).await;
}

#[tokio::test]
async fn states_of_a_function() {
    let state = |from: &str, to: &str| solved().edited(GET, from, to);
    let inactive = state("\"State\": \"Active\"", "\"State\": \"Inactive\"");
    expect(&inactive, SLUG, Verdict::NotReady, &[(NotReady, "ready", "that call fails and wakes it")]).await;
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
    let unread = |clause| (CannotTell, clause, "the function is a container image");
    let code = ["handler", "answer", "cors"].map(unread);
    let found = [&[(Fails, "runtime", "a container image")], code.as_slice()].concat();
    expect(&account, SLUG, Verdict::NotDone, &found).await;
}

/// A variable may hold a secret: it is told by its name alone.
#[tokio::test]
async fn the_values_of_variables_are_not_told() {
    let code = "new GetObjectCommand({ Bucket: process.env.DATA, Key: 'chapters.json' });";
    let variables = r#""Environment": {"Variables": {"DATA": "CANARY"}}, "State""#;
    for (value, verdict) in [("CANARY", Fails), ("example-data", Holds)] {
        let account = with_code(
            &[("index.mjs", &format!("{ANSWER} export const handler = answer; {code}"))],
            "index.handler",
            "nodejs24.x",
        );
        let account = account.edited(GET, "\"State\"", &variables.replace("CANARY", value));
        let findings = check(&account, "ch06/function_reads_s3").await;
        let named = finding(&findings, "names");
        assert_eq!(named.verdict, verdict, "{named:#?}");
        assert!(!format!("{findings:?}").contains("CANARY"), "{findings:#?}");
    }
}

#[tokio::test]
async fn a_function_that_may_not_run_is_told() {
    let reserved = |number: u32| {
        solved().edited(
            GET,
            r#""Code": "#,
            &format!(r#""Concurrency": {{"ReservedConcurrentExecutions": {number}}}, "Code": "#),
        )
    };
    let found = "every call is throttled";
    for (slug, clause) in [(SLUG, "ready"), ("ch05/lambda_integration", "target"), ("ch06/function_settings", "ready")]
    {
        expect(&reserved(0), slug, Verdict::NotDone, &[(Fails, clause, found)]).await;
        expect(&reserved(5), slug, Verdict::Done, &[]).await;
    }
}

/// Whether its network has a way out is not asked: what it answers shows it.
#[tokio::test]
async fn a_function_in_a_network_is_told_what_it_needs() {
    let vpc = r#""VpcConfig": {"VpcId": "vpc-1", "SubnetIds": ["subnet-1"]}, "State""#;
    let account = solved().edited(GET, r#""State""#, vpc);
    expect(&account, SLUG, Verdict::Done, &[(Holds, "ready", "gateway endpoints")]).await;
    let empty = solved().edited(GET, r#""State""#, &vpc.replace("vpc-1", ""));
    let findings = check(&empty, SLUG).await;
    assert_eq!(finding(&findings, "ready").advice, None);
}

#[tokio::test]
async fn a_handler_that_is_not_in_the_package_may_be_in_a_layer() {
    let python = with_code(&[("app.py", PYTHON)], "monitor.wrapper.handler", "python3.13");
    expect(&python, SLUG, Verdict::NotDone, &[(Fails, "handler", "app.py")]).await;
    let layers = r#""Layers": [{"Arn": "arn:aws:lambda:us-east-1:1:layer:monitor:1"}], "State""#;
    let layer = python.edited(GET, "\"State\"", layers);
    expect(&layer, SLUG, Verdict::Done, &[(Skipped, "handler", "is in a layer")]).await;
}

#[tokio::test]
async fn libraries_that_no_runtime_has_come_with_the_package() {
    let text = format!("import axios from 'axios'; {ANSWER}\nexport const handler = answer;");
    let alone = with_code(&[("index.mjs", &text)], "index.handler", "nodejs24.x");
    expect(&alone, SLUG, Verdict::NotDone, &[(Fails, "handler", "axios, which neither the package")]).await;
    let library = [("index.mjs", text.as_str()), ("node_modules/axios/index.js", "")];
    expect(&with_code(&library, "index.handler", "nodejs24.x"), SLUG, Verdict::Done, &[]).await;
    let python = format!("import requests\n{PYTHON}");
    let alone = with_code(&[("app.py", &python)], "app.handler", "python3.13");
    expect(&alone, SLUG, Verdict::NotDone, &[(Fails, "handler", "requests, which neither the package")]).await;
    let library = [("app.py", python.as_str()), ("requests/__init__.py", "")];
    expect(&with_code(&library, "app.handler", "python3.13"), SLUG, Verdict::Done, &[]).await;
}

/// `check` sends reads alone: what a function does, it is not made to do.
#[tokio::test]
async fn no_function_of_a_real_account_is_called() {
    expect(&solved(), SLUG, Verdict::Done, &[(Skipped, "trial", "calls no function of yours")]).await;
    let aws = solved().open();
    crate::check(SLUG, &aws, &example()).await.unwrap();
    assert!(!aws.sent().iter().any(|label| label.starts_with("trial:")), "{:?}", aws.sent());
}
