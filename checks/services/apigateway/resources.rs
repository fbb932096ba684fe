//! The resources of a REST API and their methods, as they are now; what visitors get is what was deployed.

use std::collections::BTreeMap;
use std::fmt;

use aws_sdk_apigateway::operation::get_resources::GetResourcesOutput;

use super::GET_RESOURCES;
use super::integration::method;
use crate::aws::service::prelude::*;
use crate::services::apigateway::{Method, RestApi};

/// One path of an API.
#[derive(Clone, Debug)]
pub struct Resource {
    /// From the root, such as `/photos`.
    pub path: String,
    /// By their verbs in upper case; `ANY` stands for those that have no entry of their own.
    pub methods: BTreeMap<String, Method>,
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with {}", self.path, self.verbs())
    }
}

impl Resource {
    /// The method that answers a verb: its own, or the one for any verb (API Gateway Developer Guide, "Set up a method
    /// request in API Gateway").
    pub fn method(&self, verb: &str) -> Option<&Method> {
        self.methods.get(verb).or_else(|| self.methods.get("ANY"))
    }

    /// The verbs that it has methods for.
    pub fn verbs(&self) -> String {
        let verbs: Vec<_> = self.methods.keys().map(String::as_str).collect();
        if verbs.is_empty() { "no method".into() } else { verbs.join(", ") }
    }
}

impl Aws {
    /// All resources of the API, with their methods and integrations.
    pub async fn resources(&self, you: &Learner, api: &RestApi) -> Read<Vec<Resource>> {
        let call = Call::new(GET_RESOURCES, api.arn(you, "/resources")).at(&api.region);
        let list = || self.apigateway(&api.region).get_resources().rest_api_id(&api.id).embed("methods").limit(500);
        let send = |mark| list().set_position(mark).send();
        let read = |answer: &GetResourcesOutput| {
            let items = answer.items.as_ref().ok_or("item")?;
            let resources = items.iter().map(resource).collect::<Result<_, _>>()?;
            Ok(Listing::marked(resources, answer.position()))
        };
        self.all(call, "", send, read).await
    }

    /// The resource at that path, or what a beginner made instead.
    pub async fn resource(&self, you: &Learner, api: &RestApi, path: &str) -> Read<Found<Resource>> {
        let resources = self.resources(you, api).await?;
        let here = resources.iter().find(|resource| resource.path == path);
        Ok(here.map_or_else(|| Found::Missing(instead(&resources, path)), |resource| Found::Here(resource.clone())))
    }
}

fn instead(resources: &[Resource], wanted: &str) -> Option<NearMiss> {
    let name = |path: &str| path.trim_start_matches('/').to_owned();
    let part = name(wanted);
    let named: Vec<_> = resources.iter().map(|resource| (name(&resource.path), resource)).collect();
    if let Some((_, near)) = nearest(&part, &named, |(name, _)| name) {
        let parent = near.path.strip_suffix(wanted);
        let why = match parent {
            Some(parent) => format!("The new resource went under {parent}. Choose / in the list of resources first"),
            None => "API Gateway tells capital letters from small ones, and knows no similar names".into(),
        };
        return Some(NearMiss {
            found: format!("the resource {}", near.path),
            advice: format!("{why}: create a resource named {part} right below /, and delete {}.", near.path),
        });
    }
    let proxy = resources.iter().find(|resource| resource.path == "/{proxy+}");
    let root = resources.iter().find(|resource| resource.path == "/" && !resource.methods.is_empty());
    let found = match (proxy, root) {
        (Some(proxy), _) => format!("the resource {} for every path, with {}", proxy.path, proxy.verbs()),
        (None, Some(root)) => format!("{} at /, the root of the API", root.verbs()),
        (None, None) => return None,
    };
    let advice = format!(
        "The exercises need a resource of its own: create the resource {part} right below /, and its methods there."
    );
    Some(NearMiss { found, advice })
}

/// The resource, or what its answer lacks.
fn resource(item: &aws_sdk_apigateway::types::Resource) -> Result<Resource, &'static str> {
    let methods = item.resource_methods().into_iter().flatten();
    let methods = methods.map(|(verb, of)| Some((verb.to_uppercase(), method(of)?))).collect::<Option<_>>();
    Ok(Resource { path: item.path().ok_or("path")?.to_owned(), methods: methods.ok_or("authorizationType")? })
}
