//! Whose a stack is: the learner's own, or that of a tool which deploys with CloudFormation.

use crate::services::cloudformation::{Stack, StackResource};

/// The stack in which SAM keeps its bucket for what it uploads (AWS SAM Developer Guide, "sam deploy").
pub const OF_SAM: &str = "aws-sam-cli-managed-default";
/// The tag that the stacks of SAM's own have.
const SAM_TAG: (&str, &str) = ("ManagedStackSource", "AwsSamCli");
/// What the toolkit of the CDK says of itself (AWS CDK Developer Guide, "AWS CDK bootstrapping").
pub const BOOTSTRAP_VERSION: &str = "BootstrapVersion";
/// The name that the toolkit has, unless somebody gave it another.
pub const TOOLKIT: &str = "CDKToolkit";
/// The macro by which SAM's templates become CloudFormation's.
pub const SAM_TRANSFORM: &str = "AWS::Serverless-2016-10-31";

/// What SAM or the CDK made for themselves.
pub fn is_of_tool(stack: &Stack) -> bool {
    let has_tag = stack.tags.iter().any(|(key, value)| (key.as_str(), value.as_str()) == SAM_TAG);
    stack.name == OF_SAM || has_tag || is_toolkit(stack)
}

/// The toolkit of the CDK, by its name or by what it says of itself.
pub fn is_toolkit(stack: &Stack) -> bool {
    stack.name == TOOLKIT || stack.output(BOOTSTRAP_VERSION).is_some()
}

/// The learner's own, and no part of another stack.
pub fn is_own(stack: &Stack) -> bool {
    !is_of_tool(stack) && !stack.is_nested
}

/// The stack of an application of the CDK: its template asks for the version of the toolkit, or counts how the CDK is used.
/// Where both were turned off, the names tell.
pub fn is_of_cdk(stack: &Stack, resources: &[StackResource]) -> bool {
    let asks = stack.parameters.iter().any(|key| key == BOOTSTRAP_VERSION);
    let is_marked = |one: &StackResource| one.kind == CDK_METADATA || has_name_of_cdk(&one.logical);
    !is_of_tool(stack) && (asks || resources.iter().any(is_marked))
}

/// Whether a name in a template ends in the eight digits of a hash that the CDK gives to what its constructs make (AWS CDK
/// Developer Guide, "Identifiers and the AWS CDK", logical IDs).
fn has_name_of_cdk(logical: &str) -> bool {
    let Some((_, hash)) = logical.len().checked_sub(8).and_then(|at| logical.split_at_checked(at)) else {
        return false;
    };
    let is_hash = hash.bytes().all(|c| c.is_ascii_digit() || (b'A'..=b'F').contains(&c));
    is_hash && hash.bytes().any(|c| c.is_ascii_digit()) && hash.bytes().any(|c| c.is_ascii_alphabetic())
}

/// A resource that makes nothing, and counts how the CDK is used.
pub const CDK_METADATA: &str = "AWS::CDK::Metadata";

/// What SAM makes of a function, in the names that it gives: a role for it, or an API (AWS SAM Developer Guide, "Generated
/// CloudFormation resources for AWS SAM").
pub fn has_names_of_sam(resources: &[StackResource]) -> bool {
    let of = |kind: &'static str| resources.iter().filter(move |resource| resource.kind == kind);
    let has_role = |function: &str| of("AWS::IAM::Role").any(|role| role.logical == format!("{function}Role"));
    let has_api =
        resources.iter().any(|one| ["ServerlessRestApi", "ServerlessHttpApi"].contains(&one.logical.as_str()));
    has_api || of("AWS::Lambda::Function").any(|function| has_role(&function.logical))
}
