//! REST APIs as AWS described them.

use serde_json::{Value, json};

use super::told::{Fields, entries, full, members, seconds, texts};
use super::{Compared, Recorded};
use crate::aws::Aws;
use crate::aws::operation::Operation;
use crate::learner::Learner;
use crate::services::apigateway::{Integration, Method, Resource, RestApi, Stage};

const LAST: &str = r#"{"item": []}"#;

pub async fn compared(one: &Recorded, operation: &'static Operation, you: &Learner) -> Compared {
    let aws = one.account_of_pages(operation, LAST).open();
    let mut fields = Fields::default();
    if operation.name == "GetRestApis" {
        let read = aws.rest_apis(you, &you.region).await?;
        fields.rows("item", &read, entries(&one.json()["item"]), rest_api);
        return Ok(Some(fields));
    }
    let api = some_api(you).await;
    match operation.name {
        "GetResources" => {
            let read = aws.resources(you, &api).await?;
            fields.rows("item", &read, entries(&one.json()["item"]), resource);
        }
        "GetStages" => {
            let read = aws.stages(you, &api).await?;
            fields.rows("item", &read, entries(&one.json()["item"]), stage);
        }
        "GetAuthorizers" => {
            let read = aws.authorizers(you, &api).await?;
            fields.rows("item", &read, entries(&one.json()["item"]), |fields, read, told| {
                fields.same("id", &read.id, &told["id"]);
                fields.same("name", &read.name, &told["name"]);
                fields.same("type", &read.kind, &told["type"]);
                fields.same("providerARNs", &read.pools, texts(&told["providerARNs"]));
                fields.same(
                    "identitySource",
                    Some(&read.source).filter(|source| !source.is_empty()),
                    full(&told["identitySource"]),
                );
            });
        }
        "GetDeployment" => {
            aws.deployed(you, &api, &some_stage(you, &api).await).await?;
        }
        "GetExport" => export(&aws, you, &api, &one.json(), &mut fields).await?,
        other => panic!("no reader is known for {other}"),
    }
    Ok(Some(fields))
}

async fn some_api(you: &Learner) -> RestApi {
    let apis = super::solved().open().rest_apis(you, &you.region).await;
    apis.expect("the account has one").remove(0)
}

async fn some_stage(you: &Learner, api: &RestApi) -> Stage {
    super::solved().open().stages(you, api).await.expect("the account has one").remove(0)
}

fn rest_api(fields: &mut Fields, read: &RestApi, told: &Value) {
    fields.same("id", &read.id, &told["id"]);
    fields.same("name", &read.name, &told["name"]);
    fields.same("types", &read.endpoint_types, &told["endpointConfiguration"]["types"]);
    let is_disabled = told["disableExecuteApiEndpoint"].as_bool().unwrap_or_default();
    fields.same("disableExecuteApiEndpoint", !read.has_default_endpoint, is_disabled);
    fields.same("binaryMediaTypes", &read.binary_types, texts(&told["binaryMediaTypes"]));
    fields.same("minimumCompressionSize", read.packs_from, &told["minimumCompressionSize"]);
    fields.same("policy", read.policy.is_some(), full(&told["policy"]).is_some());
}

fn resource(fields: &mut Fields, read: &Resource, told: &Value) {
    fields.same("path", &read.path, &told["path"]);
    let verbs: Vec<_> = members(&told["resourceMethods"]).map(|(verb, _)| verb).collect();
    fields.same("resourceMethods", read.methods.keys().collect::<Vec<_>>(), verbs);
    for (verb, told) in members(&told["resourceMethods"]) {
        method(fields, &read.methods[verb], told);
    }
}

fn method(fields: &mut Fields, read: &Method, told: &Value) {
    fields.same("authorizationType", &read.authorization, &told["authorizationType"]);
    fields.same("authorizerId", Some(&read.authorizer).filter(|id| !id.is_empty()), full(&told["authorizerId"]));
    fields.same("authorizationScopes", &read.scopes, texts(&told["authorizationScopes"]));
    fields.same("apiKeyRequired", read.needs_api_key, told["apiKeyRequired"].as_bool().unwrap_or_default());
    let validator = Some(&read.validator).filter(|id| !id.is_empty());
    fields.same("requestValidatorId", validator, full(&told["requestValidatorId"]));
    for (status, told) in members(&told["methodResponses"]) {
        let mut names: Vec<_> = members(&told["responseParameters"]).map(|(name, _)| name).collect();
        names.sort();
        fields.same("responseParameters", &read.declared[status], names);
    }
    let told = &told["methodIntegration"];
    fields.same("methodIntegration", read.integration.is_some(), !told.is_null());
    if let Some(read) = &read.integration {
        integration(fields, read, told);
    }
}

