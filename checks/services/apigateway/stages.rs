//! The stages of a REST API: what has been deployed, and so what visitors get.

use std::collections::BTreeMap;
use std::fmt;

use aws_sdk_apigateway::types::MethodSetting;
use jiff::Timestamp;

use crate::aws::service::prelude::*;
use crate::documents::openapi::OpenApi;
use crate::services::apigateway::{ApiMarks, GET_DEPLOYMENT, GET_EXPORT, GET_STAGES, RestApi};
use crate::wait::STAGE_DEPLOYMENT;

/// A stage, which serves one deployment of the API.
#[derive(Clone, Debug)]
pub struct Stage {
    pub name: String,
    /// The deployment that it serves.
    pub deployment: String,
    /// Its stage variables, which integrations may name.
    pub variables: BTreeMap<String, String>,
    /// Whether its throttling lets calls of a method through at all, by methods such as `*/*` or `~1chapters/GET`.
    pub lets_through: BTreeMap<String, bool>,
    /// What is set of its methods, by methods such as `*/*`.
    pub settings: BTreeMap<String, StageSettings>,
    /// The ARN of where a line about each request goes.
    pub access_log: Option<String>,
    /// Whether X-Ray traces requests.
    pub is_traced: bool,
    /// Whether it has a cache of its own, which costs by the hour.
    pub has_cache: bool,
    /// When it was changed last, such as by a deployment, in seconds since 1970.
    pub updated: Option<i64>,
}

/// What a stage does with the requests of methods (API Gateway API Reference, "MethodSetting").
#[derive(Clone, Debug, PartialEq)]
pub struct StageSettings {
    /// How many requests a second it lets through; less than 0 for as many as the account may have.
    pub rate: f64,
    /// `OFF`, `ERROR` or `INFO`; empty if nothing was set.
    pub log_level: String,
    /// Whether its log has whole requests and answers.
    pub logs_data: bool,
    /// Whether there are metrics of each method.
    pub has_metrics: bool,
}

impl StageSettings {
    fn of(setting: &MethodSetting) -> Self {
        Self {
            rate: setting.throttling_rate_limit(),
            log_level: setting.logging_level().unwrap_or_default().to_owned(),
            logs_data: setting.data_trace_enabled(),
            has_metrics: setting.metrics_enabled(),
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the stage {}, deployment {}", self.name, self.deployment)
    }
}

impl Stage {
    /// Whether its throttling lets no call of the method through; a method's own setting outweighs that of all.
    pub fn is_closed(&self, path: &str, verb: &str) -> bool {
        let own = format!("{}/{verb}", path.replace('/', "~1"));
        self.lets_through.get(&own).or_else(|| self.lets_through.get("*/*")) == Some(&false)
    }

    /// A text of an integration, with this stage's variables in it; those that it lacks stay.
    pub fn filled(&self, text: &str) -> String {
        self.variables
            .iter()
            .fold(text.to_owned(), |text, (name, value)| text.replace(&format!("${{stageVariables.{name}}}"), value))
    }

    /// Whether it was changed so short a time before `now` that not all of API Gateway may serve it.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        let age = self.updated.map(|updated| now.as_second().saturating_sub(updated.max(0)));
        age.is_some_and(|age| age < STAGE_DEPLOYMENT.longest_seconds.into())
    }
}

/// The paths and verbs of a deployment, each with its authorization, such as `NONE`, as far as it is told.
#[derive(Clone, Debug)]
pub struct Deployed(BTreeMap<(String, String), Option<String>>);

impl Deployed {
    /// Whether it has the verb at the path, or a method for every verb.
    pub fn has(&self, path: &str, verb: &str) -> bool {
        self.method(path, verb).is_some()
    }

    /// The authorization of the method that answers the verb at the path; none if there is no such method. What the answer
    /// does not tell is none within it.
    pub fn method(&self, path: &str, verb: &str) -> Option<Option<&str>> {
        let of = |verb: &str| self.0.get(&(path.to_owned(), verb.to_owned()));
        of(verb).or_else(|| of("ANY")).map(Option::as_deref)
    }

    pub fn describe(&self) -> String {
        let all: Vec<_> = self.0.keys().map(|(path, verb)| format!("{verb} {path}")).collect();
        if all.is_empty() { "no method".into() } else { all.join(", ") }
    }
}

