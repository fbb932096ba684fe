//! 8.9: two parameters say how far the processing has come, and how much it takes at a time.

use crate::judge::ssm::parameter;
use crate::report::Clause;
use crate::verifier::prelude::*;

clauses! {
    START: "{{ region }} has the parameter /function-rule-analytics-auth-callback/next-start-iso-timestamp",
        or "In Systems Manager, under Parameter Store, create it in {{ region }} under its whole name, with the type String.", at ssm::CONSOLE;
    TIME: "its value is a time in the form of ISO 8601",
        or "Edit the parameter, and set its value to a time such as 2026-11-01T00:00:00.000Z.", at ssm::CONSOLE;
    INTERVAL: "{{ region }} has the parameter /function-rule-analytics-auth-callback/interval-milliseconds",
        or "In Systems Manager, under Parameter Store, create it in {{ region }} under its whole name, with the type String.", at ssm::CONSOLE;
    LENGTH: "its value is a number of milliseconds",
        or "Edit the parameter, and set its value to a number alone, such as 86400000 for a day.", at ssm::CONSOLE;
}

pub const READS: Reads = &[ssm::PARAMETERS.named(book::RULE_PARAMETERS)];

/// What the function has moved on since is as right as what was set here.
pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let [start, interval] = match aws.parameters(you, [book::NEXT_START, book::INTERVAL]).await {
        Ok(both) => both.map(Ok),
        Err(fault) => [Err(fault.clone()), Err(fault)],
    };
    judged(it, [START, TIME], start, |start| parameter::time(start, aws.now()));
    judged(it, [INTERVAL, LENGTH], interval, parameter::length);
    Ok(())
}

/// Judges whether the parameter is there, and what its value says.
fn judged(
    it: &mut Report<'_>,
    [there, value]: [Clause; 2],
    parameter: Read<Found<ssm::Parameter>>,
    says: impl Fn(&ssm::Parameter) -> Judgement,
) {
    it.expects(
        value,
        parameter.judged(|found| match found {
            Found::Here(parameter) => says(parameter),
            Found::Missing(_) => Judgement::skips("not checked until the parameter is there"),
        }),
    );
    it.expects(there, parameter.map(|found| found.judged(|parameter| Judgement::holds(parameter.to_string()))));
}
