//! Who may invoke a function: API Gateway, for one API and no other.

use crate::aws::fault::Read;
use crate::documents::policy::{Effect, Known, Policy, Principal, Says, Statement};
use crate::judge::apigateway::visitors::Called;
use crate::judge::iam::caller::{Caller, role_allows};
use crate::judge::iam::permissions::Need;
use crate::judge::iam::trust;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::apigateway::{Resource, RestApi, Stage};
use crate::services::iam::{Role, RolePermissions};
use crate::services::lambda::is_of;

const GATEWAY: &str = "apigateway.amazonaws.com";
const ACTION: &str = "lambda:InvokeFunction";
/// An account and an API that are nobody's here.
const STRANGER: &str = "999999999999";
const OTHER_API: &str = "0000000000";

/// The verb is answered by a function, which gets the whole request and gives the whole answer.
pub fn proxied(resource: &Resource, verb: &str) -> Judgement {
    let expected = format!("{verb} with a Lambda proxy integration (AWS_PROXY)");
    let Some(integration) = resource.method(verb).and_then(|method| method.integration.as_ref()) else {
        return Judgement::absent(expected, format!("no integration for {verb}"));
    };
    match (integration.kind.as_str(), integration.uri.contains(":lambda:path/")) {
        ("AWS_PROXY", true) if integration.sent_with != "POST" => {
            Judgement::fails("POST as integration HTTP method", &integration.sent_with).advising(
                "API Gateway invokes functions with POST alone, whatever the visitor sent: set the integration HTTP \
                 method to POST. The console does so by itself.",
            )
        }
        ("AWS_PROXY", true) => Judgement::holds(expected),
        ("AWS", true) => Judgement::fails(expected, "a Lambda integration that is no proxy integration").advising(
            "Edit the integration request and turn on Lambda proxy integration: without it, visitors get the function's \
             whole answer as text, statusCode and headers included.",
        ),
        (kind, _) => Judgement::fails(expected, format!("the integration {kind}")),
    }
}

/// The function that the verb's integration invokes: its ARN, with an alias or a version where there is one, and with the
/// variables of the stage filled in.
pub fn invoked(resource: &Resource, verb: &str, stage: Option<&Stage>) -> Option<String> {
    let integration = resource.method(verb)?.integration.as_ref()?;
    let arn = integration.uri.split_once("/functions/")?.1.strip_suffix("/invocations")?;
    Some(stage.map_or_else(|| arn.to_owned(), |stage| stage.filled(arn)))
}

/// What is invoked is the function of this ARN, in whatever version.
pub fn invokes(invoked: Option<&str>, stage: Option<&Stage>, function: &str) -> Judgement {
    match (invoked, stage) {
        (Some(arn), Some(stage)) if arn.contains("${") => Judgement::fails(
            function,
            format!("{arn}, and the stage {} has no such variable", stage.name),
        )
        .advising(
            "Edit the stage, and add the stage variable that the integration names; or choose the function itself in \
                 the integration request.",
        ),
        (Some(arn), None) if arn.contains("${") => Judgement::skips("a variable of the stage names the function"),
        (Some(arn), _) if is_of(arn, function) => Judgement::holds(arn),
        (Some(arn), _) => Judgement::fails(function, arn),
        (None, _) => Judgement::fails(function, "no function"),
    }
}

/// What API Gateway invokes for a method, as whom it comes, and by which policies.
pub struct Invocation<'a> {
    pub you: &'a Learner,
    pub api: &'a RestApi,
    pub called: Called<'a>,
    /// The ARN of the function, of a version of it or of an alias.
    pub invoked: &'a str,
    /// The policy of exactly that.
    pub policy: Option<&'a Policy>,
    /// The policy of the function itself, where an alias or a version is invoked.
    pub of_function: Option<&'a Policy>,
}

/// How far a policy lets API Gateway in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Nobody,
    Own,
    Account,
    World,
    Denied,
    Unknown,
}

impl Invocation<'_> {
    fn source(&self, account: &str, api_id: &str) -> String {
        let (Learner { partition, .. }, Called { stage, verb, path }) = (self.you, self.called);
        format!("arn:{partition}:execute-api:{}:{account}:{api_id}/{stage}/{verb}{path}", self.api.region)
    }

    fn says(&self, policy: &Policy, resource: &str, account: &str, api_id: &str) -> Says {
        let source = self.source(account, api_id);
        let known: [Known<'_>; 10] = [
            ("aws:SourceArn", Some(&source)),
            ("aws:SourceAccount", Some(account)),
            ("aws:PrincipalIsAWSService", Some("true")),
            ("aws:PrincipalServiceName", Some(GATEWAY)),
            ("aws:SecureTransport", Some("true")),
            ("aws:PrincipalArn", None),
            ("aws:PrincipalAccount", None),
            ("aws:PrincipalOrgID", None),
            ("lambda:FunctionUrlAuthType", None),
            ("lambda:EventSourceToken", None),
        ];
        policy.say(Principal::Service(GATEWAY), ACTION, resource, &known)
    }

    fn reach(&self, policy: Option<&Policy>, resource: &str) -> Reach {
        let Some(policy) = policy else { return Reach::Nobody };
        let says = |account: &str, api_id: &str| self.says(policy, resource, account, api_id);
        let account = &self.you.account;
        match (says(account, &self.api.id), says(account, OTHER_API), says(STRANGER, OTHER_API)) {
            (Says::Allowed, _, Says::Allowed) => Reach::World,
            (Says::Allowed, Says::Allowed, _) => Reach::Account,
            (Says::Allowed, ..) => Reach::Own,
            (Says::Denied, ..) => Reach::Denied,
            (Says::Unknown, ..) => Reach::Unknown,
            (Says::Neither, ..) => Reach::Nobody,
        }
    }

    /// Whether API Gateway is let in by the policy, so that it needs no role.
    pub fn is_let_in(&self) -> bool {
        !matches!(self.reach(self.policy, self.invoked), Reach::Nobody)
    }

    /// The function without its alias or version.
    fn function(&self) -> &str {
        self.invoked.match_indices(':').nth(6).map_or(self.invoked, |(end, _)| &self.invoked[..end])
    }
}

