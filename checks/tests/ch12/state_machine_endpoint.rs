//! 12.e5: what the API asks Step Functions for, with which input and role.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, Skipped};

const SLUG: &str = "ch12/state_machine_endpoint";
const RESOURCES: &str = "apigateway:GetResources";

/// The account with another mapping template.
fn template(template: &str) -> Account {
    let quoted = serde_json::to_string(template).unwrap();
    solved().edited(RESOURCES, sfn::TEMPLATE, quoted.trim_matches('"'))
}

/// A template with this as its input.
fn input(input: &str) -> Account {
    template(&format!(r#"{{"stateMachineArn": "{}", "input": {input}}}"#, sfn::ARN))
}

#[tokio::test]
async fn the_input_is_text_and_is_escaped() {
    for right in [
        r#""$util.escapeJavaScript($input.json('$'))""#,
        r#""$util.escapeJavaScript($input.body)""#,
        r#""$util.escapeJavaScript($input.json('$')).replaceAll("\\'", "'")""#,
        r#""{}""#,
    ] {
        expect(&input(right), SLUG, Verdict::Done, &[]).await;
    }
    let set = format!(
        "#set($data = $util.escapeJavaScript($input.json('$')))\n{{\"input\": \"$data\", \"stateMachineArn\": \"{}\"}}",
        sfn::ARN
    );
    expect(&template(&set), SLUG, Verdict::Done, &[]).await;
    for (wrong, found) in [
        (r#""$input.json('$')""#, "$input.json('$'), which is not escaped"),
        (r#""$input.body""#, "$input.body, which is not escaped"),
        ("$input.json('$')", "without quotation marks"),
        (r#"{"name": "Ada"}"#, "an object, where Step Functions wants text"),
    ] {
        expect(&input(wrong), SLUG, Verdict::NotDone, &[(Fails, "input", found)]).await;
    }
    let part = input(r#""{\"name\": \"$input.params('name')\"}""#);
    expect(&part, SLUG, Verdict::Done, &[(Holds, "input", "parts of what the caller sends")]).await;
}

/// Names that are set are followed, whichever of the two is escaped.
#[tokio::test]
async fn a_name_that_is_set_is_escaped_where_it_is_used() {
    let of = |set: &str, used: &str| {
        template(&format!("#set($d = {set})\n{{\"input\": \"{used}\", \"stateMachineArn\": \"{}\"}}", sfn::ARN))
    };
    expect(&of("$input.json('$')", "$util.escapeJavaScript($d)"), SLUG, Verdict::Done, &[]).await;
    let raw = of("$input.json('$')", "$d");
    expect(&raw, SLUG, Verdict::NotDone, &[(Fails, "input", "$d, which is not escaped")]).await;
    // As many write it, over the name that API Gateway gives.
    let over = |used: &str| {
        template(&format!(
            "#set($input = $input.json('$'))\n{{\"input\": \"{used}\", \"stateMachineArn\": \"{}\"}}",
            sfn::ARN
        ))
    };
    expect(&over(r#"$util.escapeJavaScript($input).replaceAll(\"\\'\", \"'\")"#), SLUG, Verdict::Done, &[]).await;
    expect(&over("$util.escapeJavaScript($input)"), SLUG, Verdict::Done, &[]).await;
    expect(&over("$input"), SLUG, Verdict::NotDone, &[(Fails, "input", "$input, which is not escaped")]).await;
}

#[tokio::test]
async fn which_machine_is_started() {
    let other = template(r#"{"stateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:gone"}"#);
    let gone = [(Fails, "machine", "which is not there"), (Skipped, "role", ""), (Holds, "input", "no input")];
    expect(&other, SLUG, Verdict::NotDone, &gone).await;
    let none = template("{}");
    let nowhere = [(Fails, "machine", "no stateMachineArn"), (Skipped, "role", ""), (Holds, "input", "")];
    expect(&none, SLUG, Verdict::NotDone, &nowhere).await;
    // Without a template the caller says which, as in AWS's own tutorial.
    let passed = solved().edited(RESOURCES, r#""requestTemplates":{"application/json":""#, r#""x":{"y":""#);
    expect(&passed, SLUG, Verdict::Done, &[(Holds, "input", "chooses the state machine")]).await;
}

#[tokio::test]
async fn what_is_asked_for_and_answered() {
    let uri = "states:action/StartExecution";
    for (from, to, clause, found) in [
        (uri, "states:action/StartSyncExecution", "target", "which standard state machines do not take"),
        ("us-east-1:states:action", "eu-west-1:states:action", "target", "Step Functions in eu-west-1"),
        (r#""type":"AWS","httpMethod":"POST""#, r#""type":"AWS","httpMethod":"GET""#, "target", "the HTTP method GET"),
        (r#""integrationResponses":{"200":{"statusCode":"200"}}"#, r#""x":1"#, "answer", "integration response"),
        (
            r#""integrationResponses":{"200":{"statusCode":"200"}}"#,
            r#""integrationResponses":{"201":{"statusCode":"201"}}"#,
            "answer",
            "a method response 201",
        ),
    ] {
        let account = solved().edited(RESOURCES, from, to);
        let findings = check(&account, SLUG).await;
        let of = finding(&findings, clause);
        assert!(of.verdict == Fails && says(of, found), "{from}: {findings:#?}");
    }
    let express = solved()
        .edited(RESOURCES, uri, "states:action/StartSyncExecution")
        .answers("states:DescribeStateMachine", ok(sfn::machine("EXPRESS", sfn::DEFINITION)))
        .answers_to("iam:GetRolePolicy", sfn::ROLE_OF_API, ok(iam::own_policy(&iam::statement("states:Start*", "*"))));
    expect(&express, SLUG, Verdict::Done, &[(Holds, "target", "states:StartSyncExecution")]).await;
}

#[tokio::test]
async fn the_role_and_the_deployment() {
    let other = iam::own_policy(&iam::statement("states:StartExecution", &format!("{}2", sfn::ARN)));
    let account = solved().answers_to("iam:GetRolePolicy", sfn::ROLE_OF_API, ok(other));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "role", "states:StartExecution")]).await;
    let role = iam::role_trusting(sfn::ROLE_OF_API, &iam::trust("states.amazonaws.com"));
    let account = solved().answers_to("iam:GetRole", sfn::ROLE_OF_API, ok(role));
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "role", "it is for states.amazonaws.com")]).await;
    let credentials = r#""credentials":"arn:aws:iam::123456789012:role/api-start-execution","#;
    let account = solved().edited(RESOURCES, credentials, "");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "role", "no execution role")]).await;
    let account = solved().edited("apigateway:GetDeployment", "/executions", "/before");
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "deployed", "")]).await;
}

