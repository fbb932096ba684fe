//! Judgements of a state machine: whether it can run, under which role, and what came of running it.

use crate::aws::fault::Read;
use crate::documents::state_machine::{Asked, Definition, On};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judge::iam::trust;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::dynamodb::TABLE_ARN;
use crate::services::iam::{Role, RolePermissions};
use crate::services::lambda::{FUNCTION_ARN, is_of};
use crate::services::s3::BUCKET_ARN;
use crate::services::sfn::{Execution, StateMachine};
use crate::wait;

/// The service, as policies name it.
const SERVICE: &str = "states.amazonaws.com";
/// A type of which executions are not listed (Step Functions API Reference, "ListExecutions").
pub const EXPRESS: &str = "EXPRESS";
const INVOKE: &str = "lambda:InvokeFunction";

/// The definition leads from its first state to an end, and the machine is not being deleted.
pub fn leads_to_an_end(machine: &StateMachine) -> Judgement {
    let expected = "a definition whose states all lead to an end";
    if machine.status == "DELETING" {
        return Judgement::fails("an active state machine", "it is being deleted")
            .advising("It goes when its executions have ended. Create another one.");
    }
    match Definition::read(&machine.definition) {
        Ok(definition) => {
            let count = if definition.states == 1 { "1 state".into() } else { format!("{} states", definition.states) };
            Judgement::holds(format!("{count}, beginning with {}", definition.start))
        }
        Err(wrong) => Judgement::fails(expected, wrong),
    }
}

/// Step Functions may take on the role, and with it do what the tasks of the definition ask for.
pub fn works_under(you: &Learner, machine: &StateMachine, role: &Role, of: &RolePermissions) -> Read<Judgement> {
    let taken_on = trust::service_may_take_on(&role.trust, SERVICE, &you.account, &machine.arn)?;
    let definition = Definition::read(&machine.definition).ok();
    let invoked = definition.iter().flat_map(|of| &of.functions).map(|function| invokes(you, function));
    let asked = definition.iter().flat_map(|of| &of.asked).map(|asked| asks(you, machine, asked));
    let needs: Vec<_> = invoked.chain(asked).collect();
    if needs.is_empty() {
        return Ok(taken_on);
    }
    let asks = Caller { you, function: None, role: Some(role.arn.clone()), is_in_vpc: Some(false), item: None };
    Ok(taken_on.and(caller::role_allows(of, &asks, &needs)?))
}

fn invokes(you: &Learner, function: &str) -> Need {
    let arn = match function.starts_with("arn:") {
        true => function.to_owned(),
        false => you.arn(FUNCTION_ARN, &you.region, function),
    };
    Need { action: INVOKE, resource: arn.clone(), written: arn }
}

fn asks(you: &Learner, machine: &StateMachine, asked: &Asked) -> Need {
    let full = |of: &str, template: &str| {
        if of.starts_with("arn:") { of.to_owned() } else { you.arn(template, &you.region, of) }
    };
    let arn = match &asked.of {
        On::Arn(arn) => arn.clone(),
        On::Table(table) => full(table, TABLE_ARN),
        On::Bus(bus) => full(bus, BUS_ARN),
        On::Queue(address) => queue(you, address),
        On::Object(object) => you.arn(BUCKET_ARN, "", object),
        On::Itself => machine.arn.clone(),
        On::Everything => "*".to_owned(),
    };
    Need { action: asked.action, resource: arn.clone(), written: arn }
}

const BUS_ARN: &str = "arn:{{ partition }}:events:{{ region }}:{{ account }}:event-bus/{{ name }}";

/// The ARN of the queue whose address ends in its account and its name (Amazon SQS Developer Guide, "Identifiers for Amazon
/// SQS queues").
fn queue(you: &Learner, address: &str) -> String {
    let mut parts = address.rsplit('/');
    let (name, account) = (parts.next().unwrap_or_default(), parts.next().unwrap_or(&you.account));
    let host = parts.next().unwrap_or_default();
    let region = host.strip_prefix("sqs.").and_then(|rest| rest.split('.').next()).unwrap_or(&you.region);
    format!("arn:{}:sqs:{region}:{account}:{name}", you.partition)
}

/// What came of its executions: one that succeeded is enough, and none at all is said.
pub fn ran(executions: &[Execution]) -> Judgement {
    let count = |status: &str| executions.iter().filter(|one| one.status == status).count();
    let expected = "an execution that succeeded";
    let named = |one: &Execution| format!("{}: {}", one.arn.rsplit(':').next().unwrap_or_default(), one.status);
    let Some(latest) = executions.first() else {
        return Judgement::holds("nobody has started it yet")
            .advising("Start an execution, to see what it does: choose Start execution on its page.");
    };
    if count("SUCCEEDED") > 0 {
        return Judgement::holds(format!("{} of its executions succeeded", count("SUCCEEDED")));
    }
    if ["RUNNING", "PENDING_REDRIVE"].iter().any(|status| count(status) > 0) {
        return Judgement::waits(expected, format!("the latest one, {}", named(latest)), wait::EXECUTION);
    }
    Judgement::fails(expected, format!("the latest one, {}", named(latest)))
        .advising("Open the execution on the page of the state machine: the state in red says what went wrong.")
}

/// The ARN is this machine's, or that of a version or an alias of it.
pub fn is_machine(arn: &str, machine: &StateMachine) -> bool {
    is_of(arn, &machine.arn)
}
