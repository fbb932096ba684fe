//! 12.e19: the application of the CDK, changed and deployed once more.

use crate::book::deploying;
use crate::ch12::cdk_deploy;
use crate::judge::cloudformation::status;
use crate::stacks::{Made, Wanted};
use crate::verifier::prelude::*;

clauses! {
    STACK: "{{ region }} has the stack of an application of the CDK", or "Exercise 12.e18 deploys it.", at cloudformation::CONSOLE;
    UPDATED: "the stack was updated, and the update is complete",
        or "Change something in the application's stack, look at it with `cdk diff`, and run `cdk deploy`.",
        at cloudformation::CONSOLE;
}

pub const READS: Reads = &[cloudformation::STACKS, cloudformation::RESOURCES];

const WANTED: Wanted<'static> = Wanted { name: deploying::CDK_STACK, fits: cdk_deploy::fits, has };

fn has(of: &Made) -> usize {
    usize::from(status::complete(&of.stack).does_hold()) + usize::from(status::updated(&of.stack).does_hold())
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let found = it.finds(STACK, WANTED.find(aws, you).await)?;
    it.expects(UPDATED, status::updated(&found.stack));
    Ok(())
}
