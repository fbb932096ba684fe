//! 12.e18: the stack of an application of the CDK.

use crate::book::deploying;
use crate::judge::cloudformation::resource::made;
use crate::judge::cloudformation::{owner, status};
use crate::stacks::{Made, Wanted};
use crate::verifier::prelude::*;

clauses! {
    STACK: "{{ region }} has the stack of an application of the CDK",
        or "Run `cdk deploy` in the folder of the application.", at cloudformation::CONSOLE;
    COMPLETE: "the stack is complete", or "Open the stack, and read under Events what it waits for.", at cloudformation::CONSOLE;
    MADE: "the stack has made something",
        or "Put a construct such as a bucket into the application's stack, and run `cdk deploy`.", at cloudformation::CONSOLE;
}

pub const READS: Reads = &[cloudformation::STACKS, cloudformation::RESOURCES];

const WANTED: Wanted<'static> = Wanted { name: deploying::CDK_STACK, fits, has };

pub fn fits(of: &Made) -> bool {
    owner::is_of_cdk(&of.stack, &of.resources) || of.stack.name == deploying::CDK_STACK
}

fn has(of: &Made) -> usize {
    usize::from(status::complete(&of.stack).does_hold()) + usize::from(first(of).is_some())
}

/// The kind and the name of the first thing that the stack has made.
fn first(of: &Made) -> Option<String> {
    let kinds = of.resources.iter().map(|resource| resource.kind.as_str()).filter(|kind| *kind != owner::CDK_METADATA);
    let mut all = kinds.flat_map(|kind| made(&of.resources, kind));
    all.next().map(|resource| format!("{}, which is {}", resource.logical, resource.physical))
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let found = it.finds(STACK, WANTED.find(aws, you).await)?;
    it.expects(COMPLETE, status::complete(&found.stack));
    it.expects(
        MADE,
        match first(&found) {
            Some(first) => Judgement::holds(first),
            None => Judgement::fails("something", "nothing but what counts how the CDK is used"),
        },
    );
    Ok(())
}
