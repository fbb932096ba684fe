//! The function of the account page with its role, and what leads to it: the authorizer and PUT /account/info.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::{iam, sns};
use crate::testing::answers::{Answers, ok};

/// The account, and these in it: behind what answers for the other function.
pub fn done(account: Answers) -> Answers {
    let basic = "AWSLambdaBasicExecutionRole";
    let logs = r#"{"Effect":"Allow","Action":["logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}"#;
    account
        .answers_aside("lambda:GetFunction", "/put-account-info", ok(FUNCTION))
        .answers_aside("lambda:GetPolicy", "/put-account-info", ok(POLICY))
        .answers_aside("iam:GetRole", ROLE_NAME, ok(role(&iam::trust("lambda.amazonaws.com"))))
        .answers_aside(
            "iam:ListAttachedRolePolicies",
            ROLE_NAME,
            ok(iam::attached(&[
                "aws:policy/service-role/AWSLambdaBasicExecutionRole",
                "123456789012:policy/function-put-account-info",
            ])),
        )
        .answers_aside("iam:GetPolicy", NAME, ok(got_policy()))
        .answers_aside("iam:GetPolicyVersion", NAME, ok(iam::version("v1", &publishes())))
        .answers_aside("iam:GetPolicy", basic, ok(iam::got_policy(basic)))
        .answers_aside("iam:GetPolicyVersion", basic, ok(iam::version("v1", logs)))
}

/// The account before the function is made.
pub fn without_function(account: Answers) -> Answers {
    let gone =
        crate::testing::answers::error("lambda:GetFunction", (404, "ResourceNotFoundException"), "Function not found");
    account.answers_to("lambda:GetFunction", "/put-account-info", gone)
}

/// The account in which the function still sends mail itself.
pub fn mailing(account: Answers) -> Answers {
    account.answers_to("iam:GetPolicyVersion", NAME, ok(iam::version("v1", &sends())))
}

/// The name of the role, and of the policy by which the function publishes, and sent mail before.
pub const NAME: &str = "function-put-account-info";

/// That policy without its statements.
fn got_policy() -> String {
    iam::got_policy(NAME).replace("iam::aws:", "iam::123456789012:")
}

/// What that policy says.
pub fn publishes() -> String {
    iam::statement("sns:Publish", sns::ARN)
}

/// What it said before.
fn sends() -> String {
    iam::statement("ses:SendEmail", "arn:aws:ses:us-east-1:123456789012:identity/*")
}

/// What requests about the role hold.
pub const ROLE_NAME: &str = "RoleName=function-put-account-info";

/// The role with the statements of its trust policy.
pub fn role(trust: &str) -> String {
    iam::got_role(trust).replace("function-get-chapters", "function-put-account-info")
}

pub const FUNCTION: &str = r#"{"Configuration":{"FunctionName":"put-account-info","FunctionArn":"arn:aws:lambda:us-east-1:123456789012:function:put-account-info","Runtime":"nodejs24.x","Role":"arn:aws:iam::123456789012:role/function-put-account-info","Handler":"index.handler","CodeSize":900,"Description":"","Timeout":10,"MemorySize":128,"LastModified":"2026-01-02T00:00:00.000+0000","CodeSha256":"1","Version":"$LATEST","State":"Active","LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/put-account-info"}},"Code":{"RepositoryType":"S3","Location":"https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/put-account-info?X-Amz-Signature=CANARY"}}"#;

/// The policy as the console writes it.
pub const POLICY: &str = r#"{"RevisionId":"1","Policy":"{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{\"Sid\":\"info\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:put-account-info\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/PUT/account/info\"}}}]}"}"#;

pub const AUTHORIZERS: &str = r#"{"item": [{"id": "auth01", "name": "website-users", "type": "COGNITO_USER_POOLS",
    "providerARNs": ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEfGhI"],
    "authType": "cognito_user_pools", "identitySource": "method.request.header.Authorization"}]}"#;

pub const NO_AUTHORIZERS: &str = r#"{"item": []}"#;

/// The resources /account and /account/info.
pub const RESOURCES: &str = r#"{"id":"acco000001","parentId":"root000001","pathPart":"account","path":"/account"},
    {"id":"info000001","parentId":"acco000001","pathPart":"info","path":"/account/info","resourceMethods":{
        "PUT":{"httpMethod":"PUT","authorizationType":"COGNITO_USER_POOLS","authorizerId":"auth01",
            "authorizationScopes":["aws.cognito.signin.user.admin"],"apiKeyRequired":false,
            "methodResponses":{"200":{"statusCode":"200"}},
            "methodIntegration":{"type":"AWS_PROXY","httpMethod":"POST","passthroughBehavior":"WHEN_NO_MATCH",
                "uri":"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:put-account-info/invocations",
                "timeoutInMillis":29000,"cacheNamespace":"info000001","cacheKeyParameters":[]}},
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

/// The path /account/info as an export has it.
pub const EXPORTED: &str = r#""/account/info":{
    "put":{"security":[{"website-users":["aws.cognito.signin.user.admin"]}],"responses":{"200":{"description":"200 response"}},
        "x-amazon-apigateway-integration":{"type":"aws_proxy","httpMethod":"POST","passthroughBehavior":"when_no_match",
            "uri":"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:put-account-info/invocations",
            "responses":{"default":{"statusCode":"200"}}}},
    "options":{"responses":{"200":{"description":"200 response"}},
        "x-amazon-apigateway-integration":{"type":"mock","requestTemplates":{"application/json":"{\"statusCode\":200}"},
            "responses":{"default":{"statusCode":"200","responseParameters":{
                "method.response.header.Access-Control-Allow-Headers":"'Authorization,Content-Type'",
                "method.response.header.Access-Control-Allow-Methods":"'PUT,OPTIONS'",
                "method.response.header.Access-Control-Allow-Origin":"'*'"}}}}}}"#;
