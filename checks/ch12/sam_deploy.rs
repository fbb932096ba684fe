//! 12.e13: the stack of SAM's application.

use futures_util::future::try_join_all;

use crate::book::deploying;
use crate::ch12::stack_update;
use crate::judge::cloudformation::resource::{FUNCTION as OF_FUNCTION, has_made, made};
use crate::judge::cloudformation::{owner, status};
use crate::stacks::{IN_REVIEW, Made, Wanted};
use crate::verifier::prelude::*;

clauses! {
    STACK: "{{ region }} has the stack of an application of SAM",
        or "Run `sam deploy --guided` in the folder of the application.", at cloudformation::CONSOLE;
    COMPLETE: "the stack is complete", or "Open the stack, and read under Events what it waits for.", at cloudformation::CONSOLE;
    FUNCTION: "the stack has made a function",
        or "Put a resource of the type AWS::Serverless::Function into template.yaml, then run `sam build` and `sam deploy`.",
        at cloudformation::CONSOLE;
    READY: "the function is there, and can be called",
        or "Read the reason in Lambda, put the template right, then run `sam build` and `sam deploy`.", at lambda::CONSOLE;
}

pub const READS: Reads = &[
    cloudformation::STACKS,
    cloudformation::RESOURCES,
    cloudformation::TRANSFORMS,
    lambda::ANY_FUNCTION.named(deploying::STACK_FUNCTIONS),
];

const WANTED: Wanted<'static> = Wanted { name: deploying::SAM_STACK, fits, has };

fn fits(of: &Made) -> bool {
    !owner::is_of_cdk(&of.stack, &of.resources)
}

fn has(of: &Made) -> usize {
    let is_complete = status::complete(&of.stack).does_hold();
    usize::from(is_complete) + usize::from(made(&of.resources, OF_FUNCTION).next().is_some())
}

/// The application's stack that is furthest. Its template declares SAM's macro. A practice account has no such macro: there
/// the names tell that SAM gives to what it makes.
async fn application(aws: &Aws, you: &Learner) -> Read<Found<Made>> {
    let mut stacks = WANTED.fitting(aws, you).await?;
    let are_of_sam = try_join_all(stacks.iter().map(|of| is_of_sam(aws, you, of))).await?;
    let mut are_of_sam = are_of_sam.into_iter();
    stacks.retain(|_| are_of_sam.next() == Some(true));
    match stacks.into_iter().rev().max_by_key(has) {
        Some(best) => Ok(Found::Here(best)),
        None => Ok(Found::Missing(WANTED.elsewhere(aws, you).await)),
    }
}

/// A stack in review has no template yet that AWS would tell of.
async fn is_of_sam(aws: &Aws, you: &Learner, of: &Made) -> Read<bool> {
    let Made { stack, resources } = of;
    let is_named = stack.name == deploying::SAM_STACK;
    if you.practice {
        return Ok(is_named || stack.name != deploying::STACK && owner::has_names_of_sam(resources));
    }
    if is_named && stack.status == IN_REVIEW {
        return Ok(true);
    }
    let transforms = aws.stack_transforms(you, &stack.name).await?;
    Ok(transforms.iter().any(|transform| transform == owner::SAM_TRANSFORM))
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let found = it.finds(STACK, application(aws, you).await)?;
    it.expects(COMPLETE, status::complete(&found.stack));
    it.expects(FUNCTION, has_made(&found.resources, OF_FUNCTION, "a function"));
    it.expects(READY, stack_update::ready(aws, you, &found).await);
    Ok(())
}
