//! The function that sends an e-mail for every message of the topic, with its policy, its role and its subscription.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::{iam, sns};
use crate::testing::answers::{Answers, ok};

/// The account, and these in it: behind what answers for the other functions.
pub fn done(account: Answers) -> Answers {
    account
        .answers("sns:ListSubscriptionsByTopic", ok(subscriptions(&[("lambda", ARN)])))
        .answers("sns:GetSubscriptionAttributes", ok(attributes("")))
        .answers_aside("lambda:GetFunction", "/sns-send-email", ok(FUNCTION))
        .answers_aside("lambda:GetPolicy", "/sns-send-email", ok(lets_in(FOR_TOPIC)))
        .answers_aside("iam:GetRole", ROLE_NAME, ok(role(&iam::trust("lambda.amazonaws.com"))))
        .answers_aside(
            "iam:ListAttachedRolePolicies",
            ROLE_NAME,
            ok(iam::attached(&["123456789012:policy/function-sns-send-email"])),
        )
        .answers_aside("iam:GetPolicy", NAME, ok(iam::got_policy(NAME).replace("iam::aws:", "iam::123456789012:")))
        .answers_aside("iam:GetPolicyVersion", NAME, ok(iam::version("v1", &needed())))
}

/// The name of the policy, and of the role.
pub const NAME: &str = "function-sns-send-email";
/// What requests about the role hold.
pub const ROLE_NAME: &str = "RoleName=function-sns-send-email";
/// The ARN of the function.
pub const ARN: &str = "arn:aws:lambda:us-east-1:123456789012:function:sns-send-email";

/// The role with the statements of its trust policy.
pub fn role(trust: &str) -> String {
    iam::got_role(trust).replace("function-get-chapters", NAME)
}

/// All that the function needs, a statement each.
pub fn needed() -> String {
    [
        iam::statement("ses:SendEmail", "arn:aws:ses:us-east-1:123456789012:identity/*"),
        iam::logs().replace("get-chapters", "sns-send-email"),
    ]
    .join(", ")
}

/// The condition under which the topic, and no other, may call.
pub const FOR_TOPIC: &str = r#",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":\"arn:aws:sns:us-east-1:123456789012:function-sns-send-email\"}}"#;

/// The function's policy, with a condition on who calls.
pub fn lets_in(condition: &str) -> String {
    format!(
        r#"{{"RevisionId":"1","Policy":"{{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{{\"Sid\":\"topic\",\"Effect\":\"Allow\",\"Principal\":{{\"Service\":\"sns.amazonaws.com\"}},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"{ARN}\"{condition}}}]}}"}}"#
    )
}

/// The subscriptions of the topic: protocol and endpoint of each.
pub fn subscriptions(all: &[(&str, &str)]) -> String {
    let member = |(protocol, endpoint): &(&str, &str)| {
        format!(
            "<member><SubscriptionArn>{}:1</SubscriptionArn><Owner>123456789012</Owner><TopicArn>{}</TopicArn>\
             <Protocol>{protocol}</Protocol><Endpoint>{endpoint}</Endpoint></member>",
            sns::ARN,
            sns::ARN
        )
    };
    let members: String = all.iter().map(member).collect();
    format!(
        "<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>{members}</Subscriptions>\
         </ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>"
    )
}

/// A subscription's attributes, with more of them.
pub fn attributes(more: &str) -> String {
    format!(
        "<GetSubscriptionAttributesResponse><GetSubscriptionAttributesResult><Attributes>{}{more}</Attributes>\
         </GetSubscriptionAttributesResult></GetSubscriptionAttributesResponse>",
        sns::entry("RawMessageDelivery", "false")
    )
}

pub const FUNCTION: &str = r#"{"Configuration":{"FunctionName":"sns-send-email","FunctionArn":"arn:aws:lambda:us-east-1:123456789012:function:sns-send-email","Runtime":"nodejs24.x","Role":"arn:aws:iam::123456789012:role/function-sns-send-email","Handler":"index.handler","CodeSize":900,"Description":"","Timeout":10,"MemorySize":128,"LastModified":"2026-01-02T00:00:00.000+0000","CodeSha256":"1","Version":"$LATEST","State":"Active","LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/sns-send-email"}},"Code":{"RepositoryType":"S3","Location":"https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/sns-send-email?X-Amz-Signature=CANARY"}}"#;
