//! What a stack has made.

use crate::judgement::Judgement;
use crate::services::cloudformation::StackResource;
use crate::wait;

pub const BUCKET: &str = "AWS::S3::Bucket";
pub const ROLE: &str = "AWS::IAM::Role";
pub const FUNCTION: &str = "AWS::Lambda::Function";
/// A stack within a stack.
pub const STACK: &str = "AWS::CloudFormation::Stack";

/// The resources of a kind that are made.
pub fn made<'a>(resources: &'a [StackResource], kind: &'a str) -> impl Iterator<Item = &'a StackResource> {
    resources.iter().filter(move |resource| resource.kind == kind && is_made(resource))
}

/// Whether it is there. One that could not be changed is there as it was before.
fn is_made(resource: &StackResource) -> bool {
    const MADE: [&str; 7] = [
        "CREATE_COMPLETE",
        "UPDATE_COMPLETE",
        "UPDATE_FAILED",
        "UPDATE_IN_PROGRESS",
        "UPDATE_ROLLBACK_COMPLETE",
        "IMPORT_COMPLETE",
        "ROLLBACK_COMPLETE",
    ];
    MADE.contains(&resource.status.as_str()) && !resource.physical.is_empty()
}

/// The stack has made something of the kind; `what` is such as `a bucket`.
pub fn has_made(resources: &[StackResource], kind: &str, what: &str) -> Judgement {
    if let Some(resource) = made(resources, kind).next() {
        return Judgement::holds(format!("{}, which is {}", resource.logical, resource.physical));
    }
    let expected = format!("{what} among its resources");
    let Some(other) = resources.iter().find(|resource| resource.kind == kind) else {
        let kinds: Vec<&str> = resources.iter().map(|resource| resource.kind.as_str()).collect();
        let found = if kinds.is_empty() { "no resources".to_owned() } else { kinds.join(", ") };
        return Judgement::absent(expected, found);
    };
    let found = match &other.reason {
        Some(reason) => format!("{}: {}: {reason}", other.logical, other.status),
        None => format!("{}: {}", other.logical, other.status),
    };
    if other.status == "CREATE_IN_PROGRESS" {
        return Judgement::waits(expected, found, wait::STACK);
    }
    Judgement::fails(expected, found)
}
