//! 12.e5: a method of the API that starts a state machine.

use std::collections::BTreeMap;

use crate::judge::apigateway::starting::{self, Named, STARTS};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judge::iam::trust;
use crate::judge::sfn as judge;
use crate::own::function::{OwnFunction, Places};
use crate::own::method::{self, Behind, MethodMarks, OwnMethod};
use crate::permission::{self, ROLE_OF_API};
use crate::services::apigateway::{Integration, RestApi};
use crate::services::sfn::{self, StateMachine};
use crate::verifier::prelude::*;

clauses! {
    API = given::REST_API;
    METHOD: "the API has a method that starts an execution of a state machine",
        or "Create the resource executions, and in it a method POST with the integration AWS service, Step Functions, action StartExecution.",
        at apigateway::CONSOLE;
    TARGET: "it asks for what the state machine takes, with POST",
        or "Edit the integration request: AWS service, {{ region }}, Step Functions, HTTP method POST, action name StartExecution.",
        at apigateway::CONSOLE;
    MACHINE: "the state machine that it names is there",
        or "Write the ARN of the state machine of exercise 12.e4 into the mapping template, as stateMachineArn.",
        at apigateway::CONSOLE;
    ROLE: "it asks with a role that API Gateway may take on, and that may start this state machine",
        or "Give the integration a role that apigateway.amazonaws.com may take on, with states:StartExecution on the state machine.",
        at iam::CONSOLE_ROLES, pillar Security;
    INPUT: "what the caller sends becomes the input, as text",
        or "Write $util.escapeJavaScript($input.json('$')) as the input, in quotation marks.", at apigateway::CONSOLE;
    ANSWER: "the caller gets what Step Functions answers",
        or "Create the method response 200 and the integration response 200.", at apigateway::CONSOLE;
    DEPLOYED = given::OWN_DEPLOYED;
}

const MARKS: MethodMarks = MethodMarks {
    words: &["execution", "state", "machine", "step", "workflow"],
    others: &[],
    verbs: &["POST", "PUT", "GET", "PATCH"],
    actions: STARTS,
    places: Places::Both,
    advice: "Create a resource such as executions, and in it a method POST with the integration AWS service, Step Functions.",
};

pub const READS: Reads = &[
    apigateway::REST_API,
    apigateway::RESOURCES,
    apigateway::STAGES,
    apigateway::DEPLOYMENT,
    sfn::MACHINES,
    iam::ROLE,
    iam::ROLE_PERMISSIONS,
    lambda::FUNCTION,
];

/// Step Functions is asked by API Gateway itself.
struct Asked<'a> {
    api: &'a RestApi,
    integration: &'a Integration,
    variables: BTreeMap<String, String>,
    machines: Read<Vec<StateMachine>>,
}

impl Asked<'_> {
    /// The machine that the template names; of a caller's choice, the first of the account.
    fn machine(&self) -> Read<Option<&StateMachine>> {
        let machines = self.machines.as_ref().map_err(Clone::clone)?;
        Ok(match self.named() {
            Named::Arn(arn) => machines.iter().find(|machine| judge::is_machine(&arn, machine)),
            Named::ByCaller | Named::Unsure => machines.first(),
            Named::Nowhere => None,
        })
    }

    fn named(&self) -> Named {
        starting::machine(self.integration, &self.variables)
    }

    fn is_there(&self) -> Read<Judgement> {
        let machine = self.machine()?;
        let expected = "the ARN of a state machine of your account as stateMachineArn";
        Ok(match (self.named(), machine) {
            (Named::Unsure, _) => {
                Judgement::skips("not told from the mapping template: the trial in the console shows it")
            }
            (_, Some(machine)) => Judgement::holds(machine.to_string()),
            (Named::Arn(arn), None) => Judgement::absent(expected, format!("{arn}, which is not there")),
            (Named::Nowhere, _) => Judgement::absent(expected, "no stateMachineArn"),
            (Named::ByCaller, None) => Judgement::absent(expected, "there is none: exercise 12.e4 creates it"),
        })
    }

    async fn role(&self, aws: &Aws, you: &Learner) -> Read<Judgement> {
        let arn = &self.integration.credentials;
        if arn.is_empty() {
            return Ok(Judgement::absent(ROLE_OF_API, "no execution role"));
        }
        let (role, permissions) = match permission::role_of_api(aws, you, arn).await? {
            Ok(found) => found,
            Err(wrong) => return Ok(wrong),
        };
        let source = format!("arn:{}:execute-api:{}:{}:{}/*", you.partition, you.region, you.account, self.api.id);
        let taken_on = trust::service_may_take_on(&role.trust, "apigateway.amazonaws.com", &you.account, &source)?;
        let Some(machine) = self.machine()? else {
            return Ok(
                taken_on.and(Judgement::skips("what it may start is not checked until the state machine is there"))
            );
        };
        let action = starting::action(self.integration);
        let need = Need { action, resource: machine.arn.clone(), written: machine.arn.clone() };
        let asks = Caller { you, function: None, role: Some(role.arn), is_in_vpc: Some(false), item: None };
        Ok(taken_on.and(caller::role_allows(&permissions, &asks, &[need])?))
    }
}

async fn by_api(
    aws: &Aws,
    you: &Learner,
    it: &mut Report<'_>,
    (method, integration): (&OwnMethod, &Integration),
    machines: Read<Vec<StateMachine>>,
) {
    let stage = aws.stage(you, &method.api, book::api(you)).await;
    let variables = stage.ok().and_then(Found::here).map(|stage| stage.variables).unwrap_or_default();
    let asked = Asked { api: &method.api, integration, variables, machines };
    it.expects(TARGET, asked.machine().map(|machine| starting::asks(integration, &you.region, machine)));
    it.expects(MACHINE, asked.is_there());
    it.expects(ROLE, asked.role(aws, you).await);
    it.expects(INPUT, starting::input(integration, &asked.variables));
    let answers = method.resource.method(&method.verb).map(|of| starting::answers(of, integration));
    it.expects(ANSWER, answers.unwrap_or_else(|| Judgement::skips("nothing answers")));
}

/// A function starts the execution.
async fn by_function(aws: &Aws, you: &Learner, it: &mut Report<'_>, own: &OwnFunction) {
    it.expects(ROLE, own.allowed(aws, you, STARTS).await);
    for clause in [TARGET, MACHINE, INPUT, ANSWER] {
        it.skips(clause, format!("not told from the API: the function {} asks Step Functions", own.function.name));
    }
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (api, machines) = join!(aws.rest_api(you, book::api(you)), aws.state_machines(you));
    let machines = machines.map(|found| found.here().unwrap_or_default());
    let api = it.finds(API, api)?;
    let method = it.finds(METHOD, method::find(aws, you, &api, &MARKS).await)?;
    match &method.behind {
        Behind::Function(own) => by_function(aws, you, it, own).await,
        Behind::Other(Some(integration)) => by_api(aws, you, it, (&method, integration), machines).await,
        Behind::Other(None) => {
            it.expects(TARGET, Judgement::absent("an integration with Step Functions", "no integration"));
            [MACHINE, ROLE, INPUT, ANSWER]
                .into_iter()
                .for_each(|clause| it.skips(clause, "nothing answers the method"));
        }
    }
    it.expects(DEPLOYED, method.served(aws, you).await);
    Ok(())
}