/// The function's policy lets the API, and no other, invoke it for the method.
pub fn only_api_invokes(of: &Invocation<'_>) -> Judgement {
    let Called { verb, path, .. } = of.called;
    let Learner { partition, account, .. } = of.you;
    let expected = format!("arn:{partition}:execute-api:{}:{account}:{}/*/{verb}{path}", of.api.region, of.api.id);
    match of.reach(of.policy, of.invoked) {
        Reach::World => Judgement::fails(expected, "every API of every account")
            .advising(narrowed("Anybody with an AWS account can make an API that calls your function, at your cost.")),
        Reach::Account => Judgement::fails(expected, "every API of your account")
            .advising(narrowed("It works, and lets in more than it should: an API that you make tomorrow, too.")),
        Reach::Own => Judgement::holds(format!("for {}", of.source(account, &of.api.id))),
        Reach::Denied => Judgement::fails(expected, "a statement that denies it"),
        Reach::Unknown => Judgement::skips(
            "not told from the function's policy, which depends on what only AWS knows. What the API answers shows it",
        ),
        Reach::Nobody => nobody(of, expected),
    }
}

/// The statement may be on the function, while its alias is invoked: each has a policy of its own (Lambda Developer Guide,
/// "Create an alias for a Lambda function", "Aliases and permissions").
fn nobody(of: &Invocation<'_>, expected: String) -> Judgement {
    let function = of.function();
    let qualifier = of.invoked.strip_prefix(function).unwrap_or_default().trim_start_matches(':');
    let is_on_function = matches!(of.reach(of.of_function, function), Reach::Own | Reach::Account | Reach::World);
    if qualifier.is_empty() || !is_on_function {
        return Judgement::fails(expected, sources(of.policy));
    }
    let name = function.rsplit(':').next().unwrap_or(function);
    Judgement::fails(
        format!("a statement on {qualifier}, which the integration invokes"),
        format!("a statement on the function {name}, and none on {qualifier}"),
    )
    .advising(format!(
        "Aliases and versions have policies of their own. Add the statement to {qualifier}: `aws lambda add-permission \
         --function-name {name} --qualifier {qualifier} …`. Or let the integration invoke the function itself."
    ))
}

/// The role that the integration names lets API Gateway invoke the function: then the function's policy need not (API
/// Gateway Developer Guide, "API Gateway permissions model for invoking an API").
pub fn role_invokes(role: &Role, of: &RolePermissions, invocation: &Invocation<'_>) -> Read<Judgement> {
    let you = invocation.you;
    let source = format!("arn:{}:execute-api:{}:{}:{}/*", you.partition, you.region, you.account, invocation.api.id);
    let taken_on = trust::service_may_take_on(&role.trust, GATEWAY, &you.account, &source)?;
    let written = invocation.invoked.to_owned();
    let need = Need { action: ACTION, resource: written.clone(), written };
    let caller = Caller { you, function: None, role: Some(role.arn.clone()), is_in_vpc: Some(false), item: None };
    let may = role_allows(of, &caller, &[need])?;
    let holds = Judgement::holds(format!("API Gateway takes on the role {}, which may invoke the function", role.name));
    Ok(taken_on.and(may).and(holds))
}

fn narrowed(why: &str) -> String {
    format!(
        "{why} Delete that statement and add one whose source ARN is the one expected above (`aws lambda \
         add-permission … --source-arn …`)."
    )
}

/// What the statements for API Gateway are for.
fn sources(policy: Option<&Policy>) -> String {
    let lets = |statement: &&Statement| {
        statement.effect == Effect::Allow
            && statement.concerns(Principal::Service(GATEWAY))
            && statement.has_action(ACTION)
    };
    let statements = policy.into_iter().flat_map(|policy| &policy.statements).filter(lets);
    let values = statements.flat_map(|statement| statement.condition.values()).flat_map(|keys| keys.values());
    let values: Vec<&str> = values.flat_map(|values| values.0.iter().map(String::as_str)).collect();
    if values.is_empty() { "no statement for API Gateway".into() } else { values.join(", ") }
}
