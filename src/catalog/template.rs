//! Texts of the catalog with the learner's own names in them.

use msl_learn_checks::Learner;

use crate::failure::{Failure, Result};

/// Fills a template of the catalog with the learner's names.
///
/// # Errors
/// If it names a placeholder that does not exist.
pub fn fill(learner: &Learner, template: &str) -> Result<String> {
    learner.fill(template).map_err(|error| {
        Failure::environment(format!("a text of this msl-learn is invalid: {error}"))
            .hint("This is a bug: please report it.")
    })
}
