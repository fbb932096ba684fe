//! Judgements of whether visitors, who are anywhere on the internet, get in to a REST API at all.

use crate::documents::policy::{Effect, Known, Policy, Principal, Says, Statement, Truth};
use crate::judge::apigateway::authorizer::{self, Token};
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::apigateway::{Method, Resource, RestApi};

const INVOKE: &str = "execute-api:Invoke";
/// Visitors from everywhere: an address of each quarter of the internet.
const ADDRESSES: [&str; 4] = ["11.22.33.44", "81.82.83.84", "151.152.153.154", "201.202.203.204"];
/// What a request from the internet does not have (API Gateway Developer Guide, "AWS condition keys that can be used in API
/// Gateway resource policies").
const ABSENT: [&str; 8] = [
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:VpcSourceIp",
    "aws:SourceArn",
    "aws:SourceAccount",
    "aws:PrincipalArn",
    "aws:PrincipalAccount",
    "aws:PrincipalOrgID",
];

/// A method as visitors call it: in a stage, with a verb, at a path.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    pub stage: &'a str,
    pub verb: &'a str,
    pub path: &'a str,
}

/// A method that a page calls, as the API has it.
pub struct Taking {
    pub method: Method,
    /// The resource that answers browsers before; none if nothing does.
    pub options: Option<Resource>,
}

impl Taking {
    pub fn token(&self) -> Token {
        authorizer::token(&self.method)
    }
}

/// Visitors reach the API from the internet: its endpoint is not private, and has an address; `is_mapped` if a custom
/// domain name leads to it.
pub fn public_endpoint(api: &RestApi, is_mapped: bool) -> Judgement {
    let types = api.endpoint_types.join(", ");
    if api.endpoint_types.iter().any(|kind| kind == "PRIVATE") {
        return Judgement::fails("REGIONAL or EDGE", types);
    }
    if !api.has_default_endpoint && !is_mapped {
        return Judgement::fails(
            "an address that answers",
            "its default endpoint is turned off, and no custom domain name leads to it",
        )
        .advising(
            "Open API settings, edit the API details and turn the default endpoint on. It can be turned off again once \
             a custom domain name leads to the API (exercise 5.7).",
        );
    }
    Judgement::holds(types)
}

/// What keeps visitors out of a method: the API's resource policy, which decides alone where a method asks for no
/// authorization (API Gateway Developer Guide, "How API Gateway resource policies affect authorization workflow").
pub fn kept_out(api: &RestApi, you: &Learner, called: Called<'_>) -> Option<Judgement> {
    let policy = api.policy.as_ref()?;
    let Called { stage, verb, path } = called;
    let named =
        policy.statements.iter().flat_map(Statement::resources).filter_map(|resource| resource.split('/').nth(1));
    let stages = std::iter::once(stage).chain(named.filter(|stage| !stage.contains(['*', '?'])));
    let resources: Vec<String> = stages
        .map(|stage| {
            format!("arn:{}:execute-api:{}:{}:{}/{stage}/{verb}{path}", you.partition, api.region, you.account, api.id)
        })
        .collect();
    let said: Vec<Says> = resources.iter().map(|resource| said(policy, resource)).collect();
    if said.contains(&Says::Allowed) {
        return None;
    }
    let expected = format!("a resource policy that lets everyone call {verb} {path}, or none");
    let found = match said.first()? {
        Says::Denied => denied(policy, resources.first()?),
        Says::Unknown => {
            return Some(Judgement::skips(
                "not told from the resource policy, which depends on what only AWS knows. What the stage answers shows it",
            ));
        }
        _ => "the resource policy does not let everyone in".into(),
    };
    Some(Judgement::fails(expected, found).advising(
        "Choose Resource policy in the API's menu, and delete the policy, or let everyone in: all others get 403. Then \
         deploy the API again.",
    ))
}

/// What the policy says to visitors: the first that it does not let in decides.
fn said(policy: &Policy, resource: &str) -> Says {
    let says = ADDRESSES.iter().map(|address| policy.say(Principal::Anyone, INVOKE, resource, &known(address)));
    let mut others = says.filter(|says| *says != Says::Allowed);
    others.next().unwrap_or(Says::Allowed)
}

fn known(address: &str) -> Vec<Known<'_>> {
    let present = [("aws:SourceIp", Some(address)), ("aws:SecureTransport", Some("true"))];
    present.into_iter().chain(ABSENT.iter().map(|key| (*key, None))).collect()
}

fn denied(policy: &Policy, resource: &str) -> String {
    let applies = |statement: &&Statement| {
        let is_about = |address: &str| {
            policy.applies(statement, Principal::Anyone, INVOKE, resource, &known(address)) == Truth::Yes
        };
        statement.effect == Effect::Deny && ADDRESSES.iter().any(|address| is_about(address))
    };
    let statement = policy.statements.iter().find(applies);
    let name = statement.and_then(|statement| statement.sid.as_ref());
    let name = name.map_or_else(|| "a statement".into(), |sid| format!("the statement {sid}"));
    let values = statement.into_iter().flat_map(|s| s.condition.values()).flat_map(|keys| keys.values());
    let values: Vec<&str> = values.flat_map(|values| values.0.iter().map(String::as_str)).collect();
    match values.as_slice() {
        [] => format!("{name} of the resource policy denies it"),
        values => format!("{name} of the resource policy denies it, under a Condition with {}", values.join(", ")),
    }
}
