//! The function that makes a file of the sign-ins, with its policy and its role.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::iam;
use crate::testing::answers::{Answers, ok};

/// The account, and these in it: behind what answers for the other functions.
pub fn done(account: Answers) -> Answers {
    account
        .answers_aside("lambda:GetFunction", "/rule-analytics-auth-callback", ok(FUNCTION))
        .answers_aside("iam:GetRole", ROLE_NAME, ok(role(&iam::trust("lambda.amazonaws.com"))))
        .answers_aside(
            "iam:ListAttachedRolePolicies",
            ROLE_NAME,
            ok(iam::attached(&["123456789012:policy/function-rule-analytics-auth-callback"])),
        )
        .answers_aside("iam:ListEntitiesForPolicy", NAME, ok(iam::with_policy(NAME)))
        .answers_aside("iam:GetPolicy", NAME, ok(got_policy()))
        .answers_aside("iam:GetPolicyVersion", NAME, ok(iam::version("v1", &needed())))
}

/// The name of the policy, and of the role.
pub const NAME: &str = "function-rule-analytics-auth-callback";
/// What requests about the role hold.
pub const ROLE_NAME: &str = "RoleName=function-rule-analytics-auth-callback";

/// The role with the statements of its trust policy.
pub fn role(trust: &str) -> String {
    iam::got_role(trust).replace("function-get-chapters", NAME)
}

/// The policy without its statements.
fn got_policy() -> String {
    iam::got_policy(NAME).replace("iam::aws:", "iam::123456789012:")
}

/// All that the function needs, a statement each.
pub fn needed() -> String {
    [
        iam::statement("dynamodb:Query", "arn:aws:dynamodb:us-east-1:123456789012:table/analytics"),
        iam::statement("s3:GetObject", FILE),
        iam::statement("s3:PutObject", FILE),
        iam::statement("ssm:GetParameters", PARAMETERS),
        iam::statement("ssm:PutParameter", PARAMETERS),
        iam::logs().replace("get-chapters", "rule-analytics-auth-callback"),
    ]
    .join(", ")
}

const FILE: &str = "arn:aws:s3:::example-data/analytics/auth-callback.csv";
/// Everything in the folder of the parameters.
pub const PARAMETERS: &str = "arn:aws:ssm:us-east-1:123456789012:parameter/function-rule-analytics-auth-callback/*";

pub const FUNCTION: &str = r#"{"Configuration":{"FunctionName":"rule-analytics-auth-callback","FunctionArn":"arn:aws:lambda:us-east-1:123456789012:function:rule-analytics-auth-callback","Runtime":"nodejs24.x","Role":"arn:aws:iam::123456789012:role/function-rule-analytics-auth-callback","Handler":"index.handler","CodeSize":900,"Description":"","Timeout":60,"MemorySize":128,"LastModified":"2026-01-02T00:00:00.000+0000","CodeSha256":"1","Version":"$LATEST","State":"Active","LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/rule-analytics-auth-callback"}},"Code":{"RepositoryType":"S3","Location":"https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/rule-analytics?X-Amz-Signature=CANARY"}}"#;
