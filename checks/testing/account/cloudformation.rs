//! Stacks: the learner's, and those that SAM and the CDK keep for themselves.

use crate::testing::account::iam;
use crate::testing::answers::{Answers, ok};

const STACKS: &str = "cloudformation:DescribeStacks";
const RESOURCES: &str = "cloudformation:ListStackResources";

/// The account, and these in it.
pub fn done(account: Answers) -> Answers {
    let account = account
        .answers(STACKS, ok(all()))
        .answers(RESOURCES, ok(resources(&[])))
        .answers_to(RESOURCES, "website-stack", ok(resources(&of_website())))
        .answers_to(RESOURCES, "hello-sam", ok(resources(&of_sam())))
        .answers_to(RESOURCES, "HelloCdkStack", ok(resources(&of_cdk())))
        .answers("cloudformation:GetTemplateSummary", ok(summary("")))
        .answers_to("cloudformation:GetTemplateSummary", "hello-sam", ok(summary(SAM)));
    iam::service_role(account, ROLE, "cloudformation.amazonaws.com", &makes())
}

/// The account before anything is deployed, in whatever region.
pub fn without(account: Answers) -> Answers {
    account.answers(STACKS, ok(stacks(&[])))
}

/// The role under which CloudFormation makes the stack.
pub const ROLE: &str = "cloudformation-website-stack";
/// The macro of SAM.
pub const SAM: &str = "<member>AWS::Serverless-2016-10-31</member>";

/// What that role may do.
pub fn makes() -> String {
    [
        iam::statement("s3:*", "arn:aws:s3:::example-data-stack"),
        iam::statement("iam:CreateRole", "arn:aws:iam::123456789012:role/function-hello-world"),
        iam::statement("iam:PassRole", "arn:aws:iam::123456789012:role/function-hello-world"),
        iam::statement("lambda:*", "arn:aws:lambda:us-east-1:123456789012:function:hello-world"),
    ]
    .join(", ")
}

/// Every stack of the account.
pub fn all() -> String {
    let tag = "<Tags><member><Key>ManagedStackSource</Key><Value>AwsSamCli</Value></member></Tags>";
    stacks(&[
        stack("website-stack", "UPDATE_COMPLETE", IN_SYNC),
        stack("hello-sam", "CREATE_COMPLETE", ""),
        stack("aws-sam-cli-managed-default", "CREATE_COMPLETE", tag),
        stack("CDKToolkit", "CREATE_COMPLETE", &toolkit("32")),
        stack("HelloCdkStack", "UPDATE_COMPLETE", OF_CDK),
    ])
}

/// What somebody found who looked for drift.
pub const IN_SYNC: &str = "<DriftInformation><StackDriftStatus>IN_SYNC</StackDriftStatus></DriftInformation>";
/// What AWS says of every stack before that.
const NOT_CHECKED: &str = "<DriftInformation><StackDriftStatus>NOT_CHECKED</StackDriftStatus></DriftInformation>";
/// By this an application of the CDK asks for its toolkit.
pub const OF_CDK: &str = "<Parameters><member><ParameterKey>BootstrapVersion</ParameterKey>
    <ParameterValue>/cdk-bootstrap/hnb659fds/version</ParameterValue></member></Parameters>";

/// What the toolkit of a version says of itself.
pub fn toolkit(version: &str) -> String {
    format!(
        "<Outputs><member><OutputKey>BootstrapVersion</OutputKey><OutputValue>{version}</OutputValue></member>
         <member><OutputKey>BucketName</OutputKey><OutputValue>example-data</OutputValue></member></Outputs>"
    )
}

/// A list of stacks.
pub fn stacks(members: &[String]) -> String {
    format!(
        "<DescribeStacksResponse><DescribeStacksResult><Stacks>{}</Stacks></DescribeStacksResult></DescribeStacksResponse>",
        members.concat()
    )
}

/// A stack in that state, and what else is said of it.
pub fn stack(name: &str, status: &str, more: &str) -> String {
    let drift = if more.contains("<DriftInformation>") { "" } else { NOT_CHECKED };
    format!(
        "<member><StackName>{name}</StackName><StackId>arn:aws:cloudformation:us-east-1:123456789012:stack/{name}/1</StackId>
         <CreationTime>2026-01-01T00:00:00Z</CreationTime><LastUpdatedTime>2026-01-02T00:00:00Z</LastUpdatedTime>
         <StackStatus>{status}</StackStatus>{drift}{more}</member>"
    )
}

/// A list of what a stack has made.
pub fn resources(members: &[String]) -> String {
    format!(
        "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>{}</StackResourceSummaries>
         </ListStackResourcesResult></ListStackResourcesResponse>",
        members.concat()
    )
}

/// One thing that a stack has made, in that state.
pub fn resource(logical: &str, kind: &str, physical: &str, status: &str) -> String {
    format!(
        "<member><LogicalResourceId>{logical}</LogicalResourceId><ResourceType>{kind}</ResourceType>
         <PhysicalResourceId>{physical}</PhysicalResourceId><ResourceStatus>{status}</ResourceStatus>
         <LastUpdatedTimestamp>2026-01-02T00:00:00Z</LastUpdatedTimestamp></member>"
    )
}

/// What the stack of exercise 12.e8 has made.
pub fn of_website() -> [String; 3] {
    [
        resource("Bucket", "AWS::S3::Bucket", "example-data", "CREATE_COMPLETE"),
        resource("FunctionRole", "AWS::IAM::Role", "function-hello-world", "CREATE_COMPLETE"),
        resource("Hello", "AWS::Lambda::Function", "get-chapters", "CREATE_COMPLETE"),
    ]
}

/// What the application of SAM has made.
pub fn of_sam() -> [String; 2] {
    [
        resource("HelloWorldFunctionRole", "AWS::IAM::Role", "hello-sam-HelloWorldFunctionRole-1", "CREATE_COMPLETE"),
        resource("HelloWorldFunction", "AWS::Lambda::Function", "get-chapters", "CREATE_COMPLETE"),
    ]
}

/// What the application of the CDK has made.
pub fn of_cdk() -> [String; 2] {
    [
        resource("Files8E6940B8", "AWS::S3::Bucket", "hellocdkstack-files8e6940b8-1", "CREATE_COMPLETE"),
        resource("CDKMetadata", "AWS::CDK::Metadata", "1", "CREATE_COMPLETE"),
    ]
}

/// What a template has macros of AWS do.
pub fn summary(transforms: &str) -> String {
    format!(
        "<GetTemplateSummaryResponse><GetTemplateSummaryResult><DeclaredTransforms>{transforms}</DeclaredTransforms>
         </GetTemplateSummaryResult></GetTemplateSummaryResponse>"
    )
}
