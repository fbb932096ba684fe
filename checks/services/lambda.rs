//! Lambda: functions, their settings, code packages and resource policies.

mod code;
mod event_sources;
mod failures;
pub mod layers;

use std::fmt;
use std::sync::Arc;

use aws_sdk_lambda::operation::get_function::GetFunctionOutput;
use aws_sdk_lambda::operation::list_aliases::ListAliasesOutput;
use aws_sdk_lambda::operation::list_functions::ListFunctionsOutput;
use aws_sdk_lambda::primitives::{DateTime, DateTimeFormat};
use aws_sdk_lambda::types::{FunctionConfiguration, LastUpdateStatus, PackageType, State, TracingMode};

use crate::aws::policy_document::parsed;
use crate::aws::service::prelude::*;
use crate::documents::code::Variables;
use crate::documents::policy::Policy;
pub use code::unseen;
pub use event_sources::{EVENT_SOURCES, EventSourceMapping};

pub const SERVICE: Service = Service {
    api: Api {
        id: "Lambda",
        settings_key: "lambda",
        operations: OPERATIONS,
        // AWS Lambda Developer Guide, "Lambda quotas": GetFunction 100, GetPolicy 15, all others 15 together.
        rates: &[
            rate("GetFunction", 100, 100).in_each_region(),
            rate("GetPolicy", 15, 15).in_each_region(),
            rate("", 15, 15).in_each_region(),
        ],
        always: &[],
    },
    health: health(|aws, you| {
        aws.answers(LIST_FUNCTIONS, || aws.lambda(&you.region).list_functions().max_items(1).send())
    }),
};

operations! { "Lambda", "lambda";
    GET_FUNCTION: "GetFunction" on Resource;
    GET_FUNCTION_POLICY: "GetPolicy" on Resource;
    LIST_FUNCTIONS: "ListFunctions" on All;
    LIST_ALIASES: "ListAliases" on Resource;
    GET_FAILURES: "GetFunctionEventInvokeConfig" on Resource;
    LIST_EVENT_SOURCE_MAPPINGS: "ListEventSourceMappings" on All;
    LIST_LAYERS: "ListLayers" on All;
    GET_LAYER_VERSION: "GetLayerVersion" on Resource;
}

/// The ARN of a function, without a version.
pub const FUNCTION_ARN: &str = "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:{{ name }}";
/// With its versions and aliases, whose ARNs are longer. All functions are in one statement: a policy has little room.
const FUNCTION_OF_NAME: &ResourceSet =
    &resources("Functions", "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:{{ name }}*");
const ALL_FUNCTIONS: &ResourceSet =
    &resources("AllFunctions", "arn:{{ partition }}:lambda:{{ region }}:{{ account }}:function:*");
/// A function of a name, or one like it.
pub const FUNCTION: Reader = Reader::of(&[reading(GET_FUNCTION, FUNCTION_OF_NAME), reading_all(LIST_FUNCTIONS)]);
/// All functions of the learner's region.
pub const ANY_FUNCTION: Reader = Reader::of(&[reading_all(LIST_FUNCTIONS), reading(GET_FUNCTION, FUNCTION_OF_NAME)]);
/// The role that a function of a name works under.
pub(super) const ROLE_IN_USE: Reading = reading(GET_FUNCTION, FUNCTION_OF_NAME);
/// The names of all functions of the learner's region, and their roles.
pub const FUNCTION_NAMES: Reader = Reader::of(&[reading_all(LIST_FUNCTIONS)]);
/// Whatever a review asks about a function.
pub const REVIEWED: Reader = Reader::of(&[
    reading_all(LIST_FUNCTIONS),
    reading(GET_FUNCTION, ALL_FUNCTIONS),
    reading(GET_FUNCTION_POLICY, ALL_FUNCTIONS),
    reading(LIST_ALIASES, ALL_FUNCTIONS),
    reading(GET_FAILURES, ALL_FUNCTIONS),
    reading_all(LIST_EVENT_SOURCE_MAPPINGS),
]);
/// Where a function of a name writes its log.
pub const LOG_GROUP_IN_USE: Reader = Reader::of(&[ROLE_IN_USE]);
/// The resource policy of a function of a name.
pub const FUNCTION_POLICY: Reader = Reader::of(&[reading(GET_FUNCTION_POLICY, FUNCTION_OF_NAME)]);
/// The aliases of a function of a name.
pub const ALIASES: Reader = Reader::of(&[reading(LIST_ALIASES, FUNCTION_OF_NAME)]);
pub const CONSOLE: Page = page("https://console.aws.amazon.com/lambda/home?region={{ region }}#/functions");
/// The code of a function.
pub const CONSOLE_CODE: Page =
    page("https://console.aws.amazon.com/lambda/home?region={{ region }}#/functions/{{ name }}?tab=code");