fn integration(fields: &mut Fields, read: &Integration, told: &Value) {
    fields.same("type", &read.kind, &told["type"]);
    for (member, read) in [
        ("uri", &read.uri),
        ("httpMethod", &read.sent_with),
        ("credentials", &read.credentials),
        ("contentHandling", &read.content_handling),
    ] {
        fields.same(member, Some(read).filter(|text| !text.is_empty()), full(&told[member]));
    }
    fields.same("requestTemplates", &read.request, pairs(&told["requestTemplates"]));
    let told = &told["integrationResponses"];
    fields.same("integrationResponses", read.responses.len(), members(told).count());
    for (status, told) in members(told) {
        let read = &read.responses[status];
        fields.same("selectionPattern", Some(&read.pattern).filter(|p| !p.is_empty()), full(&told["selectionPattern"]));
        fields.same("responseParameters", &read.parameters, pairs(&told["responseParameters"]));
        fields.same("responseTemplates", &read.templates, pairs(&told["responseTemplates"]));
    }
}

/// Without what is empty.
fn pairs(told: &Value) -> Value {
    members(told)
        .filter(|(_, value)| full(value).is_some())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

fn stage(fields: &mut Fields, read: &Stage, told: &Value) {
    fields.same("stageName", &read.name, &told["stageName"]);
    fields.same("deploymentId", &read.deployment, &told["deploymentId"]);
    let variables = if told["variables"].is_null() { json!({}) } else { told["variables"].clone() };
    fields.same("variables", &read.variables, variables);
    fields.same("destinationArn", &read.access_log, full(&told["accessLogSettings"]["destinationArn"]));
    fields.same("tracingEnabled", read.is_traced, told["tracingEnabled"].as_bool().unwrap_or_default());
    fields.same("cacheClusterEnabled", read.has_cache, told["cacheClusterEnabled"].as_bool().unwrap_or_default());
    fields.same("lastUpdatedDate", read.updated, seconds(&told["lastUpdatedDate"]));
    fields.same("methodSettings", read.settings.len(), members(&told["methodSettings"]).count());
    for (method, told) in members(&told["methodSettings"]) {
        let read = &read.settings[method];
        fields.same("throttlingRateLimit", read.rate, told["throttlingRateLimit"].as_f64().unwrap_or_default());
        fields.same("loggingLevel", &read.log_level, told["loggingLevel"].as_str().unwrap_or_default());
        fields.same("dataTraceEnabled", read.logs_data, told["dataTraceEnabled"].as_bool().unwrap_or_default());
        fields.same("metricsEnabled", read.has_metrics, told["metricsEnabled"].as_bool().unwrap_or_default());
    }
}

async fn export(
    aws: &Aws,
    you: &Learner,
    api: &RestApi,
    told: &Value,
    fields: &mut Fields,
) -> crate::aws::fault::Read<()> {
    let read = aws.export(you, api, &some_stage(you, api).await).await?;
    fields.same("title", &read.title, &told["info"]["title"]);
    fields.same("servers", read.servers.len(), entries(&told["servers"]).len());
    for (path, item) in members(&told["paths"]) {
        for (verb, told) in members(item).filter(|(verb, _)| *verb != "parameters") {
            let served = read.method(path, verb);
            fields.same(&format!("{verb} {path}"), served.is_some(), true);
            let own = served.and_then(|served| served.integration.as_ref());
            let told = &told["x-amazon-apigateway-integration"];
            fields.same("integration", own.is_some(), !told.is_null());
            if let Some(own) = own {
                fields.same("type", &own.kind, full(&told["type"]).map(str::to_uppercase));
                fields.same("uri", Some(&own.uri).filter(|uri| !uri.is_empty()), full(&told["uri"]));
                fields.same("responses", own.responses.len(), members(&told["responses"]).count());
            }
        }
    }
    Ok(())
}
