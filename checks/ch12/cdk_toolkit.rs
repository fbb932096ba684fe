//! 12.e17: the toolkit that the CDK deploys with.

use crate::judge::cloudformation::{owner, status};
use crate::services::cloudformation::Stack;
use crate::verifier::prelude::*;

clauses! {
    TOOLKIT: "{{ region }} has the toolkit of the CDK",
        or "Run `cdk bootstrap aws://{{ account }}/{{ region }}`.", at cloudformation::CONSOLE;
    COMPLETE: "its stack is complete", or "Open the stack, and read under Events what it waits for.", at cloudformation::CONSOLE;
    VERSION: "it is of version 6 or later, which applications of the CDK ask for",
        or "Run `cdk bootstrap aws://{{ account }}/{{ region }}` with a current CDK: that updates it.", at cloudformation::CONSOLE;
    BUCKET: "its bucket for files is there",
        or "Delete the stack CDKToolkit, and run `cdk bootstrap aws://{{ account }}/{{ region }}` once more.", at s3::CONSOLE;
}

pub const READS: Reads = &[cloudformation::STACKS, s3::BUCKET_OF_ANY_NAME];

/// What applications of the second version of the CDK ask for (AWS CDK Developer Guide, "AWS CDK bootstrapping").
const OLDEST: u32 = 6;

/// The toolkit that is furthest, whatever it is called, or where it was made instead.
async fn toolkit(aws: &Aws, you: &Learner) -> Read<Found<Stack>> {
    let toolkits = aws.stacks(you).await?.into_iter().filter(owner::is_toolkit);
    if let Some(best) = toolkits.max_by_key(|stack| (status::complete(stack).does_hold(), version(stack))) {
        return Ok(Found::Here(best));
    }
    let near = aws.stack_elsewhere(you, owner::is_toolkit).await.map(|(region, _)| NearMiss {
        found: format!("the toolkit in {region}"),
        advice: format!(
            "Each region has a toolkit of its own. Run `cdk bootstrap aws://{}/{}`; the one in {region} can stay.",
            you.account, you.region
        ),
    });
    Ok(Found::Missing(near))
}

fn version(stack: &Stack) -> Option<u32> {
    stack.output(owner::BOOTSTRAP_VERSION)?.trim().parse().ok()
}

fn recent(stack: &Stack) -> Judgement {
    let expected = format!("version {OLDEST} or later");
    match version(stack) {
        Some(version) if version >= OLDEST => Judgement::holds(format!("version {version}")),
        Some(version) => Judgement::fails(expected, format!("version {version}")),
        None => Judgement::fails(expected, "no output BootstrapVersion: a toolkit of the first CDK"),
    }
}

async fn bucket(aws: &Aws, you: &Learner, stack: &Stack) -> Read<Judgement> {
    let Some(name) = stack.output("BucketName") else {
        return Ok(Judgement::fails("an output BucketName", "no such output"));
    };
    Ok(match aws.bucket(you, name).await? {
        Found::Here(_) => Judgement::holds(format!("the bucket {name}")),
        Found::Missing(_) => Judgement::fails(format!("the bucket {name}"), "it is not there"),
    })
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let stack = it.finds(TOOLKIT, toolkit(aws, you).await)?;
    let complete = status::complete(&stack);
    let stands = complete.does_hold();
    it.expects(COMPLETE, complete);
    if !stands {
        it.skips(VERSION, "not checked until the stack is complete");
        it.skips(BUCKET, "not checked until the stack is complete");
        return Ok(());
    }
    it.expects(VERSION, recent(&stack));
    it.expects(BUCKET, bucket(aws, you, &stack).await);
    Ok(())
}
