//! API Gateway: REST APIs with their resources, stages and custom domain names, and the HTTP APIs that are no such thing.

pub mod domain;
mod integration;
mod resources;
mod stages;

use aws_sdk_apigateway::types::RestApi as SdkApi;
use futures_util::future::join_all;

use crate::aws::clients::client;
use crate::aws::fault::{Call, Fault, Read};
use crate::aws::nulls::NoNulls;
use crate::aws::pages::Pages;
use crate::aws::regions::elsewhere;
use crate::aws::{Aws, operation};
use crate::judgement::{Found, NearMiss};
use crate::learner::Learner;
use crate::near::nearest;

pub use integration::{Integration, Method, Pairs, Sent};
pub use resources::Resource;
pub use stages::{Deployed, Stage};

/// The book's name for the API.
const NAME: &str = "website";
/// The resource by which the API is told from others.
const CHAPTERS: &str = "/chapters";
/// How many APIs are searched for the resource. GetResources is the slowest of API Gateway's operations (Amazon API
/// Gateway Developer Guide, "Amazon API Gateway quotas").
const MOST_SEARCHED: usize = 5;

/// A REST API.
#[derive(Clone, Debug)]
pub struct RestApi {
    pub id: String,
    pub name: String,
    pub region: String,
    /// `REGIONAL`, `EDGE` or `PRIVATE`.
    pub endpoint_types: Vec<String>,
    /// Whether it answers at an address of API Gateway's own, and not at custom domain names alone.
    pub has_default_endpoint: bool,
}

impl RestApi {
    pub fn describe(&self) -> String {
        format!("the REST API {} (id {})", self.name, self.id)
    }

    /// The host name that API Gateway gives it (API Gateway Developer Guide, "Invoke REST APIs in API Gateway").
    pub fn host(&self) -> String {
        format!("{}.execute-api.{}.amazonaws.com", self.id, self.region)
    }

    fn arn(&self, you: &Learner, below: &str) -> String {
        format!("arn:{}:apigateway:{}::/restapis/{}{below}", you.partition, self.region, self.id)
    }
}

impl Aws {
    /// The learner's REST API: of several, the one that the custom domain name leads to, the one with the resource
    /// /chapters, or the one named like the book's; or what a beginner made instead of one.
    pub async fn rest_api(&self, you: &Learner) -> Read<Found<RestApi>> {
        let mut apis = self.rest_apis(you, &you.region).await?;
        match apis.len() {
            0 => Ok(Found::Missing(self.no_rest_api(you).await)),
            1 => Ok(Found::Here(apis.remove(0))),
            _ => self.rest_api_among(you, apis).await,
        }
    }

    async fn rest_api_among(&self, you: &Learner, mut apis: Vec<RestApi>) -> Read<Found<RestApi>> {
        let mappings = self.api_mappings(you).await?;
        if let Some(mapped) = apis.iter().find(|api| mappings.iter().any(|mapping| mapping.api_id == api.id)) {
            return Ok(Found::Here(mapped.clone()));
        }
        // Those named like the book's first, so that they are among those searched.
        apis.sort_by_key(|api| nearest(NAME, std::slice::from_ref(api), |api| &api.name).is_none());
        let searched = &apis[..apis.len().min(MOST_SEARCHED)];
        for (api, resources) in searched.iter().zip(join_all(searched.iter().map(|a| self.resources(you, a))).await) {
            if resources?.iter().any(|resource| resource.path == CHAPTERS) {
                return Ok(Found::Here(api.clone()));
            }
        }
        if let Some(near) = nearest(NAME, &apis, |api| &api.name) {
            return Ok(Found::Here(near.clone()));
        }
        let names: Vec<_> = searched.iter().map(|api| api.name.as_str()).collect();
        Ok(Found::Missing(Some(NearMiss {
            found: format!("{} REST APIs, among them {}", apis.len(), names.join(", ")),
            advice: format!(
                "None of them has a resource {CHAPTERS}. Create a REST API named {NAME}, or add the resource to the one that you mean (exercise 5.4)."
            ),
        })))
    }

