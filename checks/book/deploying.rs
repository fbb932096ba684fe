//! What deploys: the names of stacks, the role of CloudFormation, the group of those who deploy, and what they need.

use crate::aws::reader::{Name, name};
use crate::judge::iam::deployer::Task;
use crate::learner::Learner;

/// The role under which CloudFormation makes the stack.
pub const STACK_ROLE: &str = "cloudformation-website-stack";
/// The stack of exercises 12.e7 and 12.e8.
pub const STACK: &str = "website-stack";
/// The stack of SAM's application.
pub const SAM_STACK: &str = "hello-sam";
/// The stack of the CDK's application.
pub const CDK_STACK: &str = "HelloCdkStack";
/// The group of those who deploy.
pub const GROUP: &str = "serverless-deploy";
/// Functions that stacks make, whatever their names.
pub const STACK_FUNCTIONS: Name = name("Stacks", "*");

const CLOUDFORMATION: &str = "cloudformation.amazonaws.com";
const LAMBDA: &str = "lambda.amazonaws.com";

/// What CloudFormation does in the learner's name for the stack of the exercises.
pub fn of_stack(you: &Learner) -> Vec<Task> {
    let (bucket, roles, functions) = (buckets(you), roles(you), functions(you));
    let [role, function] = [format!("{roles}function-hello-world"), format!("{functions}hello-world")];
    vec![
        Task::new("s3:CreateBucket", &bucket, format!("{bucket}{}-stack", you.names.data_bucket)),
        Task::new("iam:CreateRole", &roles, &role),
        Task::new("iam:PassRole", &roles, role).to(LAMBDA),
        Task::new("lambda:CreateFunction", functions, function),
    ]
}

/// What those need who have CloudFormation change stacks, SAM's among them (AWS CloudFormation User Guide, "Control
/// CloudFormation access with AWS Identity and Access Management", resources of macros).
pub fn of_stacks(you: &Learner) -> Vec<Task> {
    let Learner { partition, region, account, .. } = you;
    let stacks = format!("arn:{partition}:cloudformation:{region}:{account}:stack/");
    let stack = format!("{stacks}{SAM_STACK}/1");
    let serverless = format!("arn:{partition}:cloudformation:{region}:aws:transform/Serverless-2016-10-31");
    vec![
        Task::new("cloudformation:CreateChangeSet", &stacks, &stack),
        Task::new("cloudformation:CreateChangeSet", &serverless, &serverless),
        Task::new("cloudformation:ExecuteChangeSet", &stacks, &stack),
        Task::new("cloudformation:DescribeStacks", &stacks, stack),
    ]
}

/// What those need whose tools upload code.
pub fn of_files(you: &Learner) -> Vec<Task> {
    let buckets = buckets(you);
    vec![Task::new("s3:PutObject", &buckets, format!("{buckets}aws-sam-cli-managed-default-source/code.zip"))]
}

/// What those need who have CloudFormation make functions and roles with their own permissions.
pub fn of_functions(you: &Learner) -> Vec<Task> {
    let (roles, functions) = (roles(you), functions(you));
    let role = format!("{roles}{SAM_STACK}-HelloWorldFunctionRole-1");
    vec![
        Task::new("iam:CreateRole", &roles, &role),
        Task::new("iam:PassRole", &roles, role).to(LAMBDA),
        Task::new("lambda:CreateFunction", &functions, format!("{functions}{SAM_STACK}-HelloWorldFunction-1")),
    ]
}

/// What those need who have CloudFormation make them under a role of its own.
pub fn of_role(you: &Learner) -> Task {
    Task::new("iam:PassRole", roles(you), format!("{}{STACK_ROLE}", roles(you))).to(CLOUDFORMATION)
}

/// What those need who deploy with the CDK: its toolkit has roles for that (AWS CDK Developer Guide, "AWS CDK bootstrapping").
pub fn of_cdk(you: &Learner) -> Vec<Task> {
    let toolkit = format!("{}cdk-", roles(you));
    let role = |purpose: &str| format!("{toolkit}hnb659fds-{purpose}-role-{}-{}", you.account, you.region);
    ["deploy", "file-publishing"]
        .map(|purpose| Task::new("sts:AssumeRole", &toolkit, role(purpose)).by_role_for(purpose))
        .to_vec()
}

/// What whoever makes the toolkit needs beside the rest.
pub fn of_toolkit(you: &Learner) -> Vec<Task> {
    let Learner { partition, region, account, .. } = you;
    let parameter = format!("arn:{partition}:ssm:{region}:{account}:parameter/cdk-bootstrap/hnb659fds/version");
    let repository =
        format!("arn:{partition}:ecr:{region}:{account}:repository/cdk-hnb659fds-container-assets-{account}-{region}");
    let role = format!("{}cdk-hnb659fds-deploy-role-{account}-{region}", roles(you));
    let bucket = format!("{}cdk-hnb659fds-assets-{account}-{region}", buckets(you));
    vec![
        Task::new("ssm:PutParameter", &parameter, &parameter),
        Task::new("ecr:CreateRepository", &repository, &repository),
        Task::new("iam:CreateRole", &role, &role),
        Task::new("s3:CreateBucket", &bucket, &bucket),
    ]
}

fn buckets(you: &Learner) -> String {
    format!("arn:{}:s3:::", you.partition)
}

fn roles(you: &Learner) -> String {
    format!("arn:{}:iam::{}:role/", you.partition, you.account)
}

fn functions(you: &Learner) -> String {
    format!("arn:{}:lambda:{}:{}:function:", you.partition, you.region, you.account)
}