/// The configuration of a function, its permissions among it.
pub const CONSOLE_PERMISSIONS: Page =
    page("https://console.aws.amazon.com/lambda/home?region={{ region }}#/functions/{{ name }}?tab=configure");

/// A function, as its unpublished version is set.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    /// Without a version.
    pub arn: String,
    pub region: String,
    /// Such as `nodejs24.x`; none for a container image.
    pub runtime: Option<String>,
    /// Such as `index.handler`; none for a container image.
    pub handler: Option<String>,
    /// Such as `arm64`.
    pub architecture: String,
    /// The ARN of the execution role.
    pub role: String,
    pub state: FunctionState,
    pub last_update: FunctionState,
    /// Where its log goes.
    pub log_group: String,
    /// The network of the account that it is in, if it is in one.
    pub vpc: Option<String>,
    /// How many calls run at once, if a number is reserved for it; with 0, none does.
    pub reserved_concurrency: Option<i32>,
    pub variables: Variables,
    /// Whether layers add files to those of the package.
    pub has_layers: bool,
    /// How many seconds a call may take, if that is told.
    pub timeout_seconds: Option<i32>,
    /// The size of its package.
    pub package_bytes: i64,
    /// Whether it is traced by X-Ray without being asked to, if that is told.
    pub is_traced: Option<bool>,
    /// `JSON` or `Text`, if that is told.
    pub log_format: Option<String>,
    /// The ARN of the queue or the topic that gets the events which it failed to handle.
    pub dead_letters: Option<String>,
    /// When its code or its settings were changed last, in milliseconds since 1970, if that is told.
    pub changed: Option<i64>,
    pub(crate) code: CodeLocation,
}

impl fmt::Display for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

impl Function {
    /// The name of the execution role, without its path.
    pub fn role_name(&self) -> &str {
        name_of_role(&self.role)
    }
}

/// Whether an ARN is that of the function with the other ARN, in whatever version.
pub fn is_of(arn: &str, function: &str) -> bool {
    arn.strip_prefix(function).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}

/// A role's name, without the path in its ARN.
pub fn name_of_role(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

/// How far a function, or its latest change, is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FunctionState {
    Ready,
    /// AWS is still at work; its reason, where it gives one.
    Pending(String),
    /// Idle for long: the next call fails, and wakes it.
    Asleep,
    /// It will not become ready by itself: AWS's reason.
    Failed(String),
    /// A state that is neither, in AWS's word.
    Other(String),
}

/// Where the code of a function is.
#[derive(Clone)]
pub(crate) enum CodeLocation {
    /// A presigned URL, whose query lets everyone in who knows it.
    At(String),
    Image,
    /// AWS gives no place.
    Unknown,
}

impl fmt::Debug for CodeLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CodeLocation::At(_) => "At(not shown)",
            CodeLocation::Image => "Image",
            CodeLocation::Unknown => "Unknown",
        })
    }
}

impl Aws {
    /// The function of that name in the learner's region, or what a beginner made instead of it.
    pub async fn function(&self, you: &Learner, name: &str) -> Read<Found<Function>> {
        let (call, answer) = self.get_function(you, name).await?;
        let Some(answer) = answer else { return Ok(Found::Missing(self.function_near(you, name).await)) };
        let missing = |member| Fault::incomplete(call.clone(), member);
        let settings = answer.configuration().ok_or_else(|| missing("Configuration"))?;
        let code = match answer.code() {
            Some(code) if code.image_uri().is_some() => CodeLocation::Image,
            Some(code) => {
                code.location().map_or(CodeLocation::Unknown, |location| CodeLocation::At(location.to_owned()))
            }
            None => return Err(missing("Code")),
        };
        let reserved = answer.concurrency().and_then(|concurrency| concurrency.reserved_concurrent_executions());
        let function = function(&you.region, settings, code).map_err(missing)?;
        Ok(Found::Here(Function { reserved_concurrency: reserved, ..function }))
    }

    /// Whether the learner's region has any function.
    pub(crate) async fn has_functions(&self, you: &Learner) -> Read<bool> {
        Ok(!self.functions(&you.region).await?.is_empty())
    }

    /// The name of the role that the function works under; none where there is no such function.
    pub(super) async fn role_in_use(&self, you: &Learner, function: &str) -> Read<Option<String>> {
        let (call, answer) = self.get_function(you, function).await?;
        let Some(answer) = answer else { return Ok(None) };
        let role = answer.configuration().and_then(|settings| settings.role());
        let role = role.ok_or_else(|| Fault::incomplete(call, "Configuration.Role"))?;
        Ok(Some(name_of_role(role).to_owned()))
    }

