//! The functions that train a random cut forest and infer with it, with their policies and roles, and that of SageMaker.
//!
//! In what answers for other things too, nothing stands that tests of those edit: the JSON here has no blanks.

use super::iam;
use crate::testing::answers::{Answers, ok};

/// The names of the policies and roles of the two functions.
pub const TRAINING: &str = "function-sagemaker-rcf-run-training";
pub const INFERENCE: &str = "function-sagemaker-rcf-run-inference";
/// What requests about the functions hold.
pub const TRAINING_FUNCTION: &str = "/sagemaker-rcf-run-training";
pub const INFERENCE_FUNCTION: &str = "/sagemaker-rcf-run-inference";
/// What requests about the role that SageMaker works under hold.
pub const EXECUTION_ROLE: &str = "RoleName=sagemaker-rcf";

/// The account, and these in it: behind what answers for other things.
pub fn done(account: Answers) -> Answers {
    let account = of_job(account, TRAINING, &trains());
    let account = of_job(account, INFERENCE, &infers());
    let own = iam::OWN_POLICIES.replace("own", "sagemaker-rcf");
    account
        .answers("s3:GetBucketNotificationConfiguration", ok(notifications(&[train(), infer()])))
        .answers_aside("lambda:GetPolicy", TRAINING_FUNCTION, ok(lets_in("sagemaker-rcf-run-training", FOR_BUCKET)))
        .answers_aside("lambda:GetPolicy", INFERENCE_FUNCTION, ok(lets_in("sagemaker-rcf-run-inference", FOR_BUCKET)))
        .answers_aside("lambda:GetFunction", TRAINING_FUNCTION, ok(function("sagemaker-rcf-run-training")))
        .answers_aside("lambda:GetFunction", INFERENCE_FUNCTION, ok(function("sagemaker-rcf-run-inference")))
        .answers_aside("iam:GetRole", EXECUTION_ROLE, ok(role("sagemaker-rcf", "sagemaker.amazonaws.com")))
        .answers_aside("iam:ListAttachedRolePolicies", EXECUTION_ROLE, ok(iam::attached(&[])))
        .answers_aside("iam:ListRolePolicies", EXECUTION_ROLE, ok(own))
        .answers_aside("iam:GetRolePolicy", EXECUTION_ROLE, ok(iam::own_policy(&handles_data())))
}

/// One of the functions.
pub fn function(name: &str) -> String {
    format!(
        r#"{{"Configuration":{{"FunctionName":"{name}","FunctionArn":"arn:aws:lambda:us-east-1:123456789012:function:{name}","Runtime":"python3.14","Role":"arn:aws:iam::123456789012:role/function-{name}","Handler":"lambda_function.lambda_handler","CodeSize":900,"Description":"","Timeout":30,"MemorySize":128,"LastModified":"2026-01-02T00:00:00.000+0000","CodeSha256":"1","Version":"$LATEST","State":"Active","LastUpdateStatus":"Successful","PackageType":"Zip","Architectures":["arm64"],"LoggingConfig":{{"LogFormat":"Text","LogGroup":"/aws/lambda/{name}"}}}},"Code":{{"RepositoryType":"S3","Location":"https://awslambda-us-east-1-tasks.s3.us-east-1.amazonaws.com/{name}?X-Amz-Signature=CANARY"}}}}"#
    )
}

fn of_job(account: Answers, name: &'static str, statements: &str) -> Answers {
    let of_role: &'static str = Box::leak(format!("RoleName={name}").into_boxed_str());
    let managed = iam::got_policy(name).replace("iam::aws:", "iam::123456789012:");
    let arn: &'static str = Box::leak(format!("123456789012:policy/{name}").into_boxed_str());
    account
        .answers_aside("iam:GetPolicy", name, ok(managed))
        .answers_aside("iam:GetPolicyVersion", name, ok(iam::version("v1", statements)))
        .answers_aside("iam:GetRole", of_role, ok(role(name, "lambda.amazonaws.com")))
        .answers_aside("iam:ListAttachedRolePolicies", of_role, ok(iam::attached(&[arn])))
}

/// A role for a service.
pub fn role(name: &str, service: &str) -> String {
    iam::got_role(&iam::trust(service)).replace("function-get-chapters", name)
}

/// The policies as lists show them.
pub fn policies() -> [String; 2] {
    [TRAINING, INFERENCE].map(|name| iam::policy("/", name, "v1"))
}

/// The roles as lists show them.
pub fn roles() -> [String; 3] {
    let for_sagemaker = iam::role("/", "sagemaker-rcf").replace("lambda%2Eamazonaws", "sagemaker%2Eamazonaws");
    [iam::role("/", TRAINING), iam::role("/", INFERENCE), for_sagemaker]
}

/// What the policy of the training function says.
pub fn trains() -> String {
    let statements = [
        on("sagemaker:CreateTrainingJob", "sagemaker:us-east-1:123456789012:training-job/*"),
        on("iam:PassRole", "iam::123456789012:role/sagemaker-rcf"),
        on("s3:GetObject", "s3:::example-data/analytics/auth-callback.csv"),
        on("s3:PutObject", "s3:::example-data/rcf/train/*"),
        on("ssm:PutParameter", "ssm:us-east-1:123456789012:parameter/function-sagemaker-rcf/*"),
        on("logs:*", "logs:us-east-1:123456789012:log-group:/aws/lambda/sagemaker-rcf-run-training:*"),
    ];
    statements.join(",")
}

