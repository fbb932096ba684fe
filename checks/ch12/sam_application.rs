//! 12.e11: a SAM application in the learner's workspace.

use crate::judge::sam::application;
use crate::outside::sam::{self, SamApplication};
use crate::outside::tree::Tree;
use crate::verifier::prelude::*;

clauses! {
    TEMPLATE: "your workspace has a template of SAM that can be read",
        or "Run `sam init` in your workspace, or copy starters/sam-app to sam-app.", at NO_PAGE;
    FUNCTION: "it describes a function",
        or "Add a resource of the type AWS::Serverless::Function.", at NO_PAGE;
    CODE: "the code of its functions is where it says",
        or "Mend CodeUri and Handler: paths begin at the template.", at NO_PAGE;
}

pub const READS: Reads = &[];

/// The application that is right; without one, the first.
fn application(tree: &Tree) -> Read<Found<SamApplication>> {
    let mut all = match sam::applications(tree)? {
        Found::Here(all) => all,
        Found::Missing(near) => return Ok(Found::Missing(near)),
    };
    let is_right = |of: &SamApplication| {
        application::has_function(&of.template).does_hold() && application::has_code(tree, of).does_hold()
    };
    let right = all.iter().position(is_right).unwrap_or(0);
    Ok(Found::Here(all.swap_remove(right)))
}

pub async fn verify(_aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let tree = Tree::of(you);
    let found = tree.as_ref().map_err(Clone::clone).and_then(application);
    let of = it.finds(TEMPLATE, found)?;
    it.expects(FUNCTION, application::has_function(&of.template));
    it.expects(CODE, tree.judged(|tree| application::has_code(tree, &of)));
    Ok(())
}
