//! Functions as AWS described them.

use serde_json::Value;

use super::told::{Fields, entries, full, members};
use super::{Compared, Recorded, solved};
use crate::aws::operation::Operation;
use crate::judgement::Found;
use crate::learner::Learner;
use crate::services::lambda::{Function, FunctionState};

pub async fn compared(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    match operation.name {
        "GetFunction" => {
            let Found::Here(read) = one.account(operation).open().function(you, "a").await? else { return Ok(None) };
            function(&mut fields, &read, &one.json());
        }
        "GetFunctionEventInvokeConfig" => {
            let read = one.account(operation).open().failure_destination(&some_function(you).await).await?;
            let told = &one.json()["DestinationConfig"]["OnFailure"]["Destination"];
            fields.same("Destination", read, full(told));
        }
        "GetPolicy" => {
            let own = some_function(you).await;
            let read = one.account(operation).open().function_policy(&own, &own.arn).await?;
            let Some(read) = read else { return Ok(None) };
            fields.policy(&read, one.json()["Policy"].as_str().expect("a policy"));
        }
        "ListAliases" => {
            let aws = one.account_of_pages(operation, r#"{"Aliases": []}"#).open();
            let read = aws.aliases(&some_function(you).await).await?;
            let told = one.json();
            fields.rows("Aliases", &read, entries(&told["Aliases"]), |fields, read, told| {
                fields.same("AliasArn", read, &told["AliasArn"]);
            });
        }
        "ListEventSourceMappings" => return event_sources(one, operation, you).await,
        "ListFunctions" => {
            one.account(operation).open().function_names(you).await?;
        }
        "ListLayers" => {
            one.account(operation).open().layers(you).await?;
        }
        "GetLayerVersion" => {
            let arn = "arn:aws:lambda:us-east-1:123456789012:layer:a:1";
            let read = one.account(operation).open().layer_content(you, arn).await?;
            let crate::services::lambda::layers::LayerContent::Gone = read else { return Ok(Some(fields)) };
            return Ok(None);
        }
        other => panic!("no reader is known for {other}"),
    }
    Ok(Some(fields))
}

async fn some_function(you: &Learner) -> Function {
    let found = solved().open().function(you, "get-chapters").await.expect("a function");
    found.here().expect("the account has it")
}

fn function(fields: &mut Fields, read: &Function, answer: &Value) {
    let told = &answer["Configuration"];
    fields.same("FunctionName", &read.name, &told["FunctionName"]);
    fields.same("FunctionArn", &read.arn, &told["FunctionArn"]);
    fields.same("Runtime", &read.runtime, &told["Runtime"]);
    fields.same("Handler", &read.handler, &told["Handler"]);
    fields.same("Architectures", &read.architecture, &told["Architectures"][0]);
    fields.same("Role", &read.role, &told["Role"]);
    let is_ready = |state: &FunctionState| *state == FunctionState::Ready;
    fields.same("State", is_ready(&read.state), told["State"] == "Active");
    let last = told["LastUpdateStatus"].as_str().unwrap_or("Successful");
    fields.same("LastUpdateStatus", is_ready(&read.last_update), last == "Successful");
    // Where nothing else is said, AWS names it so (AWS Lambda Developer Guide, "Configuring CloudWatch log groups").
    let group =
        full(&told["LoggingConfig"]["LogGroup"]).map_or_else(|| format!("/aws/lambda/{}", read.name), str::to_owned);
    fields.same("LogGroup", &read.log_group, group);
    fields.same("LogFormat", &read.log_format, &told["LoggingConfig"]["LogFormat"]);
    fields.same("VpcId", &read.vpc, full(&told["VpcConfig"]["VpcId"]));
    let reserved = &answer["Concurrency"]["ReservedConcurrentExecutions"];
    fields.same("ReservedConcurrentExecutions", read.reserved_concurrency, reserved);
    fields.same("Layers", read.has_layers, !entries(&told["Layers"]).is_empty());
    fields.same("Timeout", read.timeout_seconds, &told["Timeout"]);
    fields.same("CodeSize", read.package_bytes, &told["CodeSize"]);
    fields.same("Mode", read.is_traced, told["TracingConfig"]["Mode"].as_str().map(|mode| mode == "Active"));
    fields.same("TargetArn", &read.dead_letters, full(&told["DeadLetterConfig"]["TargetArn"]));
    for (name, value) in members(&told["Environment"]["Variables"]) {
        fields.same("Variables", read.variables.value(name), value);
    }
}

async fn event_sources(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let mut fields = Fields::default();
    let told = one.json();
    let last = r#"{"EventSourceMappings": []}"#;
    for told in entries(&told["EventSourceMappings"]).iter().filter(|told| told.get("EventSourceArn").is_some()) {
        let arn = told["FunctionArn"].as_str().unwrap_or_default().to_owned();
        let function = Function { arn, ..some_function(you).await };
        let read = one.account_of_pages(operation, last).open().event_sources(you, &function).await?;
        let own = read.iter().find(|read| told["EventSourceArn"] == *read.source);
        fields.same("EventSourceArn", own.map(|read| &read.source), &told["EventSourceArn"]);
        let Some(read) = own else { continue };
        fields.same("State", &read.state, &told["State"]);
        fields.same("LastProcessingResult", &read.last_result, &told["LastProcessingResult"]);
        let filters = entries(&told["FilterCriteria"]["Filters"]).iter();
        fields.same("Pattern", &read.patterns, filters.map(|filter| &filter["Pattern"]).collect::<Vec<_>>());
        fields.same("OnFailure", &read.on_failure, full(&told["DestinationConfig"]["OnFailure"]["Destination"]));
    }
    if entries(&told["EventSourceMappings"]).is_empty() || fields.0.is_empty() {
        let read = one.account_of_pages(operation, last).open().event_sources(you, &some_function(you).await).await?;
        fields.same("EventSourceMappings", read.len(), 0);
    }
    Ok(Some(fields))
}
