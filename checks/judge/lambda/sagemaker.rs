//! What a function's code has SageMaker do, and under which names it keeps parameters for that. Nobody sees what such a
//! function answers: what is not seen in the code is told by nothing else.

use crate::documents::code::{Run, SentRequest, Text};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What a function is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    Training,
    Inference,
}

/// A request of the AWS SDK for JavaScript, versions 3 and 2, or for Python: how it is called, the action that it needs, and
/// the kind of thing that it is about.
type Request = ([&'static str; 3], &'static str, &'static str);

const TRAINS: &[Request] = &[(
    ["CreateTrainingJobCommand", ".createTrainingJob", ".create_training_job"],
    "sagemaker:CreateTrainingJob",
    "training-job",
)];
const INFERS: &[Request] = &[
    (
        ["CreateTransformJobCommand", ".createTransformJob", ".create_transform_job"],
        "sagemaker:CreateTransformJob",
        "transform-job",
    ),
    (["InvokeEndpointCommand", ".invokeEndpoint", ".invoke_endpoint"], "sagemaker:InvokeEndpoint", "endpoint"),
];
const OTHERS: &[Request] = &[
    (["CreateModelCommand", ".createModel", ".create_model"], "sagemaker:CreateModel", "model"),
    (
        ["DescribeTrainingJobCommand", ".describeTrainingJob", ".describe_training_job"],
        "sagemaker:DescribeTrainingJob",
        "training-job",
    ),
];
/// Of the SageMaker Python SDK, which is no part of the runtime.
const SDK: &str = "sagemaker";
const SDK_TRAINS: &[&str] = &[".fit"];
const SDK_INFERS: &[&str] = &[".transform", ".transformer", ".predict", ".deploy"];

const PARAMETERS: &[([&str; 3], &str)] = &[
    (["PutParameterCommand", ".putParameter", ".put_parameter"], "ssm:PutParameter"),
    (["GetParameterCommand", ".getParameter", ".get_parameter"], "ssm:GetParameter"),
];

/// The code has SageMaker do the work.
///
/// # Errors
/// Why that is not seen.
pub fn starts(package: &Package, work: Work) -> Result<Judgement, String> {
    let run = package.run();
    if let Some(file) = run.unreadable() {
        return Err(format!("a part of {file} does not read as code"));
    }
    let (requests, of_sdk, expected) = match work {
        Work::Training => (TRAINS, SDK_TRAINS, "a request such as create_training_job"),
        Work::Inference => (INFERS, SDK_INFERS, "a request such as create_transform_job"),
    };
    let mut names: Vec<&str> = requests.iter().flat_map(|(names, ..)| *names).collect();
    if package.code().imports().any(|module| module.split('.').next() == Some(SDK)) {
        names.extend(of_sdk);
    }
    let sent = run.requests(&names).0;
    match (sent.iter().find(|request| request.runs), sent.first()) {
        (Some(request), _) => Ok(Judgement::holds(request.name).but(lacks_argument(&run))),
        (None, Some(request)) => Err(format!("{} is in a part of it that nothing calls", request.name)),
        (None, None) if package.has_libraries() => Err("the libraries in the package may do it".into()),
        (None, None) => match run.hides() {
            Some(why) => Err(why),
            None => Ok(Judgement::fails(expected, "nothing that asks SageMaker for it")),
        },
    }
}

/// Why every run ends with an error.
fn lacks_argument(run: &Run<'_>) -> Option<Judgement> {
    let (function, argument) = run.short_call()?;
    let found = format!("{function} is called without the argument {argument}");
    Some(
        Judgement::fails("calls with all their arguments", found)
            .advising("Python ends such a run with a TypeError: give the call what it lacks, and deploy the code."),
    )
}

/// What the requests need that the code sends to SageMaker: the action, and the kind of thing that it is about.
pub fn actions(package: &Package) -> Vec<(&'static str, &'static str)> {
    let run = package.run();
    let is_sent = |names: &[&'static str]| run.requests(names).0.iter().any(|request| request.runs);
    let all = [TRAINS, INFERS, OTHERS].concat();
    all.iter().filter(|(names, ..)| is_sent(names)).map(|(_, action, kind)| (*action, *kind)).collect()
}

/// What the requests need that the code sends about parameters whose names are seen: the action, and the name.
pub fn parameters(package: &Package) -> Vec<(&'static str, String)> {
    let run = package.run();
    let mut needed = Vec::new();
    for (names, action) in PARAMETERS {
        for request in run.requests(names).0.iter().filter(|request| request.runs) {
            let whole = named(request).into_iter().filter(Text::is_whole);
            needed.extend(whole.map(|name| (*action, name.value().to_owned())));
        }
    }
    needed
}

fn named(request: &SentRequest<'_>) -> Vec<Text> {
    request.input("Name").texts().cloned().collect()
}

/// Every parameter whose name has a path begins with a slash, or Parameter Store refuses it (AWS Systems Manager API
/// Reference, "PutParameter").
pub fn parameters_begin_with_slash(package: &Package) -> Judgement {
    const EXPECTED: &str = "a name such as /function/name";
    let run = package.run();
    let names: Vec<&str> = PARAMETERS.iter().flat_map(|(names, _)| *names).collect();
    let found: Vec<Text> = run.requests(&names).0.iter().flat_map(named).collect();
    let begins = |text: &Text| text.value().starts_with('/') || text.value().starts_with("arn:");
    let is_wrong = |text: &&Text| text.beginning().contains('/') && !begins(text);
    match (found.iter().find(is_wrong), found.first()) {
        (Some(wrong), _) => Judgement::fails(EXPECTED, shown(wrong)),
        (None, Some(right)) => Judgement::holds(shown(right)),
        (None, None) => Judgement::skips("no name of a parameter is seen in the code"),
    }
}

/// The value of a variable is not shown.
fn shown(text: &Text) -> String {
    text.shown().map_or_else(|variables| format!("what the variable {} holds", variables.join(" and ")), str::to_owned)
}
