//! 12.e4: a state machine that can run.

use crate::judge::sfn as judge;
use crate::permission;
use crate::services::sfn::{self, StateMachine};
use crate::verifier::prelude::*;

clauses! {
    MACHINE: "your account has a state machine in {{ region }}",
        or "In Step Functions, choose Create state machine, and put in the definition.", at sfn::CONSOLE;
    DEFINITION: "its definition leads from its first state to an end",
        or "Mend what the message names in the definition: on the page of the state machine, choose Edit.", at sfn::CONSOLE;
    ROLE: "Step Functions may take on its role, which may do what its tasks ask for",
        or "Edit the role: its trust policy names states.amazonaws.com, and its policy allows what its tasks do, such as lambda:InvokeFunction on a function.",
        at iam::CONSOLE_ROLES;
    RAN: "an execution of it succeeded, if there is one",
        or "Open the failed execution, and read what its red state says.", at sfn::CONSOLE;
}

pub const READS: Reads = &[sfn::MACHINES, sfn::EXECUTIONS, iam::ROLE, iam::ROLE_PERMISSIONS];

/// The first that can run; without one, the first of all.
fn chosen(mut machines: Vec<StateMachine>) -> StateMachine {
    let right = machines.iter().position(|machine| judge::leads_to_an_end(machine).does_hold());
    machines.swap_remove(right.unwrap_or(0))
}

async fn role(aws: &Aws, you: &Learner, machine: &StateMachine) -> Read<Judgement> {
    let expected = "a role that Step Functions may take on";
    match permission::role_of(aws, you, &machine.role, expected).await? {
        Ok((role, permissions)) => judge::works_under(you, machine, &role, &permissions),
        Err(wrong) => Ok(wrong),
    }
}

async fn ran(aws: &Aws, you: &Learner, machine: &StateMachine) -> Read<Judgement> {
    if machine.kind == judge::EXPRESS {
        return Ok(Judgement::skips("not told: executions of an express state machine are in its log alone"));
    }
    Ok(judge::ran(&aws.executions(you, machine).await?))
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let machines = aws.state_machines(you).await.map(|found| match found {
        Found::Here(machines) => Found::Here(chosen(machines)),
        Found::Missing(near) => Found::Missing(near),
    });
    let machine = it.finds(MACHINE, machines)?;
    it.expects(DEFINITION, judge::leads_to_an_end(&machine));
    let (role, ran) = join!(role(aws, you, &machine), ran(aws, you, &machine));
    it.expects(ROLE, role);
    it.expects(RAN, ran);
    Ok(())
}
