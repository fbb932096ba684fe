//! A state machine that has run, and the method of the API that starts it.

use super::iam::{service_role, statement};
use crate::testing::answers::{Answers, ok};

pub const ARN: &str = "arn:aws:states:us-east-1:123456789012:stateMachine:greeting";
/// Its role, and that with which API Gateway starts it.
pub const ROLE: &str = "state-machine-greeting";
pub const ROLE_OF_API: &str = "api-start-execution";

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    let account = account
        .answers("states:ListStateMachines", ok(MACHINES))
        .answers("states:DescribeStateMachine", ok(machine("STANDARD", DEFINITION)))
        .answers("states:ListExecutions", ok(executions(&["SUCCEEDED"])))
        .edited("apigateway:GetDeployment", "}}}}", &format!("}}}}{DEPLOYED}}}}}"));
    let account = service_role(account, ROLE, "states.amazonaws.com", &statement("logs:PutLogEvents", "*"));
    service_role(account, ROLE_OF_API, "apigateway.amazonaws.com", &statement("states:StartExecution", ARN))
}

/// The account without a state machine.
pub fn without(account: Answers) -> Answers {
    account.answers("states:ListStateMachines", ok(NO_MACHINES))
}

/// The account with an HTTP API that starts the state machine.
pub fn by_http_api(account: Answers) -> Answers {
    account
        .answers("apigatewayv2:GetApis", ok(HTTP_APIS))
        .answers("apigatewayv2:GetIntegrations", ok(http_integrations("StepFunctions-StartExecution", ARN)))
}

const HTTP_APIS: &str = r#"{"items": [{"apiId": "http000001", "name": "shop", "protocolType": "HTTP",
    "routeSelectionExpression": "$request.method $request.path"}]}"#;

/// An integration of an HTTP API, of this subtype, that names the machine so.
pub fn http_integrations(subtype: &str, machine: &str) -> String {
    serde_json::json!({"items": [{
        "integrationId": "i1", "integrationType": "AWS_PROXY", "integrationSubtype": subtype, "payloadFormatVersion": "1.0",
        "credentialsArn": format!("arn:aws:iam::123456789012:role/{ROLE_OF_API}"),
        "requestParameters": {"StateMachineArn": machine, "Input": "$request.body"},
    }]})
    .to_string()
}

pub const MACHINES: &str = r#"{"stateMachines": [{"name": "greeting", "type": "STANDARD", "creationDate": 1767312000,
    "stateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:greeting"}]}"#;

pub const NO_MACHINES: &str = r#"{"stateMachines": []}"#;

/// The definition of the exercise.
pub const DEFINITION: &str = include_str!("../../../exercises/ch12/state_machine/files/state-machines/greeting.json");

/// The state machine, of this kind and with this definition.
pub fn machine(kind: &str, definition: &str) -> String {
    serde_json::json!({
        "name": "greeting", "stateMachineArn": ARN, "status": "ACTIVE", "type": kind, "definition": definition,
        "roleArn": "arn:aws:iam::123456789012:role/state-machine-greeting", "creationDate": 1_767_312_000,
    })
    .to_string()
}

/// Its executions, by their states, the latest first.
pub fn executions(states: &[&str]) -> String {
    let all: Vec<_> = states
        .iter()
        .enumerate()
        .map(|(number, status)| {
            serde_json::json!({
                "executionArn": format!("arn:aws:states:us-east-1:123456789012:execution:greeting:{number}"),
                "stateMachineArn": ARN, "name": number.to_string(), "status": status, "startDate": 1_767_312_000,
            })
        })
        .collect();
    serde_json::json!({ "executions": all }).to_string().replacen(":[", ": [", 1)
}

/// The template, as it is in the integration.
pub const TEMPLATE: &str = r#"{\"stateMachineArn\":\"arn:aws:states:us-east-1:123456789012:stateMachine:greeting\",\"input\":\"$util.escapeJavaScript($input.json('$'))\"}"#;

/// The resource of the API, in front of which others stand.
pub fn resource() -> String {
    format!(
        r#"{{"id":"st8mch","path":"/executions","pathPart":"executions","resourceMethods":{{"POST":{{"httpMethod":"POST","authorizationType":"AWS_IAM","apiKeyRequired":false,"methodResponses":{{"200":{{"statusCode":"200"}}}},"methodIntegration":{{"type":"AWS","httpMethod":"POST","uri":"arn:aws:apigateway:us-east-1:states:action/StartExecution","credentials":"arn:aws:iam::123456789012:role/api-start-execution","requestTemplates":{{"application/json":"{TEMPLATE}"}},"passthroughBehavior":"WHEN_NO_MATCH","integrationResponses":{{"200":{{"statusCode":"200"}}}}}}}}}}}}"#
    )
}

const DEPLOYED: &str = r#","/executions":{"POST":{"authorizationType":"AWS_IAM","apiKeyRequired":false}}"#;
