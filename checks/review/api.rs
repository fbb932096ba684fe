//! Practices about REST APIs: who may call which method, at which address, and what is asked of a request.

use super::course;
use super::subject::prelude::*;
use crate::services::apigateway::domain::{ApiDomain, ApiMapping};
use crate::services::apigateway::{Resource, RestApi};

/// The verbs that change something.
const WRITING: [&str; 5] = ["POST", "PUT", "PATCH", "DELETE", "ANY"];
/// Those of them that come with a body.
const WITH_BODY: [&str; 3] = ["POST", "PUT", "PATCH"];

/// What is known of a REST API.
pub(crate) struct ApiFacts {
    api: RestApi,
    resources: Read<Vec<Resource>>,
    mappings: Read<Vec<ApiMapping>>,
    domain: Read<Option<ApiDomain>>,
}

practices! { ApiFacts;
    API_AUTHORIZED: "who is not signed in changes nothing", Security, Medium,
        "SEC03-BP01 Define access requirements", as "Security Hub APIGateway.8",
        or "Choose the method, then Method request, Edit, and an authorizer of the type Cognito user pool. Deploy the API again. If strangers are meant to write, such as comments, throttle the method.",
        costs "nothing", taught in "ch07/authorizer", at apigateway::CONSOLE, by authorized;
    API_VALIDATED: "what is sent is checked before a function gets it", Security, Medium,
        "SEC05-BP03 Implement inspection-based protection",
        or "Choose the method, then Method request, Edit, and a request validator with a model of the body. Deploy the API again.",
        costs "nothing, and saves the calls that would fail", taught in "ch07/account_info_endpoint", at apigateway::CONSOLE, by validated;
    API_OWN_ADDRESS: "it is reached by your domain name alone", Security, Medium,
        "SEC05-BP02 Control traffic flow within your network layers",
        or "Open API settings, edit the API details, and make the default endpoint inactive. Deploy the API again.",
        costs "nothing", taught in "ch05/api_custom_domain", at apigateway::CONSOLE, by own_address;
    API_TLS: "its domain name takes TLS 1.2 or later", Security, Medium,
        "SEC09-BP02 Enforce encryption in transit",
        or "Open Custom domain names, choose the name, Edit, and a security policy of TLS 1.2 or later.",
        costs "nothing", taught in "ch05/api_custom_domain", at apigateway::domain::CONSOLE, by tls;
    API_PACKED: "it packs long answers", Sustainability, Medium,
        "SUS04-BP07 Minimize data movement across networks",
        or "Open API settings, edit the API details, and set a minimum compression size such as 1,000 bytes. Deploy the API again.",
        costs "nothing, and saves data transfer", taught in "ch05/rest_api", at apigateway::CONSOLE, by packed;
}

/// The REST APIs within the scope.
pub(crate) async fn apis(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<RestApi>> {
    let all = aws.rest_apis(you, &you.region).await?;
    if scope == Scope::Account || all.is_empty() {
        return Ok(all);
    }
    let (own, made) =
        join!(aws.rest_api(you, book::api(you)), course::made(aws, you, scope, "AWS::ApiGateway::RestApi"));
    let own = own?.here().map(|api| api.id);
    Ok(all.into_iter().filter(|api| own.as_ref() == Some(&api.id) || made.contains(&api.id)).collect())
}

impl Subject for ApiFacts {
    const NOUN: &'static str = "the REST API";
    const READS: Reads = &[apigateway::REVIEWED];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> Read<Vec<String>> {
        Ok(apis(aws, you, scope).await?.into_iter().map(|api| format!("{} ({})", api.name, api.id)).collect())
    }

    async fn facts(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let all = aws.rest_apis(you, &you.region).await?;
        let Some(api) = all.into_iter().find(|api| name.ends_with(&format!("({})", api.id))) else { return Ok(None) };
        let domain = &you.names.api_domain;
        let (resources, mappings, domain) =
            join!(aws.resources(you, &api), aws.api_mappings(you, domain), aws.api_domain_in(you, &you.region, domain));
        Ok(Some(Self { api, resources, mappings, domain }))
    }
}

impl ApiFacts {
    /// Whether the learner's domain name leads to it.
    fn is_mapped(&self) -> Read<bool> {
        let mappings = self.mappings.as_ref().map_err(Clone::clone)?;
        Ok(mappings.iter().any(|mapping| mapping.api_id == self.api.id))
    }
}

/// The methods of these verbs, as `POST /comments`, of which something is so.
fn methods(resources: &[Resource], verbs: &[&str], is_so: impl Fn(&apigateway::Method) -> bool) -> Vec<String> {
    let all = resources.iter().flat_map(|resource| resource.methods.iter().map(move |(verb, of)| (resource, verb, of)));
    let wanted = all.filter(|(_, verb, of)| verbs.contains(&verb.as_str()) && is_so(of));
    wanted.map(|(resource, verb, _)| format!("{verb} {}", resource.path)).collect()
}

fn judged(resources: &[Resource], verbs: &[&str], expected: &str, lacks: fn(&apigateway::Method) -> bool) -> Judgement {
    if methods(resources, verbs, |_| true).is_empty() {
        return Judgement::skips("it has no method that changes anything");
    }
    match methods(resources, verbs, lacks).as_slice() {
        [] => Judgement::holds(expected),
        open => Judgement::fails(expected, format!("without it: {}", open.join(", "))),
    }
}

fn authorized(of: &ApiFacts, _: &Learner) -> Read<Judgement> {
    of.resources
        .judged(|all| judged(all, &WRITING, "an authorizer for each of these methods", apigateway::Method::is_open))
}

fn validated(of: &ApiFacts, _: &Learner) -> Read<Judgement> {
    of.resources.judged(|all| {
        judged(all, &WITH_BODY, "a request validator for each of these methods", |method| method.validator.is_empty())
    })
}

fn own_address(of: &ApiFacts, _: &Learner) -> Read<Judgement> {
    if !of.is_mapped()? {
        return Ok(Judgement::skips("no domain name of yours leads to it"));
    }
    Ok(match of.api.has_default_endpoint {
        true => Judgement::fails("no other address", of.api.host()),
        false => Judgement::holds("no other address"),
    })
}

fn tls(of: &ApiFacts, you: &Learner) -> Read<Judgement> {
    if !of.is_mapped()? {
        return Ok(Judgement::skips("no domain name of yours leads to it"));
    }
    let domain = of.domain.as_ref().map_err(Clone::clone)?;
    let Some(domain) = domain else { return Ok(Judgement::skips("no domain name of yours leads to it")) };
    let policy = domain.security_policy.as_deref();
    let policy = policy.ok_or_else(|| Fault::not_read(format!("the security policy of {}", you.names.api_domain)))?;
    // Newer policies are named for the versions and the date, such as SecurityPolicy_TLS13_1_2_2021_06.
    let is_new = policy == "TLS_1_2" || policy.starts_with("SecurityPolicy_TLS");
    Ok(if is_new { Judgement::holds(policy) } else { Judgement::fails("TLS_1_2 or later", policy) })
}

fn packed(of: &ApiFacts, _: &Learner) -> Read<Judgement> {
    Ok(match of.api.packs_from {
        Some(bytes) => Judgement::holds(format!("from {bytes} bytes on")),
        None => Judgement::fails("a minimum compression size", "none: answers are sent as they are"),
    })
}
