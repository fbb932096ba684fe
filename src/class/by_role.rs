//! What a class cannot see through its role, since it is about the learner's own machine or sign-in.

use super::kinds::{ClassAccounts, How};
use crate::catalog::Exercise;

/// The exercises that judge who signs in, or a file of the learner's workspace.
const ON_THE_MACHINE: [&str; 6] = [
    "ch04/aws_account",
    "ch05/api_export",
    "ch12/cdk_application",
    "ch12/layer_package",
    "ch12/sam_application",
    "ch12/sam_build",
];

/// Whether the role shows what the exercise is about.
pub fn is_seen(exercise: &Exercise) -> bool {
    exercise.asks.is_none() && !ON_THE_MACHINE.contains(&exercise.slug)
}

/// How a verdict on an exercise can come about.
pub fn ways(accounts: ClassAccounts, exercise: &Exercise) -> &'static [How] {
    match accounts {
        _ if exercise.asks.is_some() => &[How::Answered],
        ClassAccounts::Own if is_seen(exercise) => &[How::Seen, How::HandedIn, How::Practice],
        // Who is in a lab may hand in from a practice account.
        ClassAccounts::Own | ClassAccounts::Lab => &[How::HandedIn, How::Practice],
        ClassAccounts::Practice => &[How::Practice],
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::catalog;

    /// Whatever a verifier looks for in the workspace, or asks of the caller, is no other learner's.
    #[test]
    fn each_verifier_that_looks_at_the_machine_is_known() {
        let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("checks");
        let machine = ["outside::workspace", "outside::tree", "outside::sam", "outside::cdk", "aws.caller()"];
        for exercise in catalog::exercises().filter(|exercise| exercise.asks.is_none()) {
            let source = fs::read_to_string(checks.join(exercise.slug).with_extension("rs")).expect("a verifier");
            let looks = machine.iter().any(|word| source.contains(word));
            assert_eq!(looks, !is_seen(exercise), "{}", exercise.slug);
        }
    }
}
