//! The words of the bar that shows how far the start of a practice account has come.

use crate::practice::Phase;
use crate::ui::{Parts, Stage};

/// The stage that the bar shows for a phase.
pub fn stage(phase: Phase) -> Stage {
    let words = match phase {
        Phase::WaitingForAnother => "waiting for another msl-learn to finish",
        Phase::CreatingEnvironment => "making a Python environment for the practice account",
        Phase::WaitingForPackages => "asking for the practice account's packages",
        Phase::Fetching { done, total, package } => {
            let words = format!("installing {} of {total}: {package}", done + 1);
            return Stage { words, parts: Some(Parts { done, total }) };
        }
        Phase::Unpacking => "unpacking the packages",
        Phase::FetchingNode => "installing Node.js for functions (60 MB)",
        Phase::FetchingModules => "installing the AWS SDK for functions",
        Phase::Starting => "starting the practice account",
        Phase::WaitingForHealth => "waiting for its first answer",
    };
    Stage { words: words.to_owned(), parts: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_counted_from_one() {
        let stage = stage(Phase::Fetching { done: 0, total: 2, package: "h11" });
        assert_eq!((stage.words.as_str(), stage.parts), ("installing 1 of 2: h11", Some(Parts { done: 0, total: 2 })));
    }
}