impl Aws {
    /// The stage that visitors are meant to use: of several, the one that the custom domain name leads to, or the one
    /// of that name, or the first.
    pub async fn stage(&self, you: &Learner, api: &RestApi, marks: ApiMarks<'_>) -> Read<Found<Stage>> {
        let stages = self.stages(you, api).await?;
        if stages.len() < 2 {
            return Ok(Found::from(stages.into_iter().next()));
        }
        let mappings = self.api_mappings(you, marks.domain).await?;
        let mapped = mappings.iter().filter(|mapping| mapping.api_id == api.id).find_map(|m| m.stage.as_deref());
        let named = |name: &str| stages.iter().find(|stage| stage.name == name);
        let chosen = mapped.and_then(named).or_else(|| named(marks.stage)).or_else(|| stages.first());
        Ok(Found::from(chosen.cloned()))
    }

    /// The stages of the API. A list without pages.
    pub async fn stages(&self, you: &Learner, api: &RestApi) -> Read<Vec<Stage>> {
        let call = Call::new(GET_STAGES, api.arn(you, "/stages")).at(&api.region);
        let send = || self.apigateway(&api.region).get_stages().rest_api_id(&api.id).send();
        let answer = self.ask(call.clone(), "", send).await?;
        let items = answer.item.as_ref().ok_or_else(|| Fault::incomplete(call.clone(), "item"))?;
        items.iter().map(|item| stage(item).map_err(|lacks| Fault::incomplete(call.clone(), lacks))).collect()
    }

    /// The methods of the deployment that the stage serves.
    pub async fn deployed(&self, you: &Learner, api: &RestApi, stage: &Stage) -> Read<Deployed> {
        let place = api.arn(you, &format!("/deployments/{}", stage.deployment));
        let call = Call::new(GET_DEPLOYMENT, place).at(&api.region);
        let deployment = self.apigateway(&api.region).get_deployment().rest_api_id(&api.id);
        let send = || deployment.deployment_id(&stage.deployment).embed("apisummary").send();
        // AWS keeps what a stage serves. An emulator lets a stage name what does not exist.
        let Some(answer) = self.ask(call.clone(), "", send).await.absent_on(&["NotFoundException"])? else {
            return Ok(Deployed(BTreeMap::new()));
        };
        let summary = answer.api_summary().ok_or_else(|| Fault::incomplete(call.clone(), "apiSummary"))?;
        let methods = summary.iter().flat_map(|(path, verbs)| {
            verbs.iter().map(|(verb, method)| {
                ((path.clone(), verb.to_uppercase()), method.authorization_type().map(str::to_owned))
            })
        });
        let methods: BTreeMap<_, _> = methods.collect();
        // AWS always tells it.
        if !self.is_emulated() && methods.values().any(Option::is_none) {
            return Err(Fault::incomplete(call, "authorizationType"));
        }
        Ok(Deployed(methods))
    }

    /// What the stage serves, integrations included: what was deployed, whatever the API has become since.
    pub async fn export(&self, you: &Learner, api: &RestApi, stage: &Stage) -> Read<OpenApi> {
        let place = api.arn(you, &format!("/stages/{}/exports/oas30", stage.name));
        let call = Call::new(GET_EXPORT, place).at(&api.region);
        let export = self.apigateway(&api.region).get_export().rest_api_id(&api.id).stage_name(&stage.name);
        let send = export.export_type("oas30").accepts("application/json").parameters("extensions", "integrations");
        let answer = self.ask(call.clone(), "", || send.send()).await?;
        let body = answer.body().ok_or_else(|| Fault::incomplete(call.clone(), "body"))?;
        let document = serde_json::from_slice(body.as_ref()).map_err(|error| {
            Fault::new(Cause::CutOff, Some(call.clone()), &format!("the export is no JSON: {error}"))
        })?;
        OpenApi::read(&document).map_err(|_| Fault::incomplete(call, "OpenAPI 3.0 document"))
    }
}

/// The stage, or what its answer lacks.
fn stage(item: &aws_sdk_apigateway::types::Stage) -> Result<Stage, &'static str> {
    let settings = || item.method_settings().into_iter().flatten();
    // No limit is -1.
    let lets_through = |setting: &MethodSetting| {
        setting.throttling_burst_limit() != 0 && setting.throttling_rate_limit().abs() > f64::EPSILON
    };
    Ok(Stage {
        name: item.stage_name().ok_or("stageName")?.to_owned(),
        deployment: item.deployment_id().ok_or("deploymentId")?.to_owned(),
        variables: item.variables().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())).collect(),
        lets_through: settings().map(|(method, setting)| (method.clone(), lets_through(setting))).collect(),
        settings: settings().map(|(method, setting)| (method.clone(), StageSettings::of(setting))).collect(),
        access_log: item
            .access_log_settings()
            .and_then(|log| log.destination_arn())
            .filter(|arn| !arn.is_empty())
            .map(str::to_owned),
        is_traced: item.tracing_enabled(),
        has_cache: item.cache_cluster_enabled(),
        updated: item.last_updated_date().map(|date| date.secs()),
    })
}