/// What the policy of the inference function says.
pub fn infers() -> String {
    let statements = [
        on("sagemaker:DescribeTrainingJob", "sagemaker:us-east-1:123456789012:training-job/*"),
        on("sagemaker:CreateModel", "sagemaker:us-east-1:123456789012:model/*"),
        on("sagemaker:CreateTransformJob", "sagemaker:us-east-1:123456789012:transform-job/*"),
        on("iam:PassRole", "iam::123456789012:role/sagemaker-rcf"),
        on("ssm:GetParameter", "ssm:us-east-1:123456789012:parameter/function-sagemaker-rcf/*"),
        on("logs:*", "logs:us-east-1:123456789012:log-group:/aws/lambda/sagemaker-rcf-run-inference:*"),
    ];
    statements.join(",")
}

/// What SageMaker's role may do.
pub fn handles_data() -> String {
    let statements = [
        on("s3:ListBucket", "s3:::example-data"),
        on("s3:GetObject", "s3:::example-data/*"),
        on("s3:PutObject", "s3:::example-data/rcf/*"),
        iam::statement("ecr:*", "*"),
    ];
    statements.join(",")
}

/// A statement that allows the action on a resource, which begins behind the partition.
pub fn on(action: &str, resource: &str) -> String {
    iam::statement(action, &format!("arn:aws:{resource}"))
}

/// What a bucket tells others.
pub fn notifications(rows: &[String]) -> String {
    format!("<NotificationConfiguration>{}</NotificationConfiguration>", rows.concat())
}

/// The file of sign-ins calls the training function.
pub fn train() -> String {
    calls("sagemaker-rcf-run-training", "s3:ObjectCreated:*", "analytics/auth-callback", ".csv")
}

/// New files call the inference function.
pub fn infer() -> String {
    calls("sagemaker-rcf-run-inference", "s3:ObjectCreated:*", "rcf/input/", ".csv")
}

/// A function is called for an event of keys with a beginning and an end.
pub fn calls(function: &str, event: &str, prefix: &str, suffix: &str) -> String {
    let rule = |name: &str, value: &str| format!("<FilterRule><Name>{name}</Name><Value>{value}</Value></FilterRule>");
    let rules = rule("Prefix", prefix) + &rule("Suffix", suffix);
    format!(
        "<CloudFunctionConfiguration><Id>{function}</Id><Event>{event}</Event>\
         <CloudFunction>arn:aws:lambda:us-east-1:123456789012:function:{function}</CloudFunction>\
         <Filter><S3Key>{rules}</S3Key></Filter></CloudFunctionConfiguration>"
    )
}

/// The condition of a statement that is for the data bucket.
pub const FOR_BUCKET: &str =
    r#"{"StringEquals":{"AWS:SourceAccount":"123456789012"},"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::example-data"}}"#;

/// The policy that lets S3 call a function, with this condition.
pub fn lets_in(function: &str, condition: &str) -> String {
    let policy = format!(
        r#"{{"Version":"2012-10-17","Id":"default","Statement":[{{"Sid":"data-bucket","Effect":"Allow","Principal":{{"Service":"s3.amazonaws.com"}},"Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:123456789012:function:{function}","Condition":{condition}}}]}}"#
    );
    format!(r#"{{"RevisionId":"1","Policy":{}}}"#, serde_json::Value::from(policy))
}

/// The bucket tells EventBridge everything.
pub const TO_EVENT_BRIDGE: &str = "<EventBridgeConfiguration></EventBridgeConfiguration>";

/// A rule, as the list of all shows it, with this event pattern.
pub fn rule(name: &str, pattern: &serde_json::Value) -> String {
    let pattern = serde_json::Value::from(pattern.to_string());
    format!(
        r#"{{"Name":"{name}","Arn":"arn:aws:events:us-east-1:123456789012:rule/{name}","State":"ENABLED","EventBusName":"default","EventPattern":{pattern}}}"#
    )
}

/// A list of rules.
pub fn rules(rules: &[String]) -> String {
    format!(r#"{{"Rules":[{}]}}"#, rules.join(","))
}

/// What a rule leads to, with these settings of the target.
pub fn leads_to(function: &str, settings: &str) -> String {
    format!(
        r#"{{"Targets":[{{"Id":"1","Arn":"arn:aws:lambda:us-east-1:123456789012:function:{function}"{settings}}}]}}"#
    )
}

/// The account in which a rule calls the training function, under the role of the schedule.
pub fn ruled(account: Answers) -> Answers {
    let role = format!(r#","RoleArn":"arn:aws:iam::123456789012:role/{}""#, super::eventbridge::ROLE);
    account
        .answers("s3:GetBucketNotificationConfiguration", ok(notifications(&[TO_EVENT_BRIDGE.to_owned(), infer()])))
        .answers("events:ListRules", ok(rules(&[rule("train", &serde_json::json!({"source": ["aws.s3"]}))])))
        .answers("events:ListTargetsByRule", ok(leads_to("sagemaker-rcf-run-training", &role)))
}
