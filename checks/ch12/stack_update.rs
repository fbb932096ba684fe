//! 12.e8: the stack, updated with a role and a function.

use crate::book::deploying;
use crate::ch12::stack;
use crate::judge::cloudformation::resource::{
    BUCKET as OF_BUCKET, FUNCTION as OF_FUNCTION, ROLE as OF_ROLE, has_made, made,
};
use crate::judge::cloudformation::{owner, status};
use crate::judge::lambda::function;
use crate::services::lambda::Function;
use crate::stacks::{Made, Wanted};
use crate::verifier::prelude::*;

clauses! {
    STACK: "{{ region }} has a stack of your own with a bucket", or "Exercise 12.e7 creates it.", at cloudformation::CONSOLE;
    UPDATED: "its update is complete",
        or "Choose Update stack, Make a direct update, Replace existing template, and upload stacks/website.yaml.",
        at cloudformation::CONSOLE;
    BUCKET: "the bucket is still there",
        or "Leave the bucket in the template: what a template does not name any more is deleted.", at cloudformation::CONSOLE;
    ROLE: "the stack has made a role",
        or "Put a resource of the type AWS::IAM::Role into the template, and update the stack.", at cloudformation::CONSOLE;
    FUNCTION: "the stack has made a function",
        or "Put a resource of the type AWS::Lambda::Function into the template, and update the stack.",
        at cloudformation::CONSOLE;
    READY: "the function is there, and can be called",
        or "Read the reason in Lambda, put the template right, and update the stack.", at lambda::CONSOLE;
    DRIFT: "nothing of the stack is known to have been changed by hand",
        or "Open the stack, and choose Stack actions, View drift results.", at cloudformation::CONSOLE,
        pillar OperationalExcellence;
}

pub const READS: Reads = &[
    cloudformation::STACKS,
    cloudformation::RESOURCES,
    s3::BUCKET_OF_ANY_NAME,
    lambda::ANY_FUNCTION.named(deploying::STACK_FUNCTIONS),
];

const WANTED: Wanted<'static> = Wanted { has, ..stack::WANTED };

fn has(of: &Made) -> usize {
    let kinds = [OF_BUCKET, OF_ROLE, OF_FUNCTION];
    let made = kinds.into_iter().filter(|kind| made(&of.resources, kind).next().is_some()).count();
    made + usize::from(!owner::has_names_of_sam(&of.resources))
}

/// The update is seen by what it made. A stack that was made again with all that stands as well.
fn updated(of: &Made) -> Judgement {
    let has_function = made(&of.resources, OF_FUNCTION).next().is_some();
    if has_function { status::complete(&of.stack) } else { status::updated(&of.stack) }
}

/// The function that the stack has made can be called, as far as Lambda tells.
pub async fn ready(aws: &Aws, you: &Learner, of: &Made) -> Read<Judgement> {
    let Some(made) = made(&of.resources, OF_FUNCTION).next() else {
        return Ok(Judgement::skips("not checked until the stack has made a function"));
    };
    let name = &made.physical;
    Ok(match aws.function(you, name).await? {
        Found::Here(function) => answers(&function),
        Found::Missing(_) => {
            Judgement::fails(format!("the function {name}"), "it is not there: somebody deleted it by hand").advising(
                "What a stack has made is deleted by the stack. Take the function out of the template and update the stack, then \
                 put it in again.",
            )
        }
    })
}

fn answers(function: &Function) -> Judgement {
    let ready = function::ready(function);
    match &function.handler {
        Some(handler) if ready.does_hold() && !handler.contains('.') => ready.advising(format!(
            "Every call fails: the handler {handler} names no file. Set Handler to index.handler in the template, since inline \
             code is in a file named index, and update the stack."
        )),
        _ => ready,
    }
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let found = it.finds(STACK, WANTED.find(aws, you).await)?;
    it.expects(UPDATED, updated(&found));
    let (bucket, ready) = join!(stack::bucket(aws, you, &found), ready(aws, you, &found));
    it.expects(BUCKET, bucket);
    it.expects(ROLE, has_made(&found.resources, OF_ROLE, "a role"));
    it.expects(FUNCTION, has_made(&found.resources, OF_FUNCTION, "a function"));
    it.expects(READY, ready);
    it.expects(DRIFT, status::drift(&found.stack));
    Ok(())
}
