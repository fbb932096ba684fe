//! The function that sends text messages, with its policy and its role, and PUT /account/text, which calls it.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::iam;
use crate::testing::answers::{Answers, ok};

/// The account, and these in it: behind what answers for the other functions.
pub fn done(account: Answers) -> Answers {
    account
        .edited("lambda:ListFunctions", "}]}", r#"}, {"FunctionName": "sns-send-text", "Role": "arn:aws:iam::123456789012:role/function-sns-send-text"}]}"#)
        .answers_aside("lambda:GetFunction", "/sns-send-text", ok(FUNCTION))
        .answers_aside("lambda:GetPolicy", "/sns-send-text", ok(POLICY))
        .answers_aside(
            "iam:ListAttachedRolePolicies",
            ROLE_NAME,
            ok(iam::attached(&["123456789012:policy/function-sns-send-text"])),
        )
        .answers_aside("iam:GetPolicy", NAME, ok(iam::got_policy(NAME).replace("iam::aws:", "iam::123456789012:")))
        .answers_aside("iam:GetPolicyVersion", NAME, ok(iam::version("v1", &sends())))
}

/// The name of the policy, and of the role.
pub const NAME: &str = "function-sns-send-text";
const ROLE_NAME: &str = "RoleName=function-sns-send-text";

/// What lets the function send to phones, and to no topic.
pub fn sends() -> String {
    let deny = r#"{"Sid":"NotToTopics","Effect":"Deny","Action":"sns:Publish","Resource":"arn:aws:sns:*:*:*"}"#;
    format!("{}, {deny}", iam::statement("sns:Publish", "*"))
}

pub const FUNCTION: &str = r#"{"Configuration":{"FunctionName":"sns-send-text","FunctionArn":"arn:aws:lambda:us-east-1:123456789012:function:sns-send-text","Runtime":"nodejs24.x","Role":"arn:aws:iam::123456789012:role/function-sns-send-text","Handler":"index.handler","CodeSize":900,"Description":"","Timeout":10,"MemorySize":128,"LastModified":"2026-01-02T00:00:00.000+0000","CodeSha256":"1","Version":"$LATEST","State":"Active","LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/sns-send-text"}},"Code":{"RepositoryType":"S3","Location":"https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/sns-send-text?X-Amz-Signature=CANARY"}}"#;

/// The policy as the console writes it.
pub const POLICY: &str = r#"{"RevisionId":"1","Policy":"{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{\"Sid\":\"text\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:sns-send-text\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/PUT/account/text\"}}}]}"}"#;

/// A policy that lets a topic of this ARN call the function.
pub fn for_topic(topic: &str) -> String {
    for_service("sns.amazonaws.com", topic)
}

/// A policy that lets a service call the function for the thing of this ARN.
pub fn for_service(service: &str, arn: &str) -> String {
    let source =
        POLICY.split("arn:aws:execute-api").nth(1).and_then(|rest| rest.split('\\').next()).unwrap_or_default();
    POLICY.replace("apigateway.amazonaws.com", service).replace(&format!("arn:aws:execute-api{source}"), arn)
}

/// The resource /account/text.
pub const RESOURCES: &str = r#"{"id":"text000001","parentId":"acco000001","pathPart":"text","path":"/account/text","resourceMethods":{
        "PUT":{"httpMethod":"PUT","authorizationType":"COGNITO_USER_POOLS","authorizerId":"auth01",
            "authorizationScopes":["aws.cognito.signin.user.admin"],"apiKeyRequired":false,
            "methodResponses":{"200":{"statusCode":"200"}},
            "methodIntegration":{"type":"AWS_PROXY","httpMethod":"POST","passthroughBehavior":"WHEN_NO_MATCH",
                "uri":"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:sns-send-text/invocations",
                "timeoutInMillis":29000,"cacheNamespace":"text000001","cacheKeyParameters":[]}},
        "OPTIONS":{"httpMethod":"OPTIONS","authorizationType":"NONE","apiKeyRequired":false,
            "methodResponses":{"200":{"statusCode":"200","responseParameters":{
                "method.response.header.Access-Control-Allow-Headers":false,
                "method.response.header.Access-Control-Allow-Methods":false,
                "method.response.header.Access-Control-Allow-Origin":false}}},
            "methodIntegration":{"type":"MOCK","requestTemplates":{"application/json":"{\"statusCode\":200}"},
                "integrationResponses":{"200":{"statusCode":"200","responseParameters":{
                    "method.response.header.Access-Control-Allow-Headers":"'Authorization,Content-Type'",
                    "method.response.header.Access-Control-Allow-Methods":"'PUT,OPTIONS'",
                    "method.response.header.Access-Control-Allow-Origin":"'*'"}}}}}}}"#;
