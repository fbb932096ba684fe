//! What a function's settings mean: its runtime, its state, and who may invoke it.

use crate::judgement::Judgement;
use crate::services::lambda::{Function, FunctionState};
use crate::services::logs::LogGroup;
use crate::wait;

/// The oldest runtimes that AWS still supports: a language, and the number after it (Lambda Developer Guide, "Lambda
/// runtimes", in November 2026). Newer ones are supported as well.
const SUPPORTED: &[(&str, u32)] = &[("nodejs", 22), ("python3.", 11)];

/// Until when AWS supported those before them (the same page, deprecation dates).
const DEPRECATED: &[(&str, &str)] = &[
    ("nodejs14.x", "2023-12-04"),
    ("nodejs16.x", "2024-06-12"),
    ("nodejs18.x", "2025-09-01"),
    ("nodejs20.x", "2026-04-30"),
    ("python3.8", "2024-10-14"),
    ("python3.9", "2025-12-15"),
    ("python3.10", "2026-10-31"),
];

const EXPECTED: &str = "a supported Node.js or Python, such as nodejs24.x or python3.14";

/// The function runs on a Node.js or Python that AWS supports.
pub fn supported_runtime(function: &Function) -> Judgement {
    let Some(runtime) = &function.runtime else {
        return Judgement::fails(EXPECTED, "a container image").advising(
            "A container image cannot be changed into a function with a runtime: delete the function, and create it \
             from scratch with a runtime of Node.js.",
        );
    };
    let number = |prefix: &str| runtime.strip_prefix(prefix)?.trim_end_matches(".x").parse::<u32>().ok();
    let supported = SUPPORTED.iter().any(|(prefix, oldest)| number(prefix).is_some_and(|number| number >= *oldest));
    if supported {
        return Judgement::holds(runtime);
    }
    match DEPRECATED.iter().find(|(name, _)| name == runtime) {
        Some((_, day)) => Judgement::fails(EXPECTED, format!("{runtime}, which AWS has not supported since {day}")),
        None => Judgement::fails(EXPECTED, runtime),
    }
}

/// The function can be called, and its latest change has been made.
pub fn ready(function: &Function) -> Judgement {
    let states = [("the function", &function.state), ("its last change", &function.last_update)];
    let judged = states.into_iter().map(|(what, state)| of_state(what, state));
    let judgement = judged.reduce(Judgement::and).expect("two states").but(throttled(function));
    match &function.vpc {
        Some(vpc) if judgement.does_hold() => Judgement::holds(format!("active, in the network {vpc}")).advising(
            "From a network of your own, the function reaches S3 and DynamoDB through gateway endpoints or a NAT gateway \
             alone. Without one, its requests end in a timeout: leave the network, which the book does without.",
        ),
        _ => judgement,
    }
}

/// Why every call of the function is refused (Lambda Developer Guide, "Configuring reserved concurrency").
pub fn throttled(function: &Function) -> Option<Judgement> {
    (function.reserved_concurrency == Some(0)).then(|| {
        Judgement::fails("a function that may run", "its reserved concurrency is 0: every call is throttled")
            .advising(format!(
                "Open the function: Configuration, Concurrency, Edit, Use unreserved account concurrency. Or with the CLI: aws lambda \
                 delete-function-concurrency --function-name {}",
                function.name
            ))
    })
}

fn of_state(what: &str, state: &FunctionState) -> Judgement {
    let said = |word: &str, reason: &str| match reason {
        "" => format!("{what}: {word}"),
        reason => format!("{what}: {word}: {reason}"),
    };
    match state {
        FunctionState::Ready => Judgement::holds("active"),
        FunctionState::Pending(reason) => {
            Judgement::waits("active", said("in progress", reason), wait::FUNCTION_CHANGE)
        }
        FunctionState::Asleep => Judgement::waits(
            "active",
            format!("{what}: inactive, since nothing has called it for weeks"),
            wait::FUNCTION_CHANGE,
        )
        .advising("Call it once with Test on its page: that call fails and wakes it, and those after it work."),
        FunctionState::Failed(reason) => Judgement::fails("active", said("failed", reason)),
        FunctionState::Other(word) => Judgement::fails("active", said(word, "")),
    }
}

/// The log group deletes its entries some day.
pub fn retention(group: Option<&LogGroup>) -> Judgement {
    match group.map(|group| group.retention_days) {
        Some(Some(days)) => Judgement::holds(format!("entries are kept for {days} days")),
        Some(None) => Judgement::fails("a number of days, such as 30", "entries never expire"),
        None => Judgement::skips("not checked until the log group is there"),
    }
}