    async fn rest_apis(&self, you: &Learner, region: &str) -> Read<Vec<RestApi>> {
        let arn = format!("arn:{}:apigateway:{region}::/restapis", you.partition);
        let call = Call::new(operation::GET_REST_APIS, arn).at(region);
        let (mut all, mut pages, mut position) = (Vec::new(), Pages::of(&call), None::<String>);
        loop {
            let page = self.apigateway(region).get_rest_apis().limit(500);
            let scope = format!("{region} {}", position.as_deref().unwrap_or_default());
            let answer = self.ask(call.clone(), &scope, page.set_position(position).send()).await?;
            let items = answer.items.as_ref().ok_or_else(|| Fault::incomplete(call.clone(), "item"))?;
            for item in items {
                all.push(rest_api(region, item).map_err(|member| Fault::incomplete(call.clone(), member))?);
            }
            position = pages.next(answer.position())?;
            if position.is_none() {
                return Ok(all);
            }
        }
    }

    /// What a beginner made instead; what cannot be read is no near miss and no fault of the clause.
    async fn no_rest_api(&self, you: &Learner) -> Option<NearMiss> {
        match self.other_kind(you).await {
            Some(near) => Some(near),
            None => self.rest_api_elsewhere(you).await,
        }
    }

    /// An HTTP or a WebSocket API, which the console offers beside REST APIs.
    async fn other_kind(&self, you: &Learner) -> Option<NearMiss> {
        let arn = format!("arn:{}:apigateway:{}::/apis", you.partition, you.region);
        let call = Call::new(operation::GET_HTTP_APIS, arn).at(&you.region);
        let send = self.apigatewayv2(&you.region).get_apis().send();
        let answer = self.ask(call, &you.region, send).await.ok()?;
        let named = |api: &aws_sdk_apigatewayv2::types::Api| api.name().unwrap_or_default().to_owned();
        let apis: Vec<_> = answer.items().iter().map(|api| (named(api), api)).collect();
        let (name, api) = nearest(NAME, &apis, |(name, _)| name).or(apis.first())?;
        let kind = match api.protocol_type().map(|kind| kind.as_str()) {
            Some("WEBSOCKET") => "a WebSocket API",
            _ => "an HTTP API",
        };
        Some(NearMiss {
            found: format!("{kind} named {name}"),
            advice: format!(
                "The exercises use a REST API, which has mock integrations and exports. One kind cannot be made into the other: delete {name} if you do not need it, and create a REST API."
            ),
        })
    }

    async fn rest_api_elsewhere(&self, you: &Learner) -> Option<NearMiss> {
        let (_, apis) = elsewhere(&you.region, |region| self.rest_apis(you, region), |apis| !apis.is_empty()).await?;
        let api = apis.first()?;
        Some(NearMiss {
            found: format!("{} in {}", api.describe(), api.region),
            advice: format!(
                "An API cannot be moved: switch the console to {}, create the API there, and delete the one in {}.",
                you.region, api.region
            ),
        })
    }

    pub(crate) fn apigateway(&self, region: &str) -> aws_sdk_apigateway::Client {
        client!(self, aws_sdk_apigateway, region, |builder| builder.interceptor(NoNulls))
    }

    pub(crate) fn apigatewayv2(&self, region: &str) -> aws_sdk_apigatewayv2::Client {
        client!(self, aws_sdk_apigatewayv2, region)
    }
}

/// The API, or what its answer lacks.
fn rest_api(region: &str, api: &SdkApi) -> Result<RestApi, &'static str> {
    let types = api.endpoint_configuration().map(|endpoint| endpoint.types()).unwrap_or_default();
    if types.is_empty() {
        return Err("endpointConfiguration");
    }
    Ok(RestApi {
        id: api.id().ok_or("id")?.to_owned(),
        name: api.name().ok_or("name")?.to_owned(),
        region: region.to_owned(),
        endpoint_types: types.iter().map(|kind| kind.as_str().to_owned()).collect(),
        has_default_endpoint: !api.disable_execute_api_endpoint(),
    })
}
