//! Step Functions: state machines, their definitions, and what came of their executions.

use std::fmt;

use aws_sdk_sfn::operation::list_executions::ListExecutionsOutput;
use aws_sdk_sfn::operation::list_state_machines::ListStateMachinesOutput;
use futures_util::future::try_join_all;

use crate::aws::service::prelude::*;

pub const SERVICE: Service = Service {
    api: Api {
        id: "SFN",
        settings_key: "sfn",
        operations: OPERATIONS,
        // AWS Step Functions Developer Guide, "Service quotas", quotas related to API action throttling.
        rates: &[
            rate("ListStateMachines", 100, 5).in_each_region(),
            rate("DescribeStateMachine", 200, 20).in_each_region(),
            rate("ListExecutions", 100, 5).in_each_region(),
            rate("", 5, 5).in_each_region(),
        ],
        always: &[
            always("ListStateMachines", &["stateMachines"]),
            always("ListExecutions", &["executions"]),
            always("DescribeStateMachine", &["stateMachineArn", "name", "definition", "roleArn", "type"]),
            always("stateMachines", &["stateMachineArn", "name", "type"]),
            always("executions", &["executionArn", "status"]),
        ],
    },
    health: health(|aws, you| {
        aws.answers(LIST_STATE_MACHINES, || aws.sfn(&you.region).list_state_machines().max_results(1).send())
    }),
};

operations! { "SFN", "states";
    LIST_STATE_MACHINES: "ListStateMachines" on All;
    DESCRIBE_STATE_MACHINE: "DescribeStateMachine" on Resource;
    LIST_EXECUTIONS: "ListExecutions" on Resource;
}

/// The ARN of a state machine.
pub const MACHINE_ARN: &str = "arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:{{ name }}";
const MACHINES_OF_REGION: &ResourceSet =
    &resources("StateMachines", "arn:{{ partition }}:states:{{ region }}:{{ account }}:stateMachine:*");
/// The state machines of the learner's region. Without one, other regions are looked in.
pub const MACHINES: Reader =
    Reader::of(&[reading_all(LIST_STATE_MACHINES), reading(DESCRIBE_STATE_MACHINE, MACHINES_OF_REGION)]);
/// What came of the executions of a state machine.
pub const EXECUTIONS: Reader = Reader::of(&[reading(LIST_EXECUTIONS, MACHINES_OF_REGION)]);
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/states/home?region={{ region }}#/statemachines");

/// How many state machines are described.
const MOST: usize = 5;

/// A state machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateMachine {
    pub name: String,
    pub arn: String,
    /// `STANDARD` or `EXPRESS`.
    pub kind: String,
    /// `ACTIVE` or `DELETING`.
    pub status: String,
    /// In the Amazon States Language.
    pub definition: String,
    /// The ARN of the role that it works under.
    pub role: String,
}

impl fmt::Display for StateMachine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the state machine {} ({})", self.name, self.kind.to_lowercase())
    }
}

/// An execution of a standard state machine, as lists show it, the latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Execution {
    pub arn: String,
    /// Such as `RUNNING`, `SUCCEEDED` or `FAILED`.
    pub status: String,
}

impl Aws {
    /// State machines of the learner's region; or one that a beginner made in another.
    pub async fn state_machines(&self, you: &Learner) -> Read<Found<Vec<StateMachine>>> {
        let mut listed = self.listed_machines(&you.region).await?;
        listed.truncate(MOST);
        let machines = try_join_all(listed.iter().map(|(arn, _)| self.state_machine(you, arn))).await?;
        let machines: Vec<_> = machines.into_iter().flatten().collect();
        if !machines.is_empty() {
            return Ok(Found::Here(machines));
        }
        let has = |all: &Vec<(String, String)>| !all.is_empty();
        let near = self.elsewhere(you, &you.region, |region| self.listed_machines(region), has).await;
        Ok(Found::Missing(near.and_then(|(region, all)| {
            Some(NearMiss::in_region("state machine", &all.first()?.1, region, &you.region))
        })))
    }

    /// The state machine with this ARN; none if there is none.
    pub async fn state_machine(&self, you: &Learner, arn: &str) -> Read<Option<StateMachine>> {
        let call = Call::new(DESCRIBE_STATE_MACHINE, arn).at(&you.region);
        let send = || self.sfn(&you.region).describe_state_machine().state_machine_arn(arn).send();
        let answer = self.ask(call.clone(), arn, send).await.absent_on(&["StateMachineDoesNotExist", "InvalidArn"])?;
        let Some(answer) = answer else { return Ok(None) };
        let text = |member: &str, name| match member {
            "" => Err(Fault::incomplete(call.clone(), name)),
            text => Ok(text.to_owned()),
        };
        Ok(Some(StateMachine {
            name: text(answer.name(), "name")?,
            arn: text(answer.state_machine_arn(), "stateMachineArn")?,
            kind: text(answer.r#type().as_str(), "type")?,
            status: answer.status().map_or("ACTIVE", |status| status.as_str()).to_owned(),
            definition: text(answer.definition(), "definition")?,
            role: text(answer.role_arn(), "roleArn")?,
        }))
    }

    /// The latest executions of a standard state machine.
    pub async fn executions(&self, you: &Learner, machine: &StateMachine) -> Read<Vec<Execution>> {
        let call = Call::new(LIST_EXECUTIONS, &machine.arn).at(&you.region);
        let list = || self.sfn(&you.region).list_executions().state_machine_arn(&machine.arn);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListExecutionsOutput| {
            let listed = answer
                .executions
                .iter()
                .map(|one| Execution { arn: one.execution_arn().to_owned(), status: one.status().as_str().to_owned() });
            let all: Vec<_> = listed.collect();
            let has_succeeded = all.iter().any(|one| one.status == "SUCCEEDED");
            Ok(Listing::marked(all, answer.next_token()).enough_if(has_succeeded))
        };
        self.all(call, &machine.arn, send, read).await
    }

    /// The ARNs and the names of a region's state machines.
    async fn listed_machines(&self, region: &str) -> Read<Vec<(String, String)>> {
        let call = Call::new(LIST_STATE_MACHINES, "*").at(region);
        let send = |mark| self.sfn(region).list_state_machines().set_next_token(mark).send();
        let read = |answer: &ListStateMachinesOutput| {
            let listed = answer.state_machines.iter();
            let named = listed.map(|one| (one.state_machine_arn().to_owned(), one.name().to_owned()));
            Ok(Listing::marked(named.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    fn sfn(&self, region: &str) -> aws_sdk_sfn::Client {
        client!(self, aws_sdk_sfn, region)
    }
}
