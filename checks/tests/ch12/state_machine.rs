//! 12.e4: definitions, roles and executions of state machines.

use crate::tests::*;
use ClauseVerdict::{CannotTell, Fails, Holds, NotReady, Skipped};

const SLUG: &str = "ch12/state_machine";
const DESCRIBE: &str = "states:DescribeStateMachine";
const LIST: &str = "states:ListExecutions";

fn defined(definition: &str) -> Account {
    solved().answers(DESCRIBE, ok(sfn::machine("STANDARD", definition)))
}

#[tokio::test]
async fn the_definition_is_read() {
    let broken = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}"#;
    let wrong = defined(broken);
    expect(&wrong, SLUG, Verdict::NotDone, &[(Fails, "definition", "A leads to B")]).await;
    let deleting = solved().edited(DESCRIBE, "ACTIVE", "DELETING");
    expect(&deleting, SLUG, Verdict::NotDone, &[(Fails, "definition", "it is being deleted")]).await;
    let findings = check(&solved(), SLUG).await;
    assert!(says(finding(&findings, "definition"), "4 states, beginning with Greet"), "{findings:#?}");
}

#[tokio::test]
async fn the_role_lets_it_do_what_its_states_ask() {
    let invokes = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "get-chapters"}}}}"#;
    let account = defined(invokes);
    expect(&account, SLUG, Verdict::NotDone, &[(Fails, "role", "lambda:InvokeFunction")]).await;
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:get-chapters*";
    let allowed = iam::own_policy(&iam::statement("lambda:InvokeFunction", arn));
    let right = account.answers_to("iam:GetRolePolicy", sfn::ROLE, ok(allowed));
    expect(&right, SLUG, Verdict::Done, &[]).await;
    let puts = defined(&invokes.replace("lambda:invoke", "dynamodb:putItem").replace("FunctionName", "TableName"));
    expect(&puts, SLUG, Verdict::NotDone, &[(Fails, "role", "dynamodb:PutItem")]).await;
    let sends = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "Resource":
        "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/jobs"}}}}"#;
    let queue = "arn:aws:sqs:us-east-1:123456789012:jobs";
    let may_not = [(Fails, "role", "sqs:SendMessage")];
    expect(&defined(sends), SLUG, Verdict::NotDone, &may_not).await;
    let allowed = iam::own_policy(&iam::statement("sqs:SendMessage", queue));
    let may = defined(sends).answers_to("iam:GetRolePolicy", sfn::ROLE, ok(allowed));
    expect(&may, SLUG, Verdict::Done, &[]).await;
    let asks = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "Parameters": {"Text": "x"},
        "Resource": "arn:aws:states:::aws-sdk:comprehend:detectSentiment"}}}"#;
    let with = |resource: &str| {
        let allowed = iam::own_policy(&iam::statement("comprehend:DetectSentiment", resource));
        defined(asks).answers_to("iam:GetRolePolicy", sfn::ROLE, ok(allowed))
    };
    expect(&with("*"), SLUG, Verdict::Done, &[]).await;
    expect(&with(queue), SLUG, Verdict::NotDone, &[(Fails, "role", queue)]).await;
    let role = iam::role_trusting(sfn::ROLE, &iam::trust("lambda.amazonaws.com"));
    let other = solved().answers_to("iam:GetRole", sfn::ROLE, ok(role));
    expect(&other, SLUG, Verdict::NotDone, &[(Fails, "role", "it is for lambda.amazonaws.com")]).await;
}

#[tokio::test]
async fn what_came_of_its_executions() {
    let runs = |states: &[&str]| solved().answers(LIST, ok(sfn::executions(states)));
    expect(&runs(&[]), SLUG, Verdict::Done, &[(Holds, "ran", "nobody has started it yet")]).await;
    expect(&runs(&["FAILED", "SUCCEEDED"]), SLUG, Verdict::Done, &[]).await;
    expect(&runs(&["RUNNING", "FAILED"]), SLUG, Verdict::NotReady, &[(NotReady, "ran", "RUNNING")]).await;
    for state in ["FAILED", "TIMED_OUT", "ABORTED"] {
        expect(&runs(&[state]), SLUG, Verdict::NotDone, &[(Fails, "ran", state)]).await;
    }
    let express = solved().answers(DESCRIBE, ok(sfn::machine("EXPRESS", sfn::DEFINITION)));
    expect(&express, SLUG, Verdict::Done, &[(Skipped, "ran", "in its log alone")]).await;
}

/// Another one whose definition is right as well failed, and comes first.
#[tokio::test]
async fn of_several_machines_the_one_that_succeeded_counts() {
    let other = |text: &str| {
        text.replace("stateMachine:greeting", "stateMachine:other")
            .replace(r#""name": "greeting""#, r#""name": "other""#)
    };
    let listed = sfn::MACHINES.trim_start_matches(r#"{"stateMachines": ["#);
    let first = other(listed);
    let both = format!(r#"{{"stateMachines": [{}, {listed}"#, first.trim_end_matches("]}"));
    let described =
        other(&sfn::machine("STANDARD", sfn::DEFINITION)).replace(r#""name":"greeting""#, r#""name":"other""#);
    let account = solved()
        .answers("states:ListStateMachines", ok(both))
        .answers_to(DESCRIBE, "stateMachine:other", ok(described))
        .answers_to(LIST, "stateMachine:other", ok(sfn::executions(&["FAILED"])));
    expect(
        &account,
        SLUG,
        Verdict::Done,
        &[(Holds, "machine", "the state machine greeting (standard)"), (Holds, "ran", "1 of its executions")],
    )
    .await;
}

/// A machine may have states of the newer language, with states within them that say nothing of it.
#[tokio::test]
async fn languages_may_be_mixed() {
    for (within, verdict) in
        [(r#""Output": "{% $states.input %}","#, Verdict::Done), (r#""ResultPath": "$.a","#, Verdict::Done)]
    {
        let inner = format!(r#"{{"StartAt": "B", "States": {{"B": {{"Type": "Pass", {within} "End": true}}}}}}"#);
        let mixed = format!(
            r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Map", "QueryLanguage": "JSONata", "Items": "{{% [1] %}}",
                "ItemProcessor": {inner}, "End": true}}}}}}"#
        );
        expect(&defined(&mixed), SLUG, verdict, &[]).await;
    }
    let wrong = r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "ResultPath": "$", "End": true}}}"#;
    expect(&defined(wrong), SLUG, Verdict::NotDone, &[(Fails, "definition", "which has no ResultPath")]).await;
}

#[tokio::test]
async fn a_machine_of_another_region_is_a_near_miss() {
    let skipped = ["definition", "role", "ran"].map(|clause| (Skipped, clause, "needs: machine"));
    let none = solved().with(sfn::without);
    let missing = [&[(Fails, "machine", "nothing of that name")], skipped.as_slice()].concat();
    expect(&none, SLUG, Verdict::NotDone, &missing).await;
    let elsewhere = none.answers_to("states:ListStateMachines", "//states.eu-west-1.", ok(sfn::MACHINES));
    let near = [&[(Fails, "machine", "the state machine greeting in eu-west-1")], skipped.as_slice()].concat();
    expect(&elsewhere, SLUG, Verdict::NotDone, &near).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_not_missing() {
    for (label, clause) in [("states:ListStateMachines", "machine"), (DESCRIBE, "machine"), (LIST, "ran")] {
        let refused = solved().refuses(label, (400, "AccessDeniedException"), "no");
        expect(&refused, SLUG, Verdict::CannotTell, &[(CannotTell, clause, label)]).await;
    }
}
