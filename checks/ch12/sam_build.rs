//! 12.e12: what `sam build` made of the application as it is now.

use crate::judge::sam::build;
use crate::outside::sam::{self, Built, SamApplication};
use crate::outside::tree::Tree;
use crate::verifier::prelude::*;

clauses! {
    APPLICATION: "your workspace has a SAM application", or "Exercise 12.e11 creates it.", at NO_PAGE;
    BUILT: "it was built",
        or "Run `sam build` in the folder of the template. Its answer ends in \"Build Succeeded\".", at NO_PAGE;
    TEMPLATE: "it was built from the template as it is now", or "Run `sam build` again.", at NO_PAGE;
    CODE: "it was built from the code as it is now", or "Run `sam build` again.", at NO_PAGE;
}

pub const READS: Reads = &[];

/// The application that was built; without one, the first.
fn application(tree: &Tree) -> Read<Found<SamApplication>> {
    let mut all = match sam::applications(tree)? {
        Found::Here(all) => all,
        Found::Missing(near) => return Ok(Found::Missing(near)),
    };
    let is_right = |of: &SamApplication| match sam::built(tree, of) {
        Ok(Found::Here(built)) => is_current(tree, of, &built),
        _ => false,
    };
    let is_built = |of: &SamApplication| matches!(sam::built(tree, of), Ok(Found::Here(_)));
    let chosen = all.iter().position(is_right).or_else(|| all.iter().position(is_built)).unwrap_or(0);
    Ok(Found::Here(all.swap_remove(chosen)))
}

fn is_current(tree: &Tree, of: &SamApplication, built: &Built) -> bool {
    let code = build::of_code(tree, of, built);
    build::of_template(tree, of, built).does_hold() && code.is_ok_and(|judged| !judged.does_fail())
}

pub async fn verify(_aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let tree = Tree::of(you);
    let found = tree.as_ref().map_err(Clone::clone).and_then(application);
    let of = it.finds(APPLICATION, found)?;
    let tree = tree.expect("the application was found in it");
    let built = it.finds(BUILT, sam::built(&tree, &of))?;
    it.expects(TEMPLATE, build::of_template(&tree, &of, &built));
    it.expects(CODE, build::of_code(&tree, &of, &built));
    Ok(())
}
