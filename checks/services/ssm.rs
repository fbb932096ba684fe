//! Systems Manager: the parameters of its Parameter Store. A value may be a secret: it is kept, and never shown whole.

use std::fmt;

use aws_sdk_ssm::operation::describe_parameters::DescribeParametersOutput;
use aws_sdk_ssm::types::ParameterType;

use crate::aws::service::prelude::*;

pub const SERVICE: Service = Service {
    api: Api {
        id: "SSM",
        settings_key: "ssm",
        operations: OPERATIONS,
        // AWS General Reference, "AWS Systems Manager endpoints and quotas": 40 a second for all kinds of Get together. It
        // says nothing of lists.
        rates: &[rate("GetParameters", 40, 40).in_each_region(), rate("", 5, 5).in_each_region()],
        always: &[],
    },
    health: health(|aws, you| {
        aws.answers(DESCRIBE_PARAMETERS, || aws.ssm(&you.region).describe_parameters().max_results(1).send())
    }),
};

operations! { "SSM", "ssm";
    GET_PARAMETERS: "GetParameters" on Resource;
    DESCRIBE_PARAMETERS: "DescribeParameters" on All;
}

/// The ARN of a parameter, whose name begins with a slash.
pub const PARAMETER_ARN: &str = "arn:{{ partition }}:ssm:{{ region }}:{{ account }}:parameter{{ name }}";
const PARAMETERS_OF_NAME: &ResourceSet = &resources_everywhere("{{ label }}Parameters", PARAMETER_ARN);
/// The parameters of a folder. Missing ones are looked for under other names, and in other regions.
pub const PARAMETERS: Reader =
    Reader::of(&[reading(GET_PARAMETERS, PARAMETERS_OF_NAME), reading_all(DESCRIBE_PARAMETERS)]);
pub const CONSOLE: Page =
    page("https://{{ region }}.console.aws.amazon.com/systems-manager/parameters/?region={{ region }}");

/// The most names that AWS lists on a page (AWS Systems Manager API Reference, "DescribeParameters").
const PAGE: i32 = 50;

/// A parameter.
#[derive(Clone)]
pub struct Parameter {
    pub name: String,
    /// Such as `String`, in AWS's word.
    pub kind: String,
    /// Whether its value comes as a cipher unless somebody asks for more.
    pub is_encrypted: bool,
    /// As it came.
    pub value: String,
}

impl fmt::Debug for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parameter").field("name", &self.name).field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.name, self.kind)
    }
}

impl Aws {
    /// The parameters of these names in the learner's region, each as it is or with what a beginner made instead of it.
    pub async fn parameters<const N: usize>(&self, you: &Learner, names: [&str; N]) -> Read<[Found<Parameter>; N]> {
        let here = self.parameters_in(you, &you.region, &names).await?;
        let nears = match here.len() == N {
            true => Nears::default(),
            false => self.parameters_near(you, &names).await,
        };
        Ok(names.map(|name| match here.iter().find(|parameter| parameter.name == name) {
            Some(parameter) => Found::Here(parameter.clone()),
            None => Found::Missing(nears.of(name)),
        }))
    }

    /// Those of these names that a region has.
    async fn parameters_in(&self, you: &Learner, region: &str, names: &[&str]) -> Read<Vec<Parameter>> {
        let folder = names.first().map(|name| folder_of(name)).unwrap_or_default();
        let call = Call::new(GET_PARAMETERS, you.arn(PARAMETER_ARN, region, &format!("{folder}/*"))).at(region);
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        let send = || self.ssm(region).get_parameters().set_names(Some(names.clone())).send();
        let answer = self.ask(call.clone(), &format!("{region} {}", names.join(" ")), send).await?;
        // An answer has both lists, and a name that AWS does not know is in the second.
        if answer.parameters.is_none() && answer.invalid_parameters.is_none() {
            return Err(Fault::incomplete(call, "Parameters"));
        }
        answer
            .parameters()
            .iter()
            .map(|listed| parameter(listed).map_err(|lacks| Fault::incomplete(call.clone(), lacks)))
            .collect()
    }

    /// What cannot be read when parameters are known to be missing leaves the miss a miss.
    async fn parameters_near(&self, you: &Learner, names: &[&str]) -> Nears {
        let has = |found: &Vec<Parameter>| !found.is_empty();
        let elsewhere = self.elsewhere(you, &you.region, |region| self.parameters_in(you, region, names), has);
        let (listed, elsewhere) = futures_util::join!(self.parameter_names(&you.region), elsewhere);
        Nears {
            own_region: you.region.clone(),
            wanted: names.iter().map(|name| (*name).to_owned()).collect(),
            listed: listed.unwrap_or_default(),
            elsewhere: elsewhere.map(|(region, found)| (region, found.into_iter().map(|one| one.name).collect())),
        }
    }

    /// The names of all parameters of a region.
    async fn parameter_names(&self, region: &str) -> Read<Vec<String>> {
        let call = Call::new(DESCRIBE_PARAMETERS, "*").at(region);
        let send = |mark| self.ssm(region).describe_parameters().max_results(PAGE).set_next_token(mark).send();
        let read = |answer: &DescribeParametersOutput| {
            let listed = answer.parameters.as_ref().ok_or("Parameters")?;
            let names = listed.iter().filter_map(|one| one.name().map(str::to_owned));
            Ok(Listing::marked(names.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    pub(crate) fn ssm(&self, region: &str) -> aws_sdk_ssm::Client {
        client!(self, aws_sdk_ssm, region)
    }
}

/// The parameter, or the member that AWS always sends and that is missing.
fn parameter(listed: &aws_sdk_ssm::types::Parameter) -> Result<Parameter, &'static str> {
    let kind = listed.r#type().ok_or("Type")?;
    Ok(Parameter {
        name: listed.name().ok_or("Name")?.to_owned(),
        kind: kind.as_str().to_owned(),
        is_encrypted: *kind == ParameterType::SecureString,
        value: listed.value().ok_or("Value")?.to_owned(),
    })
}

/// What stands before the last slash of a name.
fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(folder, _)| folder)
}

/// What there is instead of missing parameters.
#[derive(Default)]
struct Nears {
    own_region: String,
    wanted: Vec<String>,
    /// The names in the learner's region.
    listed: Vec<String>,
    /// Another region, and which of the parameters it has.
    elsewhere: Option<(&'static str, Vec<String>)>,
}

impl Nears {
    fn of(&self, name: &str) -> Option<NearMiss> {
        match &self.elsewhere {
            Some((region, names)) if names.iter().any(|other| other == name) => {
                Some(NearMiss::in_region("parameter", name, region, &self.own_region))
            }
            _ => self.named_likewise(name).map(|near| NearMiss::named("parameter", name, near)),
        }
    }

    /// One of a name like it; or else one of the same folder that is none of those that are wanted.
    fn named_likewise(&self, name: &str) -> Option<&str> {
        let others: Vec<&String> = self.listed.iter().filter(|other| !self.wanted.contains(other)).collect();
        let is_beside = |other: &&&String| other.contains('/') && folder_of(other) == folder_of(name);
        let near = nearest(name, &others, |other| other).or_else(|| others.iter().find(is_beside));
        near.map(|near| near.as_str())
    }
}
