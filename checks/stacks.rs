//! The learner's stack among those of the region: told from those of tools, and, of several, the one that is furthest.

use futures_util::future::try_join_all;

use crate::judge::cloudformation::{owner, resource};
use crate::services::cloudformation::{Stack, StackResource};
use crate::verifier::prelude::*;

/// How many stacks are looked into: a learner makes a handful.
const MOST: usize = 10;
/// Such a stack has made nothing, and AWS lists no resources of it.
pub const IN_REVIEW: &str = "REVIEW_IN_PROGRESS";

/// A stack and what it has made.
#[derive(Clone, Debug)]
pub struct Made {
    pub stack: Stack,
    pub resources: Vec<StackResource>,
}

impl std::fmt::Display for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.stack.fmt(f)
    }
}

/// How to tell the stack that an exercise is about.
pub struct Wanted<'a> {
    /// The name that the walkthrough gives it.
    pub name: &'a str,
    /// Whether a stack with these resources can be it.
    pub fits: fn(&Made) -> bool,
    /// How much of what the exercise asks for is there.
    pub has: fn(&Made) -> usize,
}

impl Wanted<'_> {
    /// The stack that the exercise is about, or where a beginner has put it instead.
    pub async fn find(&self, aws: &Aws, you: &Learner) -> Read<Found<Made>> {
        let mut stacks = self.fitting(aws, you).await?;
        stacks.sort_by_key(|made| (made.stack.name != self.name, std::cmp::Reverse((self.has)(made))));
        let most = stacks.iter().map(self.has).max();
        match stacks.into_iter().find(|made| Some((self.has)(made)) == most) {
            Some(best) => Ok(Found::Here(best)),
            None => Ok(Found::Missing(self.elsewhere(aws, you).await)),
        }
    }

    /// The stacks of the learner's own that can be it.
    pub async fn fitting(&self, aws: &Aws, you: &Learner) -> Read<Vec<Made>> {
        let mut own = aws.stacks(you).await?;
        own.retain(owner::is_own);
        own.sort_by_key(|stack| stack.name != self.name);
        own.truncate(MOST);
        let mut all = try_join_all(own.into_iter().map(|stack| with_resources(aws, you, stack))).await?;
        all.retain(self.fits);
        Ok(all)
    }

    /// Whether it is in another region; what cannot be read is no near miss.
    pub async fn elsewhere(&self, aws: &Aws, you: &Learner) -> Option<NearMiss> {
        let (region, stack) = aws.stack_elsewhere(you, |stack| stack.name == self.name).await?;
        Some(NearMiss::in_region("stack", &stack.name, region, &you.region))
    }
}

/// The stack with what it has made, itself and by the stacks that are parts of it.
pub async fn with_resources(aws: &Aws, you: &Learner, stack: Stack) -> Read<Made> {
    if stack.status == IN_REVIEW {
        return Ok(Made { stack, resources: Vec::new() });
    }
    let mut resources = aws.stack_resources(you, &stack.name).await?;
    let parts: Vec<String> = resource::made(&resources, resource::STACK).filter_map(name_of_part).take(MOST).collect();
    for made in try_join_all(parts.iter().map(|part| aws.stack_resources(you, part))).await? {
        resources.extend(made);
    }
    Ok(Made { stack, resources })
}

/// The name in the ARN of a stack: `arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID`.
fn name_of_part(part: &StackResource) -> Option<String> {
    part.physical.split('/').nth(1).map(str::to_owned)
}
