//! 12.e7: a stack that has made a bucket.

use crate::book::deploying;
use crate::judge::cloudformation::resource::{BUCKET as OF_BUCKET, has_made, made};
use crate::judge::cloudformation::{owner, status};
use crate::stacks::{Made, Wanted};
use crate::verifier::prelude::*;

clauses! {
    STACK: "{{ region }} has a stack of your own",
        or "In CloudFormation, switch to {{ region }}, choose Create stack, With new resources, and upload stacks/bucket.yaml.",
        at cloudformation::CONSOLE;
    COMPLETE: "the stack is complete", or "Open the stack, and read under Events what it waits for.", at cloudformation::CONSOLE;
    BUCKET: "the stack has made a bucket, which is there",
        or "Put a resource of the type AWS::S3::Bucket into the template, and update the stack.", at cloudformation::CONSOLE;
}

pub const READS: Reads = &[cloudformation::STACKS, cloudformation::RESOURCES, s3::BUCKET_OF_ANY_NAME];

/// A stack of the learner's own with a bucket, or one that is meant to have one.
pub const WANTED: Wanted<'static> = Wanted { name: deploying::STACK, fits, has };

fn fits(of: &Made) -> bool {
    let is_of_tool = owner::is_of_cdk(&of.stack, &of.resources) || owner::has_names_of_sam(&of.resources);
    let has_bucket = of.resources.iter().any(|resource| resource.kind == OF_BUCKET);
    of.stack.name == deploying::STACK || !owner::is_of_cdk(&of.stack, &of.resources) && (has_bucket || !is_of_tool)
}

fn has(of: &Made) -> usize {
    let is_complete = status::complete(&of.stack).does_hold();
    usize::from(is_complete) + usize::from(made(&of.resources, OF_BUCKET).next().is_some())
}

/// The bucket is among what the stack has made, and nobody deleted it by hand.
pub async fn bucket(aws: &Aws, you: &Learner, of: &Made) -> Read<Judgement> {
    let judgement = has_made(&of.resources, OF_BUCKET, "a bucket");
    let Some(bucket) = made(&of.resources, OF_BUCKET).next() else { return Ok(judgement) };
    let name = &bucket.physical;
    Ok(match aws.bucket(you, name).await? {
        Found::Here(_) => judgement,
        Found::Missing(_) => {
            Judgement::fails(format!("the bucket {name}"), "it is not there: somebody deleted it by hand").advising(
                format!(
                    "What a stack has made is deleted by the stack. Delete the stack {}, and create it again.",
                    of.stack.name
                ),
            )
        }
    })
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let found = it.finds(STACK, WANTED.find(aws, you).await)?;
    it.expects(COMPLETE, status::complete(&found.stack));
    it.expects(BUCKET, bucket(aws, you, &found).await);
    Ok(())
}
