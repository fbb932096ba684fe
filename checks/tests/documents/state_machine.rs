//! Definitions that AWS takes, and what is wrong with those that it refuses.

use crate::documents::state_machine::Definition;

fn read(states: &str) -> Result<Definition, String> {
    Definition::read(&format!(r#"{{"StartAt": "A", "States": {{{states}}}}}"#))
}

#[test]
fn definitions_that_lead_to_an_end() {
    for states in [
        r#""A": {"Type": "Succeed"}"#,
        r#""A": {"Type": "Pass", "End": true, "ResultPath": "$.x"}"#,
        r#""A": {"Type": "Wait", "Seconds": 1, "Next": "B"}, "B": {"Type": "Fail"}"#,
        r#""A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsNull": true, "Next": "A"}], "Default": "B"}, "B": {"Type": "Succeed"}"#,
        r#""A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]}, "B": {"Type": "Fail"}"#,
        r#""A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "X", "States": {"X": {"Type": "Succeed"}}}]}"#,
        r#""A": {"Type": "Map", "End": true, "Iterator": {"StartAt": "X", "States": {"X": {"Type": "Succeed"}}}}"#,
        r#""A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "End": true}"#,
    ] {
        assert!(read(states).is_ok(), "{states}: {:?}", read(states));
    }
}

/// A machine in JSONata has no state in JSONPath, which the other way round it may.
#[test]
fn a_machine_in_jsonata_is_so_as_a_whole() {
    let of = |language: &str| {
        let state = format!(r#"{{"Type": "Pass", "QueryLanguage": "{language}", "End": true}}"#);
        Definition::read(&format!(r#"{{"QueryLanguage": "JSONata", "StartAt": "A", "States": {{"A": {state}}}}}"#))
    };
    assert!(of("JSONata").is_ok());
    assert!(of("JSONPath").is_err_and(|why| why.contains("A is in JSONPath")));
}

#[test]
fn what_tasks_ask_of_services_themselves() {
    let task = |resource: &str, given: &str| {
        let states =
            format!(r#""A": {{"Type": "Task", "End": true, "Resource": "{resource}", "Parameters": {given}}}"#);
        let asked = read(&states).expect("a definition").asked;
        asked.iter().map(|asked| format!("{} {:?}", asked.action, asked.of)).collect::<Vec<_>>()
    };
    let put = r#"{"TableName": "chapters"}"#;
    assert_eq!(task("arn:aws:states:::dynamodb:putItem", put), [r#"dynamodb:PutItem Table("chapters")"#]);
    assert_eq!(task("arn:aws:states:::aws-sdk:dynamodb:query", put), [r#"dynamodb:Query Table("chapters")"#]);
    assert!(task("arn:aws:states:::dynamodb:putItem", r#"{"TableName": "{% $t %}"}"#).is_empty());
    assert!(task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", put).is_empty());
    let queue = r#"{"QueueUrl": "https://sqs.us-east-1.amazonaws.com/1/q"}"#;
    let sends = [r#"sqs:SendMessage Queue("https://sqs.us-east-1.amazonaws.com/1/q")"#];
    assert_eq!(task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", queue), sends);
    let buses = r#"{"Entries": [{"Source": "a"}, {"EventBusName": "own"}, {"EventBusName.$": "$.bus"}]}"#;
    let put = [r#"events:PutEvents Bus("default")"#, r#"events:PutEvents Bus("own")"#];
    assert_eq!(task("arn:aws:states:::events:putEvents", buses), put);
    let object = r#"{"Bucket": "b", "Key": "k", "Body": "x"}"#;
    assert_eq!(task("arn:aws:states:::aws-sdk:s3:putObject", object), [r#"s3:PutObject Object("b/k")"#]);
    assert!(task("arn:aws:states:::aws-sdk:s3:putObject", r#"{"Bucket": "b", "Key.$": "$.k"}"#).is_empty());
    let reads = ["comprehend:DetectSentiment Everything"];
    assert_eq!(task("arn:aws:states:::aws-sdk:comprehend:detectSentiment", "{}"), reads);
}

#[test]
fn a_map_whose_items_have_executions_of_their_own_starts_them() {
    let each = r#""StartAt": "X", "States": {"X": {"Type": "Succeed"}}"#;
    let map = |mode: &str| {
        let within = format!(r#"{{"ProcessorConfig": {{"Mode": "{mode}"}}, {each}}}"#);
        read(&format!(r#""A": {{"Type": "Map", "End": true, "ItemProcessor": {within}}}"#)).unwrap().asked
    };
    assert!(map("INLINE").is_empty());
    assert_eq!(map("DISTRIBUTED").first().map(|asked| asked.action), Some("states:StartExecution"));
}

#[test]
fn what_is_wrong_is_told() {
    for (states, says) in [
        (r#""B": {"Type": "Succeed"}"#, "StartAt names A"),
        (r#""A": {"Type": "Pass", "Next": "B"}"#, "A leads to B"),
        (r#""A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}"#, "nothing leads to B"),
        (r#""A": {"Type": "Pass", "Next": "A"}"#, "no state ends it"),
        (r#""A": {"Type": "Pass"}"#, "neither Next nor End"),
        (r#""A": {"Type": "Pass", "Next": "A", "End": true}"#, "both Next and End"),
        (r#""A": {"Type": "Sleep", "End": true}"#, "the type Sleep"),
        (r#""A": {"End": true}"#, "no Type"),
        (r#""A": {"Type": "Choice", "Choices": []}"#, "no Choices"),
        (r#""A": {"Type": "Choice", "Choices": [{"Variable": "$.x"}]}"#, "a choice of A has no Next"),
        (r#""A": {"Type": "Wait", "End": true}"#, "how long it waits"),
        (r#""A": {"Type": "Task", "End": true}"#, "no Resource"),
        (r#""A": {"Type": "Parallel", "End": true}"#, "no Branches"),
        (r#""A": {"Type": "Map", "End": true}"#, "no ItemProcessor"),
        (r#""A": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "X", "States": {}}}"#, "within A, StartAt"),
        (r#""A": {"Type": "Pass", "Output": 1, "End": true}"#, "is in JSONPath, which has no Output"),
        (
            r#""A": {"Type": "Pass", "QueryLanguage": "JSONata", "ResultPath": "$.x", "End": true}"#,
            "JSONata, which has no ResultPath",
        ),
    ] {
        let wrong = read(states).expect_err(states);
        assert!(wrong.contains(says), "{states}: {wrong}");
    }
    assert!(Definition::read("{").unwrap_err().contains("no JSON"));
    assert!(Definition::read("{}").unwrap_err().contains("no States"));
    let mut deep = r#"{"StartAt": "X", "States": {"X": {"Type": "Succeed"}}}"#.to_owned();
    for _ in 0..20 {
        deep = format!(
            r#"{{"StartAt": "X", "States": {{"X": {{"Type": "Map", "End": true, "ItemProcessor": {deep}}}}}}}"#
        );
    }
    assert!(Definition::read(&deep).unwrap_err().contains("deeper than is read"));
}

#[test]
fn the_functions_that_tasks_invoke() {
    let task =
        |resource: &str, more: &str| format!(r#""A": {{"Type": "Task", "Resource": "{resource}", "End": true{more}}}"#);
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:a";
    assert_eq!(read(&task(arn, "")).unwrap().functions, [arn]);
    let invoke = "arn:aws:states:::lambda:invoke";
    let named = task(invoke, r#", "Parameters": {"FunctionName": "b"}"#);
    assert_eq!(read(&named).unwrap().functions, ["b"]);
    let by_input = task(invoke, r#", "Parameters": {"FunctionName.$": "$.f"}"#);
    assert!(read(&by_input).unwrap().functions.is_empty());
}
