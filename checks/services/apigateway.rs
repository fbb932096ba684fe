//! API Gateway: REST APIs with their resources, stages and custom domain names, and the HTTP APIs that are no such
//! thing.

mod authorizers;
pub mod domain;
pub mod http_apis;
mod integration;
mod resources;
mod stages;

use std::fmt;

use aws_sdk_apigateway::operation::get_rest_apis::GetRestApisOutput;
use aws_sdk_apigateway::types::RestApi as SdkApi;
use futures_util::future::join_all;

use crate::aws::nulls::NoNulls;
use crate::aws::service::prelude::*;
use crate::documents::policy::Policy;

pub use authorizers::Authorizer;
pub use integration::{Integration, Method, Pairs, Sent};
pub use resources::{Resource, answering, answering_or_near};
pub use stages::{Deployed, Stage, StageSettings};

pub const SERVICE: Service = Service {
    api: Api {
        id: "API Gateway",
        settings_key: "api_gateway",
        operations: OPERATIONS,
        // Amazon API Gateway Developer Guide, "Amazon API Gateway quotas": 10 a second for all operations together, which
        // both kinds of APIs share in AWS; GetResources 5 in 2 seconds.
        rates: &[rate("GetResources", 5, 2).in_each_region(), rate("", 30, 8).in_each_region()],
        always: &[],
    },
    health: health(|aws, you| {
        aws.answers(GET_REST_APIS, || aws.apigateway(&you.region).get_rest_apis().limit(1).send())
    }),
};

operations! { "API Gateway", "apigateway";
    GET_REST_APIS: "GetRestApis" needs "apigateway:GET" on Resource;
    GET_API_DOMAIN: "GetDomainName" needs "apigateway:GET" on Resource;
    GET_API_DOMAINS: "GetDomainNames" needs "apigateway:GET" on Resource;
    GET_BASE_PATH_MAPPINGS: "GetBasePathMappings" needs "apigateway:GET" on Resource;
    GET_RESOURCES: "GetResources" needs "apigateway:GET" on Resource;
    GET_AUTHORIZERS: "GetAuthorizers" needs "apigateway:GET" on Resource;
    GET_DEPLOYMENT: "GetDeployment" needs "apigateway:GET" on Resource;
    GET_EXPORT: "GetExport" needs "apigateway:GET" on Resource;
    GET_STAGES: "GetStages" needs "apigateway:GET" on Resource;
}

/// The ARN of all REST APIs of a region.
const REST_APIS_ARN: &str = "arn:{{ partition }}:apigateway:{{ region }}::/restapis";
const REST_APIS: &ResourceSet = &resources_everywhere("RestApis", REST_APIS_ARN);
const PARTS_OF_REST_APIS: &ResourceSet =
    &resources("PartsOfRestApis", "arn:{{ partition }}:apigateway:{{ region }}::/restapis/*");

/// An API in another region or of another kind is a near miss; of several, what the custom domain name leads to tells
/// which it is, or their resources.
pub const REST_API: Reader = Reader::of(&[
    reading(GET_REST_APIS, REST_APIS),
    reading(http_apis::GET_HTTP_APIS, http_apis::HTTP_APIS),
    reading(GET_BASE_PATH_MAPPINGS, domain::API_DOMAINS),
    reading(GET_RESOURCES, PARTS_OF_REST_APIS),
]);
/// Whatever a review asks about a REST API, and about the domain name that leads to it.
pub const REVIEWED: Reader = Reader::of(&[
    reading(GET_REST_APIS, REST_APIS),
    reading(GET_RESOURCES, PARTS_OF_REST_APIS),
    reading(GET_STAGES, PARTS_OF_REST_APIS),
    reading(GET_API_DOMAIN, domain::API_DOMAINS),
    reading(GET_BASE_PATH_MAPPINGS, domain::API_DOMAINS),
]);
pub const RESOURCES: Reader = Reader::of(&[reading(GET_RESOURCES, PARTS_OF_REST_APIS)]);
pub const STAGES: Reader = Reader::of(&[reading(GET_STAGES, PARTS_OF_REST_APIS)]);
pub const AUTHORIZERS: Reader = Reader::of(&[reading(GET_AUTHORIZERS, PARTS_OF_REST_APIS)]);
pub const DEPLOYMENT: Reader = Reader::of(&[reading(GET_DEPLOYMENT, PARTS_OF_REST_APIS)]);
pub const STAGE_EXPORT: Reader = Reader::of(&[reading(GET_EXPORT, PARTS_OF_REST_APIS)]);
pub const CONSOLE: Page = page("https://{{ region }}.console.aws.amazon.com/apigateway/main/apis?region={{ region }}");

/// How to tell the learner's REST API, and the stage for visitors, from others.
#[derive(Clone, Copy, Debug)]
pub struct ApiMarks<'a> {
    pub name: &'a str,
    pub stage: &'a str,
    /// A resource that it has.
    pub path: &'a str,
    /// The custom domain name that leads to it.
    pub domain: &'a str,
}

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
    /// Who may call it at all: its resource policy.
    pub policy: Option<Policy>,
    /// The media types that it takes for bytes instead of text, such as `*/*`.
    pub binary_types: Vec<String>,
    /// From how many bytes on it packs what it sends; none if it packs nothing.
    pub packs_from: Option<i32>,
}

impl fmt::Display for RestApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the REST API {} (id {})", self.name, self.id)
    }
}

impl RestApi {
    /// The host name that API Gateway gives it (API Gateway Developer Guide, "Invoke REST APIs in API Gateway").
    pub fn host(&self) -> String {
        format!("{}.execute-api.{}.amazonaws.com", self.id, self.region)
    }

