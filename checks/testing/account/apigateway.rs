//! The REST API, its deployment, its export and its custom domain name.

use super::{account_info, auth_callback, own, sfn, texting};
use crate::testing::answers::{Answers, ok};

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("apigateway:GetRestApis", ok(NO_REST_APIS))
        .answers_to("apigateway:GetRestApis", "//apigateway.us-east-1.", ok(REST_APIS))
        .answers("apigatewayv2:GetApis", ok(NO_HTTP_APIS))
        .answers("apigateway:GetResources", ok(resources(FUNCTION)))
        .answers("apigateway:GetStages", ok(STAGES))
        .answers("apigateway:GetAuthorizers", ok(account_info::AUTHORIZERS))
        .answers("apigateway:GetDeployment", ok(DEPLOYMENT))
        .answers("apigateway:GetExport", ok(export(FUNCTION_EXPORTED)))
        .refuses("apigateway:GetDomainName", (404, "NotFoundException"), "Invalid domain name identifier specified")
        .answers_to("apigateway:GetDomainName", "//apigateway.us-east-1.", ok(DOMAIN))
        .answers("apigateway:GetDomainNames", ok(DOMAINS))
        .answers("apigateway:GetBasePathMappings", ok(MAPPINGS))
}

/// The account as after exercise 5.6, when a mock integration answered.
pub fn mocked(account: Answers) -> Answers {
    account
        .answers("apigateway:GetResources", ok(resources(MOCK)))
        .answers("apigateway:GetExport", ok(export(MOCK_EXPORTED)))
}

/// The account without a REST API.
pub fn without(account: Answers) -> Answers {
    account.answers("apigateway:GetRestApis", ok(NO_REST_APIS))
}

/// The account with a second REST API, and nothing that leads to either.
pub fn doubled(account: Answers) -> Answers {
    let two = r#"{"item": [{"id": "f6g7h8i9j0", "name": "photos", "endpointConfiguration": {"types": ["EDGE"]}}, "#;
    account
        .edited("apigateway:GetRestApis", r#"{"item": [{"id": "a1"#, &format!(r#"{two}{{"id": "a1"#))
        .answers("apigateway:GetBasePathMappings", ok(r#"{"item": []}"#))
        .answers_to("apigateway:GetResources", "/restapis/f6g7h8i9j0/", ok(r#"{"item": [{"id": "r", "path": "/"}]}"#))
}

pub const REST_APIS: &str = r#"{"item": [{"id": "a1b2c3d4e5", "name": "website", "createdDate": 1767225600,
    "apiKeySource": "HEADER", "endpointConfiguration": {"types": ["REGIONAL"], "ipAddressType": "ipv4"},
    "disableExecuteApiEndpoint": false, "rootResourceId": "root000001"}]}"#;

pub const NO_REST_APIS: &str = r#"{"item": []}"#;

const NO_HTTP_APIS: &str = r#"{"items": []}"#;

/// The integration of GET /chapters with the function.
pub const FUNCTION: &str = r#"{"type": "AWS_PROXY", "httpMethod": "POST", "passthroughBehavior": "WHEN_NO_MATCH",
    "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:get-chapters/invocations",
    "timeoutInMillis": 29000, "cacheNamespace": "chap000001", "cacheKeyParameters": [],
    "integrationResponses": {"200": {"statusCode": "200", "responseTemplates": {"application/json": null}}}}"#;

const FUNCTION_EXPORTED: &str = r#"{"type": "aws_proxy", "httpMethod": "POST", "passthroughBehavior": "when_no_match",
    "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:get-chapters/invocations",
    "responses": {"default": {"statusCode": "200"}}}"#;

/// The mock integration of GET /chapters.
const MOCK: &str = r#"{"type": "MOCK", "passthroughBehavior": "WHEN_NO_MATCH", "timeoutInMillis": 29000,
    "requestTemplates": {"application/json": "{\"statusCode\": 200}"},
    "integrationResponses": {"200": {"statusCode": "200",
        "responseParameters": {"method.response.header.Access-Control-Allow-Origin": "'*'"},
        "responseTemplates": {"application/json": "[{\"id\": 1, \"title\": \"One\", \"description\": \"The first\"}]"}}}}"#;

const MOCK_EXPORTED: &str = r#"{"type": "mock", "passthroughBehavior": "when_no_match",
    "requestTemplates": {"application/json": "{\"statusCode\" : 200}"},
    "responses": {"default": {"statusCode": "200",
        "responseParameters": {"method.response.header.Access-Control-Allow-Origin": "'*'"},
        "responseTemplates": {"application/json": "[{\"id\": 1, \"title\": \"One\", \"description\": \"The first\"}]"}}}}"#;