    /// The log group of the function; none where there is no such function, or it names no log group.
    pub async fn log_group_in_use(&self, you: &Learner, function: &str) -> Read<Option<String>> {
        let (_, answer) = self.get_function(you, function).await?;
        let settings = answer.as_ref().and_then(|answer| answer.configuration());
        let logging = settings.and_then(|settings| settings.logging_config());
        Ok(logging.and_then(|logging| logging.log_group()).map(str::to_owned))
    }

    async fn get_function(&self, you: &Learner, name: &str) -> Read<(Call, Option<Arc<GetFunctionOutput>>)> {
        let call = Call::new(GET_FUNCTION, you.arn(FUNCTION_ARN, &you.region, name)).at(&you.region);
        let send = || self.lambda(&you.region).get_function().function_name(name).send();
        let answer = self.ask(call.clone(), &you.region, send).await.absent_on(&["ResourceNotFoundException"])?;
        Ok((call, answer))
    }

    /// The policy that says who may invoke the function, or the alias or version of it that `arn` names; `None` when
    /// there is none.
    pub async fn function_policy(&self, function: &Function, arn: &str) -> Read<Option<Policy>> {
        let qualifier = arn.strip_prefix(&format!("{}:", function.arn)).map(str::to_owned);
        let call = Call::new(GET_FUNCTION_POLICY, arn).at(&function.region);
        let look = self.lambda(&function.region).get_policy().function_name(&function.name);
        let answer = self.ask(call.clone(), &function.region, || look.set_qualifier(qualifier).send()).await;
        let Some(answer) = answer.absent_on(&["ResourceNotFoundException"])? else { return Ok(None) };
        let json = answer.policy().ok_or_else(|| Fault::incomplete(call.clone(), "Policy"))?;
        parsed(&call, json).map(Some)
    }

    /// The ARNs of the function's aliases.
    pub async fn aliases(&self, function: &Function) -> Read<Vec<String>> {
        let call = Call::new(LIST_ALIASES, &function.arn).at(&function.region);
        let list = || self.lambda(&function.region).list_aliases().function_name(&function.name);
        let send = |mark| list().set_marker(mark).send();
        let read = |answer: &ListAliasesOutput| {
            let listed = answer.aliases.as_ref().ok_or("Aliases")?;
            let arns = listed.iter().map(|alias| alias.alias_arn().map(str::to_owned).ok_or("AliasArn"));
            Ok(Listing::marked(arns.collect::<Result<_, _>>()?, answer.next_marker()))
        };
        self.all(call, &function.region, send, read).await
    }

    /// The same name elsewhere, or another name here. What cannot be read when a function is known to be missing leaves
    /// the miss a miss.
    async fn function_near(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let (here, elsewhere) = futures_util::join!(self.functions(&you.region), self.function_elsewhere(you, name));
        let here = here.unwrap_or_default();
        let named_otherwise = nearest(name, &here, |near| near).map(|near| NearMiss::named("function", name, near));
        elsewhere.or(named_otherwise)
    }

    async fn function_elsewhere(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let has = |names: &Vec<String>| names.iter().any(|other| other == name);
        let (region, _) = self.elsewhere(you, &you.region, |region| self.functions(region), has).await?;
        Some(NearMiss::in_region("function", name, region, &you.region))
    }

    /// The names of all functions of the learner's region.
    pub async fn function_names(&self, you: &Learner) -> Read<Vec<String>> {
        self.functions(&you.region).await
    }

    /// The names of the functions of the learner's region, without those that are known.
    pub async fn functions_beside(&self, you: &Learner, known: &[&str]) -> Read<Vec<String>> {
        let mut names = self.functions(&you.region).await?;
        names.retain(|name| !known.contains(&name.as_str()));
        Ok(names)
    }

    /// The names of all functions of a region.
    async fn functions(&self, region: &str) -> Read<Vec<String>> {
        let call = Call::new(LIST_FUNCTIONS, "*").at(region);
        let send = |mark| self.lambda(region).list_functions().set_marker(mark).send();
        let read = |answer: &ListFunctionsOutput| {
            let listed = answer.functions.as_ref().ok_or("Functions")?;
            let names = listed.iter().filter_map(|function| function.function_name().map(str::to_owned));
            Ok(Listing::marked(names.collect(), answer.next_marker()))
        };
        self.all(call, region, send, read).await
    }