/// A function may ask Step Functions instead.
#[tokio::test]
async fn a_function_that_starts_it_is_right_as_well() {
    let code = r#"import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
        const client = new SFNClient();
        export const handler = async (event) => {
            await client.send(new StartExecutionCommand({ stateMachineArn: process.env.MACHINE, input: event.body }));
            return { statusCode: 202, body: "{}" };
        };"#;
    let starts = iam::own_policy(&iam::statement("states:StartExecution", sfn::ARN));
    let account = solved()
        .edited(RESOURCES, "states:action/StartExecution", "states:action/DescribeExecution")
        .amid(World::solved().with_own_code(&own::PUT_IMAGE, &[("index.mjs", code)]).open())
        .answers_to("iam:GetRolePolicy", own::PUT_IMAGE.role, ok(starts));
    let skipped =
        ["target", "machine", "input", "answer"].map(|clause| (Skipped, clause, "put-image asks Step Functions"));
    expect(&account, SLUG, Verdict::Done, &skipped).await;
}

/// The account whose website's API starts nothing.
fn starting_nothing() -> Account {
    solved().edited(RESOURCES, "states:action/StartExecution", "states:action/DescribeExecution")
}

#[tokio::test]
async fn whom_it_lets_start_executions_is_said() {
    let open = solved().edited(
        RESOURCES,
        r#""POST":{"httpMethod":"POST","authorizationType":"AWS_IAM""#,
        r#""POST":{"httpMethod":"POST","authorizationType":"NONE""#,
    );
    let served = r#""/executions":{"POST":{"authorizationType":""#;
    let open = open.edited("apigateway:GetDeployment", &format!("{served}AWS_IAM"), &format!("{served}NONE"));
    let advised = [(Holds, "method", "you pay for what that starts. Give the method an authorizer")];
    expect(&open, SLUG, Verdict::Done, &advised).await;
    let asked = check(&solved(), SLUG).await;
    assert!(finding(&asked, "method").advice.is_none(), "{asked:#?}");
}