/// An empty template is null (AWS CLI Command Reference, apigateway get-integration-response).
pub fn resources(integration: &str) -> String {
    format!(
        r#"{{"item": [{{"id": "root000001", "path": "/"}},
        {{"id": "chap000001", "parentId": "root000001", "pathPart": "chapters", "path": "/chapters", "resourceMethods": {{
            "GET": {{"httpMethod": "GET", "authorizationType": "NONE", "apiKeyRequired": false,
                "methodResponses": {{"200": {{"statusCode": "200", "responseModels": {{"application/json": "Empty"}},
                    "responseParameters": {{"method.response.header.Access-Control-Allow-Origin": false}}}}}},
                "methodIntegration": {integration}}},
            "OPTIONS": {{"httpMethod": "OPTIONS", "authorizationType": "NONE", "apiKeyRequired": false,
                "methodResponses": {{"200": {{"statusCode": "200", "responseParameters": {{
                    "method.response.header.Access-Control-Allow-Headers": false,
                    "method.response.header.Access-Control-Allow-Methods": false,
                    "method.response.header.Access-Control-Allow-Origin": false}}}}}},
                "methodIntegration": {{"type": "MOCK", "requestTemplates": {{"application/json": "{{\"statusCode\": 200}}"}},
                    "integrationResponses": {{"200": {{"statusCode": "200", "responseParameters": {PREFLIGHT},
                        "responseTemplates": {{"application/json": null}}}}}}}}}}}}}},
        {},{},{},{},{}]}}"#,
        account_info::RESOURCES,
        texting::RESOURCES,
        auth_callback::RESOURCES,
        own::resources(),
        sfn::resource()
    )
}

pub const PREFLIGHT: &str = r#"{"method.response.header.Access-Control-Allow-Headers": "'Content-Type'",
    "method.response.header.Access-Control-Allow-Methods": "'GET,OPTIONS'",
    "method.response.header.Access-Control-Allow-Origin": "'*'"}"#;

const STAGES: &str = r#"{"item": [{"deploymentId": "dep001", "stageName": "v1", "cacheClusterEnabled": false,
    "cacheClusterStatus": "NOT_AVAILABLE", "methodSettings": {}, "tracingEnabled": false,
    "createdDate": 1767225600, "lastUpdatedDate": 1767225600}]}"#;

const DEPLOYMENT: &str = r#"{"id": "dep001", "createdDate": 1767225600, "apiSummary": {"/chapters": {
    "GET": {"authorizationType": "NONE", "apiKeyRequired": false},
    "OPTIONS": {"authorizationType": "NONE", "apiKeyRequired": false}}, "/account/info": {
    "PUT": {"authorizationType": "COGNITO_USER_POOLS", "apiKeyRequired": false},
    "OPTIONS": {"authorizationType": "NONE", "apiKeyRequired": false}}, "/account/text": {
    "PUT": {"authorizationType": "COGNITO_USER_POOLS", "apiKeyRequired": false},
    "OPTIONS": {"authorizationType": "NONE", "apiKeyRequired": false}}, "/analytics/auth-callback": {
    "POST": {"authorizationType": "COGNITO_USER_POOLS", "apiKeyRequired": false},
    "OPTIONS": {"authorizationType": "NONE", "apiKeyRequired": false}}}}"#;

/// As "Export a REST API from API Gateway" in the API Gateway Developer Guide shows an export with extensions.
fn export(integration: &str) -> String {
    format!(
        r#"{{"openapi": "3.0.1", "info": {{"title": "website", "version": "2026-01-01T00:00:00Z"}},
        "servers": [{{"url": "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/{{basePath}}",
            "variables": {{"basePath": {{"default": "v1"}}}}}}],
        "paths": {{"/chapters": {{
            "get": {{"responses": {{"200": {{"description": "200 response"}}}},
                "x-amazon-apigateway-integration": {integration}}},
            "options": {{"responses": {{"200": {{"description": "200 response"}}}},
                "x-amazon-apigateway-integration": {{"type": "mock", "requestTemplates": {{"application/json": "{{\"statusCode\" : 200}}"}},
                    "responses": {{"default": {{"statusCode": "200", "responseParameters": {PREFLIGHT}}}}}}}}}}},
            {},{}}},
        "components": {{"schemas": {{"Empty": {{"title": "Empty Schema", "type": "object"}}}}}}}}"#,
        account_info::EXPORTED,
        auth_callback::EXPORTED
    )
}

pub const DOMAIN: &str = r#"{"domainName": "api.example.com",
    "domainNameArn": "arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
    "regionalDomainName": "d-abcdefghij.execute-api.us-east-1.amazonaws.com", "regionalHostedZoneId": "Z1UJRXOUMOOFQ8",
    "regionalCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1",
    "endpointConfiguration": {"types": ["REGIONAL"], "ipAddressType": "ipv4"}, "domainNameStatus": "AVAILABLE",
    "securityPolicy": "TLS_1_2", "routingMode": "BASE_PATH_MAPPING_ONLY"}"#;

/// The domain name behind CloudFront, as AWS tells of it.
pub const EDGE_DOMAIN: &str = r#"{"domainName": "api.example.com", "certificateName": "website",
    "certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1",
    "distributionDomainName": "d2abc.cloudfront.net", "distributionHostedZoneId": "Z2FDTNDATAQYW2",
    "endpointConfiguration": {"types": ["EDGE"]}, "domainNameStatus": "AVAILABLE", "securityPolicy": "TLS_1_2"}"#;

pub const DOMAINS: &str = r#"{"item": [{"domainName": "api.example.com",
    "endpointConfiguration": {"types": ["REGIONAL"]}, "domainNameStatus": "AVAILABLE", "securityPolicy": "TLS_1_2"}]}"#;

pub const MAPPINGS: &str = r#"{"item": [{"basePath": "(none)", "restApiId": "a1b2c3d4e5", "stage": "v1"}]}"#;
