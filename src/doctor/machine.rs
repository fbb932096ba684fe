//! The program, the machine, and the two other programs that the exercises use.

use std::env::consts::{ARCH, OS};

use super::program::{Silent, version};
use super::{Condition, Observation};
use crate::practice;
use crate::workspace::Workspace;

/// The first version of the `aws` CLI that knows `aws login` (exercise 4.1).
const LOGIN: (u32, u32) = (2, 32);
const INSTALL_CLI: &str = "Install version 2 as the AWS CLI User Guide says under \"Installing or updating to the latest \
     version of the AWS CLI\". Everything can be done in the console as well.";
const PUT_ON_PATH: &str = "Run `eval \"$(msl-learn practice env)\"` in each terminal, which puts it on the path.";

pub fn observe(workspace: Option<&Workspace>) -> Vec<Observation> {
    let program = format!("msl-learn {} on {OS}, {ARCH}", env!("CARGO_PKG_VERSION"));
    let practice = workspace.is_some_and(|workspace| workspace.settings.practice);
    vec![Observation::ok("program", program), cli(version("aws"), practice), python(practice), node(practice)]
}

fn cli(version: Result<String, Silent>, practice: bool) -> Observation {
    const TOPIC: &str = "aws CLI";
    match version {
        Err(Silent::NotFound) if practice && practice::brings_cli() => {
            Observation::warning(TOPIC, "`aws` is not on the path, but came with msl-learn", PUT_ON_PATH)
        }
        Err(Silent::NotFound) => Observation::warning(TOPIC, "`aws` is not on the path", INSTALL_CLI),
        Err(Silent::Failed(why)) => Observation::warning(TOPIC, format!("`aws` {why}"), INSTALL_CLI),
        // A practice account needs no sign-in.
        Ok(line) if practice || number(&line).is_none_or(|number| number >= LOGIN) => Observation::ok(TOPIC, line),
        Ok(line) => Observation::warning(TOPIC, format!("{line}, which does not know `aws login`"), INSTALL_CLI),
    }
}

/// The version numbers in a line, such as `(2, 32)` of `aws-cli/2.32.1 Python/3.13 …`.
fn number(line: &str) -> Option<(u32, u32)> {
    let mut parts = line.strip_prefix("aws-cli/")?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// A practice account cannot be installed without Python; a real one does not need it.
fn python(practice: bool) -> Observation {
    const TOPIC: &str = "Python";
    match practice::python() {
        Ok(python) => Observation::ok(TOPIC, format!("{python}, for the practice account")),
        Err(failure) if practice && !practice::is_installed() => Observation::failed(TOPIC, &failure),
        Err(failure) => Observation { state: Condition::Warning, ..Observation::failed(TOPIC, &failure) },
    }
}

/// Functions in Node.js run on it in a practice account alone, and those in Python without it.
fn node(practice: bool) -> Observation {
    const TOPIC: &str = "Node.js";
    match practice::node() {
        Ok(node) => Observation::ok(TOPIC, format!("{node}, for functions")),
        Err(failure) if practice => Observation { state: Condition::Warning, ..Observation::failed(TOPIC, &failure) },
        Err(failure) => {
            Observation::not_checked(TOPIC, format!("{}; a practice account has a use for it", failure.message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cli_that_cannot_log_in_is_warned_about_in_a_real_account() {
        let state = |line: &str, practice| cli(Ok(line.to_owned()), practice).state;
        for old in
            ["aws-cli/1.44.2 Python/3.12.3 Linux/6.8 botocore/1.42.2", "aws-cli/2.31.39 Python/3.13.7 exe/x86_64"]
        {
            assert_eq!((state(old, false), state(old, true)), (Condition::Warning, Condition::Ok), "{old}");
        }
        for current in ["aws-cli/2.32.0 Python/3.13.7", "aws-cli/3.0.0", "something else"] {
            assert_eq!(state(current, false), Condition::Ok, "{current}");
        }
        assert_eq!(cli(Err(Silent::NotFound), true).state, Condition::Warning);
    }
}
