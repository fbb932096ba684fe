//! 12.e4: a state machine that can run.

use std::fmt;

use futures_util::future::join_all;

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

/// A machine, and how it is judged.
struct Judged {
    machine: StateMachine,
    role: Read<Judgement>,
    ran: Read<Judgement>,
}

impl fmt::Display for Judged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.machine.fmt(f)
    }
}

impl Judged {
    async fn of(aws: &Aws, you: &Learner, machine: StateMachine) -> Self {
        let (role, ran) = join!(role(aws, you, &machine), ran(aws, you, &machine));
        Self { machine, role, ran }
    }

    /// How much of it is right: its definition, its role, and what came of it.
    fn right(&self) -> (bool, bool, bool) {
        let holds = |read: &Read<Judgement>| read.as_ref().is_ok_and(|judged| !judged.does_fail());
        (judge::leads_to_an_end(&self.machine).does_hold(), holds(&self.role), holds(&self.ran))
    }
}

/// Of several, the first of those that are most right.
async fn chosen(aws: &Aws, you: &Learner, machines: Vec<StateMachine>) -> Option<Judged> {
    let judged = join_all(machines.into_iter().map(|machine| Judged::of(aws, you, machine))).await;
    judged.into_iter().rev().max_by_key(Judged::right)
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
    let found = match aws.state_machines(you).await {
        Ok(Found::Here(machines)) => Ok(Found::from(chosen(aws, you, machines).await)),
        Ok(Found::Missing(near)) => Ok(Found::Missing(near)),
        Err(fault) => Err(fault),
    };
    let judged = it.finds(MACHINE, found)?;
    it.expects(DEFINITION, judge::leads_to_an_end(&judged.machine));
    it.expects(ROLE, judged.role);
    it.expects(RAN, judged.ran);
    Ok(())
}
