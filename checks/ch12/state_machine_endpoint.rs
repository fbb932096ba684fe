//! 12.e5: a method of the API that starts a state machine.

use std::collections::BTreeMap;

use futures_util::future::join_all;

use crate::judge::apigateway::starting::{self, Named, STARTS};
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judge::iam::trust;
use crate::judge::sfn as judge;
use crate::own::function::{OwnFunction, Places};
use crate::own::method::{self, Behind, MethodMarks, OwnMethod};
use crate::permission::{self, ROLE_OF_API};
use crate::services::apigateway::http_apis::{self, HttpIntegration};
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
    http_apis::INTEGRATIONS,
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
        let asking = Asking {
            api: &self.api.id,
            role: &self.integration.credentials,
            action: starting::action(self.integration),
            machine: self.machine()?,
        };
        asking.may(aws, you).await
    }
}

/// An API that asks Step Functions, with a role.
struct Asking<'a> {
    /// The id of the API.
    api: &'a str,
    /// The ARN of the role.
    role: &'a str,
    action: &'static str,
    machine: Option<&'a StateMachine>,
}

impl Asking<'_> {
    /// API Gateway may take on the role, and with it start the machine.
    async fn may(&self, aws: &Aws, you: &Learner) -> Read<Judgement> {
        if self.role.is_empty() {
            return Ok(Judgement::absent(ROLE_OF_API, "no execution role"));
        }
        let (role, permissions) = match permission::role_of_api(aws, you, self.role).await? {
            Ok(found) => found,
            Err(wrong) => return Ok(wrong),
        };
        let source = format!("arn:{}:execute-api:{}:{}:{}/*", you.partition, you.region, you.account, self.api);
        let taken_on = trust::service_may_take_on(&role.trust, "apigateway.amazonaws.com", &you.account, &source)?;
        let Some(machine) = self.machine else {
            return Ok(
                taken_on.and(Judgement::skips("what it may start is not checked until the state machine is there"))
            );
        };
        let need = Need { action: self.action, resource: machine.arn.clone(), written: machine.arn.clone() };
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

/// An HTTP API asks Step Functions (Amazon API Gateway Developer Guide, "Integration subtype reference").
async fn by_http_api(
    aws: &Aws,
    you: &Learner,
    it: &mut Report<'_>,
    of: &HttpIntegration,
    machines: Read<Vec<StateMachine>>,
) {
    let HttpIntegration { api_id, api_name, subtype, .. } = of;
    let asked = if subtype.is_empty() { "an integration with Step Functions" } else { subtype.as_str() };
    it.skips(API, format!("the HTTP API {api_name} starts it instead"));
    it.expects(METHOD, Judgement::holds(format!("{asked} in the HTTP API {api_name}")));
    let named = of.parameters.get("StateMachineArn").map_or("", String::as_str);
    let machine = machines.as_ref().map(|all| all.iter().find(|machine| judge::is_machine(named, machine)));
    it.expects(TARGET, machine.map_err(Clone::clone).map(|machine| starting::takes(action(of), machine)));
    let expected = "the ARN of a state machine of your account as StateMachineArn";
    it.expects(
        MACHINE,
        machine.map_err(Clone::clone).map(|machine| match machine {
            Some(machine) => Judgement::holds(machine.to_string()),
            // Variables of the stage, or the caller, say which.
            None if named.contains('$') => Judgement::skips("not told from the API: a request says which"),
            None if named.is_empty() => Judgement::absent(expected, "no StateMachineArn"),
            None => Judgement::absent(expected, format!("{named}, which is not there")),
        }),
    );
    let role = match machine {
        // A practice account shows neither the action nor the role.
        Ok(_) if subtype.is_empty() => Err(Fault::not_read("the role of the integration")),
        Ok(machine) => Asking { api: api_id, role: &of.credentials, action: action(of), machine }.may(aws, you).await,
        Err(fault) => Err(fault.clone()),
    };
    it.expects(ROLE, role);
    it.skips(INPUT, "an HTTP API hands over what it is sent as text");
    it.skips(ANSWER, "an HTTP API answers what Step Functions answers");
    it.expects(DEPLOYED, Err(Fault::not_read(format!("which route and stage of the HTTP API {api_name} lead to it"))));
}

fn action(of: &HttpIntegration) -> &'static str {
    if of.subtype.ends_with("StartSyncExecution") { starting::START_SYNC } else { starting::START }
}

/// What starts an execution where the website's API does not.
enum Elsewhere {
    RestApi(Box<OwnMethod>),
    HttpApi(HttpIntegration),
}

/// Another REST API, or an HTTP API, that starts an execution.
async fn elsewhere(aws: &Aws, you: &Learner, website: &RestApi) -> Read<Option<Elsewhere>> {
    let mut others = aws.rest_apis(you, &you.region).await?;
    others.retain(|api| api.id != website.id);
    others.truncate(MOST);
    let methods = join_all(others.iter().map(|api| method::find(aws, you, api, &MARKS)));
    let (methods, integrations) = join!(methods, aws.http_integrations(you));
    let found = methods.into_iter().filter_map(|found| found.ok()?.here());
    if let Some(method) = found.into_iter().find(|method| method.is_for(STARTS)) {
        return Ok(Some(Elsewhere::RestApi(Box::new(method))));
    }
    Ok(integrations?.into_iter().find(starts).map(Elsewhere::HttpApi))
}

fn starts(of: &HttpIntegration) -> bool {
    let is_untold = of.subtype.is_empty() && of.parameters.contains_key("StateMachineArn");
    is_untold || of.subtype.starts_with("StepFunctions-Start")
}

/// How many other REST APIs are looked into.
const MOST: usize = 3;

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
    if matches!(api, Ok(Found::Missing(_))) {
        let started = aws.http_integrations(you).await.ok().and_then(|all| all.into_iter().find(starts));
        if let Some(of) = started {
            by_http_api(aws, you, it, &of, machines).await;
            return Ok(());
        }
    }
    let api = it.finds(API, api)?;
    let mut found = method::find(aws, you, &api, &MARKS).await;
    if !found.as_ref().is_ok_and(|found| matches!(found, Found::Here(method) if method.is_for(STARTS))) {
        match elsewhere(aws, you, &api).await {
            Ok(Some(Elsewhere::HttpApi(of))) => {
                by_http_api(aws, you, it, &of, machines).await;
                return Ok(());
            }
            Ok(Some(Elsewhere::RestApi(method))) => found = Ok(Found::Here(*method)),
            Err(fault) if matches!(found, Ok(Found::Missing(_))) => found = Err(fault),
            _ => {}
        }
    }
    let method = it.finds(METHOD, found)?;
    it.expects(METHOD, method.judged());
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