/// An HTTP API with one integration of this subtype that names the machine so.
fn by_http_api(subtype: &str, machine: &str) -> Account {
    starting_nothing()
        .edited(RESOURCES, r#""path":"/executions""#, r#""path":"/others""#)
        .with(sfn::by_http_api)
        .answers("apigatewayv2:GetIntegrations", ok(sfn::http_integrations(subtype, machine)))
}

/// Which routes lead to it is not read: never *not done*.
#[tokio::test]
async fn an_http_api_may_start_it_instead() {
    let http = |more: &[Expected<'static>]| {
        let skipped = ["api", "input", "answer"].map(|clause| (Skipped, clause, "HTTP API"));
        let method = (Holds, "method", "in the HTTP API shop");
        [&skipped[..], &[method, (CannotTell, "deployed", "")], more].concat()
    };
    let right = by_http_api("StepFunctions-StartExecution", sfn::ARN);
    expect(&right, SLUG, Verdict::CannotTell, &http(&[])).await;
    let alone = right.with(apigateway::without);
    expect(&alone, SLUG, Verdict::CannotTell, &http(&[])).await;
    let sync = by_http_api("StepFunctions-StartSyncExecution", sfn::ARN);
    let standard = [(Fails, "target", "standard state machines do not take"), (Fails, "role", "StartSyncExecution")];
    expect(&sync, SLUG, Verdict::NotDone, &http(&standard)).await;
    let gone = by_http_api("StepFunctions-StartExecution", "arn:aws:states:us-east-1:123456789012:stateMachine:gone");
    let missing = [(Fails, "machine", "which is not there"), (Skipped, "role", "until the state machine is there")];
    expect(&gone, SLUG, Verdict::NotDone, &http(&missing)).await;
    let unknown = by_http_api("", sfn::ARN);
    expect(&unknown, SLUG, Verdict::CannotTell, &http(&[(CannotTell, "role", "")])).await;
    let stops = by_http_api("StepFunctions-StopExecution", sfn::ARN);
    let findings = check(&stops, SLUG).await;
    assert_eq!(finding(&findings, "method").verdict, Fails, "{findings:#?}");
    let refused = starting_nothing().edited(RESOURCES, r#""path":"/executions""#, r#""path":"/others""#).refuses(
        "apigatewayv2:GetApis",
        (403, "AccessDeniedException"),
        "no",
    );
    let findings = check(&refused, SLUG).await;
    assert_eq!(finding(&findings, "method").verdict, CannotTell, "{findings:#?}");
}

/// The API of the exercise before is not the only one.
#[tokio::test]
async fn another_rest_api_may_start_it_instead() {
    let other = format!(r#"{{"item": [{}]}}"#, sfn::resource());
    let account = starting_nothing()
        .edited(RESOURCES, r#""path":"/executions""#, r#""path":"/others""#)
        .with(apigateway::doubled)
        .answers("apigateway:GetBasePathMappings", ok(apigateway::MAPPINGS))
        .answers_to(RESOURCES, "/restapis/f6g7h8i9j0/", ok(other));
    expect(&account, SLUG, Verdict::Done, &[(Holds, "method", "POST /executions")]).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_not_missing() {
    let refused = solved().refuses("states:ListStateMachines", (400, "AccessDeniedException"), "no");
    let unknown = ["target", "machine", "role"].map(|clause| (CannotTell, clause, "states:ListStateMachines"));
    expect(&refused, SLUG, Verdict::CannotTell, &unknown).await;
}
