//! Texts of the catalog with the learner's own names in them.

use msl_learn_checks::Learner;

use super::WalkthroughPart;
use crate::failure::{Failure, Result};

/// Fills a template of the catalog with the learner's names.
///
/// # Errors
/// If it names a placeholder that does not exist.
pub fn fill(learner: &Learner, template: &str) -> Result<String> {
    let text = learner.fill(template).map_err(|error| {
        Failure::environment(format!("a text of this msl-learn is invalid: {error}"))
            .hint("This is a bug: please report it.")
    })?;
    // A practice account has no console.
    let heading = WalkthroughPart::Console.heading();
    let marked = || text.replace(&format!("{heading}\n"), &format!("{heading} (a practice account has none)\n"));
    Ok(if learner.practice { marked() } else { text })
}
