//! 12.e16: a CDK application in the learner's workspace.

use crate::judge::cdk;
use crate::outside::cdk::{self as outside, CdkApplication};
use crate::outside::tree::Tree;
use crate::verifier::prelude::*;

clauses! {
    APPLICATION: "your workspace has a CDK application",
        or "In an empty folder of your workspace, run `cdk init app --language typescript`; or copy starters/cdk-app to cdk-app.",
        at NO_PAGE;
    PROGRAM: "the file that cdk.json runs is there", or "Write the file, or mend the member app of cdk.json.", at NO_PAGE;
    LIBRARY: "it is built on version 2 of the library", or "Make a new application with `cdk init`.", at NO_PAGE;
    STACK: "its code defines a stack", or "Write a class that extends Stack, and make one in the app.", at NO_PAGE;
}

pub const READS: Reads = &[];

/// The application that is right; without one, the first.
fn application(tree: &Tree) -> Read<Found<CdkApplication>> {
    let mut all = match outside::applications(tree)? {
        Found::Here(all) => all,
        Found::Missing(near) => return Ok(Found::Missing(near)),
    };
    let holds = |read: Read<Judgement>| read.is_ok_and(|judged| judged.does_hold());
    let is_right = |of: &CdkApplication| {
        cdk::runs(tree, of).does_hold() && holds(cdk::library(tree, of)) && holds(cdk::stack(tree, of))
    };
    let right = all.iter().position(is_right).unwrap_or(0);
    Ok(Found::Here(all.swap_remove(right)))
}

pub async fn verify(_aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let tree = Tree::of(you);
    let found = tree.as_ref().map_err(Clone::clone).and_then(application);
    let of = it.finds(APPLICATION, found)?;
    it.expects(PROGRAM, tree.judged(|tree| cdk::runs(tree, &of)));
    it.expects(LIBRARY, tree.as_ref().map_err(Clone::clone).and_then(|tree| cdk::library(tree, &of)));
    it.expects(STACK, tree.as_ref().map_err(Clone::clone).and_then(|tree| cdk::stack(tree, &of)));
    Ok(())
}