    fn arn(&self, you: &Learner, below: &str) -> String {
        format!("arn:{}:apigateway:{}::/restapis/{}{below}", you.partition, self.region, self.id)
    }
}

impl Aws {
    /// The learner's REST API: of several, the one that the custom domain name leads to, the one with the resource, or
    /// the one of that name; or what a beginner made instead of one.
    pub async fn rest_api(&self, you: &Learner, marks: ApiMarks<'_>) -> Read<Found<RestApi>> {
        let mut apis = self.rest_apis(you, &you.region).await?;
        match apis.len() {
            0 => Ok(Found::Missing(self.no_rest_api(you, marks.name).await)),
            1 => Ok(Found::Here(apis.remove(0))),
            _ => self.rest_api_among(you, marks, apis).await,
        }
    }

    /// Whether the learner's region has any REST API.
    pub(crate) async fn has_rest_apis(&self, you: &Learner) -> Read<bool> {
        Ok(!self.rest_apis(you, &you.region).await?.is_empty())
    }

    async fn rest_api_among(&self, you: &Learner, marks: ApiMarks<'_>, mut apis: Vec<RestApi>) -> Read<Found<RestApi>> {
        let mappings = self.api_mappings(you, marks.domain).await?;
        if let Some(mapped) = apis.iter().find(|api| mappings.iter().any(|mapping| mapping.api_id == api.id)) {
            return Ok(Found::Here(mapped.clone()));
        }
        // Those of a like name first, so that they are among those searched.
        apis.sort_by_key(|api| nearest(marks.name, std::slice::from_ref(api), |api| &api.name).is_none());
        let searched = &apis[..apis.len().min(MOST_SEARCHED)];
        for (api, resources) in searched.iter().zip(join_all(searched.iter().map(|a| self.resources(you, a))).await) {
            if resources?.iter().any(|resource| resource.path == marks.path) {
                return Ok(Found::Here(api.clone()));
            }
        }
        if let Some(near) = nearest(marks.name, &apis, |api| &api.name) {
            return Ok(Found::Here(near.clone()));
        }
        let names: Vec<_> = searched.iter().map(|api| api.name.as_str()).collect();
        Ok(Found::Missing(Some(NearMiss {
            found: format!("{} REST APIs, among them {}", apis.len(), names.join(", ")),
            advice: format!(
                "None of them has a resource {}. Create a REST API named {}, or add the resource to the one that you mean.",
                marks.path, marks.name
            ),
        })))
    }

    /// All REST APIs of a region.
    pub(crate) async fn rest_apis(&self, you: &Learner, region: &str) -> Read<Vec<RestApi>> {
        let call = Call::new(GET_REST_APIS, you.arn(REST_APIS_ARN, region, "")).at(region);
        let send = |mark| self.apigateway(region).get_rest_apis().limit(500).set_position(mark).send();
        let read = |answer: &GetRestApisOutput| {
            let items = answer.items.as_ref().ok_or("item")?;
            let apis = items.iter().map(|item| rest_api(you, region, item)).collect::<Result<_, _>>()?;
            Ok(Listing::marked(apis, answer.position()))
        };
        self.all(call, region, send, read).await
    }

    /// What a beginner made instead; what cannot be read is no near miss and no fault of the clause.
    async fn no_rest_api(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        match self.other_kind(you, name).await {
            Some(near) => Some(near),
            None => self.rest_api_elsewhere(you).await,
        }
    }

    async fn rest_api_elsewhere(&self, you: &Learner) -> Option<NearMiss> {
        let (_, apis) =
            self.elsewhere(you, &you.region, |region| self.rest_apis(you, region), |apis| !apis.is_empty()).await?;
        let api = apis.first()?;
        Some(NearMiss {
            found: format!("{} in {}", api, api.region),
            advice: format!(
                "An API cannot be moved: switch the console to {}, create the API there, and delete the one in {}.",
                you.region, api.region
            ),
        })
    }

    pub(crate) fn apigateway(&self, region: &str) -> aws_sdk_apigateway::Client {
        client!(self, aws_sdk_apigateway, region, |builder| builder.interceptor(NoNulls))
    }
}

/// The API, or what its answer lacks.
fn rest_api(you: &Learner, region: &str, api: &SdkApi) -> Result<RestApi, &'static str> {
    let types = api.endpoint_configuration().map(|endpoint| endpoint.types()).unwrap_or_default();
    if types.is_empty() {
        return Err("endpointConfiguration");
    }
    let id = api.id().ok_or("id")?;
    let whole = format!("arn:{}:execute-api:{region}:{}:{id}/", you.partition, you.account);
    Ok(RestApi {
        id: id.to_owned(),
        name: api.name().ok_or("name")?.to_owned(),
        region: region.to_owned(),
        endpoint_types: types.iter().map(|kind| kind.as_str().to_owned()).collect(),
        has_default_endpoint: !api.disable_execute_api_endpoint(),
        policy: api.policy().filter(|json| !json.is_empty()).map(|json| policy(json, &whole)).transpose()?,
        binary_types: api.binary_media_types().to_vec(),
        packs_from: api.minimum_compression_size().filter(|size| *size >= 0),
    })
}

/// The resource policy, whose quotation marks API Gateway sends with a backslash before each. `execute-api:/` stands for
/// the API itself (API Gateway Developer Guide, "API Gateway resource policy examples").
fn policy(json: &str, whole: &str) -> Result<Policy, &'static str> {
    let plain = serde_json::from_str::<String>(&format!("\"{json}\"")).unwrap_or_else(|_| json.to_owned());
    Policy::parse(&plain.replace("\"execute-api:/", &format!("\"{whole}"))).map_err(|_| "policy document as policy")
}
