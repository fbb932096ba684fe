//! The function, and who may invoke it.

use crate::testing::answers::{Answers, ok};

/// The account, and this in it.
pub fn done(account: Answers) -> Answers {
    account
        .answers("lambda:GetFunction", ok(FUNCTION))
        .answers("lambda:GetPolicy", ok(POLICY))
        .answers("lambda:ListFunctions", ok(FUNCTIONS))
}

/// The account without the function.
pub fn without(account: Answers) -> Answers {
    account
        .refuses("lambda:GetFunction", (404, "ResourceNotFoundException"), "Function not found")
        .answers("lambda:ListFunctions", ok(NO_FUNCTIONS))
}

pub const FUNCTION: &str = r#"{"Configuration": {"FunctionName": "get-chapters",
    "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:get-chapters", "Runtime": "nodejs24.x",
    "Role": "arn:aws:iam::123456789012:role/function-get-chapters", "Handler": "index.handler", "CodeSize": 600,
    "Description": "", "Timeout": 3, "MemorySize": 128, "LastModified": "2026-01-02T00:00:00.000+0000",
    "CodeSha256": "1", "Version": "$LATEST", "TracingConfig": {"Mode": "PassThrough"}, "RevisionId": "1",
    "State": "Active", "LastUpdateStatus": "Successful", "PackageType": "Zip", "Architectures": ["arm64"],
    "EphemeralStorage": {"Size": 512}, "LoggingConfig": {"LogFormat": "Text", "LogGroup": "/aws/lambda/get-chapters"}},
    "Code": {"RepositoryType": "S3", "Location":
    "https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/get-chapters?X-Amz-Signature=CANARY"}}"#;

pub const FUNCTIONS: &str = r#"{"Functions": [{"FunctionName": "get-chapters",
    "Role": "arn:aws:iam::123456789012:role/function-get-chapters"}]}"#;

pub const NO_FUNCTIONS: &str = r#"{"Functions": []}"#;

/// The policy as the console writes it.
pub const POLICY: &str = r#"{"RevisionId": "1", "Policy": "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{\"Sid\":\"1\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"apigateway.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:get-chapters\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/*/GET/chapters\"}}}]}"}"#;

/// The function under a role of that name.
pub fn under(role: &str) -> String {
    format!(
        r#"{{"Configuration": {{"FunctionName": "get-chapters", "Runtime": "nodejs24.x", "Handler": "index.handler",
        "FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:get-chapters", "Version": "$LATEST",
        "Role": "arn:aws:iam::123456789012:role/{role}", "State": "Active", "LastUpdateStatus": "Successful",
        "PackageType": "Zip", "Architectures": ["arm64"], "LastModified": "2026-01-02T00:00:00.000+0000",
        "LoggingConfig": {{"LogFormat": "Text", "LogGroup": "/aws/lambda/get-chapters"}}}},
        "Code": {{"RepositoryType": "S3", "Location": "https://awslambda.s3.us-east-1.amazonaws.com/code"}}}}"#
    )
}