    /// The functions of the learner's region, each with the name of the role that it works under.
    pub async fn roles_of_functions(&self, you: &Learner) -> Read<Vec<(String, String)>> {
        let call = Call::new(LIST_FUNCTIONS, "*").at(&you.region);
        let send = |mark| self.lambda(&you.region).list_functions().set_marker(mark).send();
        let read = |answer: &ListFunctionsOutput| {
            let listed = answer.functions.as_ref().ok_or("Functions")?;
            let roles = listed.iter().map(|function| {
                Some((function.function_name()?.to_owned(), name_of_role(function.role()?).to_owned()))
            });
            Ok(Listing::marked(roles.collect::<Option<_>>().ok_or("FunctionName and Role")?, answer.next_marker()))
        };
        self.all(call, &you.region, send, read).await
    }

    pub(crate) fn lambda(&self, region: &str) -> aws_sdk_lambda::Client {
        client!(self, aws_sdk_lambda, region)
    }
}

/// The function, or the member that AWS always sends and that is missing (Lambda API Reference, GetFunction and
/// FunctionConfiguration; State and LastUpdateStatus since 2020, "Lambda function states").
fn function(region: &str, settings: &FunctionConfiguration, code: CodeLocation) -> Result<Function, &'static str> {
    let name = settings.function_name().ok_or("FunctionName")?;
    let arn = settings.function_arn().ok_or("FunctionArn")?;
    let image = settings.package_type() == Some(&PackageType::Image);
    if !image && settings.runtime().is_none() {
        return Err("Runtime");
    }
    let logging = settings.logging_config().and_then(|logging| logging.log_group());
    let variables = settings.environment().and_then(|environment| environment.variables());
    Ok(Function {
        name: name.to_owned(),
        arn: arn.to_owned(),
        region: region.to_owned(),
        runtime: settings.runtime().map(|runtime| runtime.as_str().to_owned()),
        handler: settings.handler().map(str::to_owned),
        architecture: settings.architectures().first().ok_or("Architectures")?.as_str().to_owned(),
        role: settings.role().ok_or("Role")?.to_owned(),
        state: state(settings.state().ok_or("State")?, settings.state_reason()),
        last_update: last_update(settings.last_update_status(), settings.last_update_status_reason()),
        log_group: logging.map_or_else(|| format!("/aws/lambda/{name}"), str::to_owned),
        vpc: settings.vpc_config().and_then(|vpc| vpc.vpc_id()).filter(|id| !id.is_empty()).map(str::to_owned),
        reserved_concurrency: None,
        variables: variables.into_iter().flatten().map(|(n, v)| (n.clone(), v.clone())).collect(),
        has_layers: !settings.layers().is_empty(),
        timeout_seconds: settings.timeout(),
        package_bytes: settings.code_size(),
        is_traced: settings
            .tracing_config()
            .and_then(|tracing| tracing.mode())
            .map(|mode| *mode == TracingMode::Active),
        log_format: settings.logging_config().and_then(|logging| logging.log_format()).map(|f| f.as_str().to_owned()),
        dead_letters: settings
            .dead_letter_config()
            .and_then(|to| to.target_arn())
            .filter(|arn| !arn.is_empty())
            .map(str::to_owned),
        changed: settings.last_modified().and_then(milliseconds),
        code: if image { CodeLocation::Image } else { code },
    })
}

/// A time as Lambda writes it, such as `2026-01-02T00:00:00.000+0000`, in milliseconds since 1970.
fn milliseconds(time: &str) -> Option<i64> {
    let utc = time.strip_suffix("+0000").map_or_else(|| time.to_owned(), |time| format!("{time}Z"));
    DateTime::from_str(&utc, DateTimeFormat::DateTime).ok()?.to_millis().ok()
}

/// An inactive function is woken by its next call, which fails (Lambda Developer Guide, "Lambda function states").
fn state(state: &State, reason: Option<&str>) -> FunctionState {
    let reason = reason.unwrap_or_default().to_owned();
    match state {
        State::Active => FunctionState::Ready,
        State::Inactive => FunctionState::Asleep,
        State::Pending => FunctionState::Pending(reason),
        State::Failed => FunctionState::Failed(reason),
        other => FunctionState::Other(other.as_str().to_owned()),
    }
}

/// Before the first change there may be no status.
fn last_update(status: Option<&LastUpdateStatus>, reason: Option<&str>) -> FunctionState {
    let reason = reason.unwrap_or_default().to_owned();
    match status {
        None | Some(LastUpdateStatus::Successful) => FunctionState::Ready,
        Some(LastUpdateStatus::InProgress) => FunctionState::Pending(reason),
        Some(LastUpdateStatus::Failed) => FunctionState::Failed(reason),
        Some(other) => FunctionState::Other(other.as_str().to_owned()),
    }
}
