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

/// How closely a part of a resource's path fits that of a path: the part itself, any part, or all that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Parameter,
    Rest,
}

/// How a resource fits a path, part by part; none if it does not.
fn fit(resource: &str, path: &str) -> Option<Vec<Fit>> {
    let (mut wanted, mut fits) = (path.split('/').skip(1), Vec::new());
    for part in resource.split('/').skip(1) {
        let next = wanted.next()?;
        match part {
            rest if rest.ends_with("+}") => {
                fits.push(Fit::Rest);
                return Some(fits);
            }
            part if part == next => fits.push(Fit::Exact),
            parameter if parameter.starts_with('{') => fits.push(Fit::Parameter),
            _ => return None,
        }
    }
    wanted.next().is_none().then_some(fits)
}

/// The resource that answers a verb at a path: of several, the closest that has a method for it (API Gateway Developer
/// Guide, "Set up a proxy integration with a proxy resource").
pub fn answering<'a>(resources: &'a [Resource], path: &str, verb: &str) -> Option<&'a Resource> {
    let able = resources.iter().filter(|resource| resource.method(verb).is_some());
    able.filter_map(|resource| Some((fit(&resource.path, path)?, resource))).min_by(|a, b| a.0.cmp(&b.0)).map(|of| of.1)
}

/// As [`answering`]; or what a beginner made instead.
pub fn answering_or_near(resources: &[Resource], path: &str, verb: &str) -> Found<Resource> {
    match answering(resources, path, verb) {
        Some(resource) => Found::Here(resource.clone()),
        None => Found::Missing(instead_of_method(resources, path, verb)),
    }
}

/// What there is instead of a method of a resource that is below another one.
fn instead_of_method(resources: &[Resource], path: &str, verb: &str) -> Option<NearMiss> {
    let (above, name) = path.rsplit_once('/')?;
    let at = |path: &str| resources.iter().find(|resource| resource.path == path);
    let last =
        |resource: &&Resource| resource.path.rsplit('/').next().is_some_and(|last| last.eq_ignore_ascii_case(name));
    let place = if above.is_empty() { "/" } else { above };
    if let Some(here) = at(path) {
        let verbs = if here.methods.is_empty() { "no method".to_owned() } else { here.verbs() };
        return Some(NearMiss {
            found: format!("{path} with {verbs}"),
            advice: format!("Choose {path} in the list of resources, and create a method of type {verb}."),
        });
    }
    let create = format!("create a resource named {name} right below {place}, in small letters");
    let found = match (resources.iter().find(last), at(above)) {
        (Some(other), _) => {
            let advice = format!("Choose {place} in the list of resources, {create}, and delete {}.", other.path);
            return Some(NearMiss { found: format!("the resource {}", other.path), advice });
        }
        (None, Some(parent)) => format!("the resource {}, and nothing named {name} below it", parent.path),
        (None, None) => {
            let paths: Vec<_> = resources.iter().map(|resource| resource.path.as_str()).take(6).collect();
            format!("the resources {}", paths.join(", "))
        }
    };
    Some(NearMiss { found, advice: format!("Choose {place} in the list of resources, and {create}.") })
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
