//! 8.e3: two functions that have SageMaker train a random cut forest, and infer with it.

use std::sync::Arc;

use crate::book::random_cut_forest::{self as rcf, Job};
use crate::documents::package::Package;
use crate::judge::iam::{caller, work};
use crate::judge::lambda::{code, function, sagemaker};
use crate::report::Clause;
use crate::services::iam::RolePermissions;
use crate::services::lambda::Function;
use crate::verifier::prelude::*;

clauses! {
    TRAINING: "{{ region }} has a function named sagemaker-rcf-run-training",
        or "Create it in Lambda in {{ region }}: Author from scratch, under the name sagemaker-rcf-run-training.", at lambda::CONSOLE;
    TRAINING_READY: "the training function is active, on a runtime that AWS supports",
        or "Choose the newest Python in the runtime settings, and deploy the code once more.",
        at lambda::CONSOLE_CODE.of(rcf::TRAINING.function);
    TRAINING_ROLE: "its role allows what its code does",
        or "Open the function: Configuration, Permissions, Edit, Use an existing role, function-sagemaker-rcf-run-training.",
        at lambda::CONSOLE_PERMISSIONS.of(rcf::TRAINING.function);
    TRAINING_HANDLER: "its code package has the handler of the training function",
        or "Give the file and the function in it the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(rcf::TRAINING.function);
    TRAINS: "its code starts a training job",
        or "Put the starter file's code into the function, and deploy the code.", at lambda::CONSOLE_CODE.of(rcf::TRAINING.function);
    TRAINING_PARAMETERS: "the training function names its parameters from the slash on",
        or "Put a slash before the parameter's name in the code, and deploy it.", at lambda::CONSOLE_CODE.of(rcf::TRAINING.function);
    INFERENCE: "{{ region }} has a function named sagemaker-rcf-run-inference",
        or "Create it in Lambda in {{ region }}: Author from scratch, under the name sagemaker-rcf-run-inference.", at lambda::CONSOLE;
    INFERENCE_READY: "the inference function is active, on a runtime that AWS supports",
        or "Choose the newest Python in the runtime settings, and deploy the code once more.",
        at lambda::CONSOLE_CODE.of(rcf::INFERENCE.function);
    INFERENCE_ROLE: "the inference function's role allows what its code does",
        or "Open the function: Configuration, Permissions, Edit, Use an existing role, function-sagemaker-rcf-run-inference.",
        at lambda::CONSOLE_PERMISSIONS.of(rcf::INFERENCE.function);
    INFERENCE_HANDLER: "its code package has the handler of the inference function",
        or "Give the file and the function in it the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(rcf::INFERENCE.function);
    INFERS: "its code infers with a model",
        or "Put the starter file's code into the function, and deploy the code.", at lambda::CONSOLE_CODE.of(rcf::INFERENCE.function);
    INFERENCE_PARAMETERS: "the inference function names its parameters from the slash on",
        or "Put a slash before the parameter's name in the code, and deploy it.", at lambda::CONSOLE_CODE.of(rcf::INFERENCE.function);
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(rcf::TRAINING.function),
    lambda::FUNCTION.named(rcf::INFERENCE.function),
    iam::ROLE_PERMISSIONS,
];

/// One of the two functions, with its code and what its role may do.
struct Made {
    job: Job,
    function: Read<Found<Function>>,
    parts: Option<(Read<Arc<Package>>, Read<RolePermissions>)>,
}

impl Made {
    async fn read(aws: &Aws, you: &Learner, job: Job) -> Self {
        let function = aws.function(you, job.function.text).await;
        let parts = match &function {
            Ok(Found::Here(function)) => {
                Some(join!(aws.package(function), aws.role_permissions(you, function.role_name())))
            }
            _ => None,
        };
        Self { job, function, parts }
    }

    fn judged(self, you: &Learner, it: &mut Report<'_>, clauses: [Clause; 6]) -> Outcome {
        let [exists, ready, role, handler, starts, parameters] = clauses;
        let Self { job, function, parts } = self;
        let function = it.finds(exists, function)?;
        let (package, permissions) = parts.expect("read with the function");
        it.expects(ready, runs(&function));
        if function.runtime.is_none() {
            it.expects(role, permissions.and_then(|of| works(you, job, &function, &of, None)));
            [handler, starts, parameters].into_iter().for_each(|clause| it.skips(clause, IMAGE));
            return Ok(());
        }
        let seen = package.as_ref().ok().map(AsRef::as_ref);
        it.expects(role, permissions.and_then(|of| works(you, job, &function, &of, seen)));
        it.expects(handler, package.judged(|package| code::handler(&function, package)));
        let told = package.as_ref().map_err(Clone::clone);
        let unseen = |why: String| lambda::unseen(&function, &why);
        it.expects(starts, told.and_then(|package| sagemaker::starts(package, job.work).map_err(unseen)));
        it.expects(parameters, package.judged(|package| sagemaker::parameters_begin_with_slash(package)));
        Ok(())
    }
}

const IMAGE: &str = "a container image is not looked into: the function's log shows what it does";

/// The libraries of the book's functions are large: a container image has room for them.
fn runs(function: &Function) -> Judgement {
    match function.runtime {
        Some(_) => function::supported_runtime(function).and(function::ready(function)),
        None => function::ready(function),
    }
}

/// The role lets the function do its work, in whatever way, and all that is seen in its code.
fn works(
    you: &Learner,
    job: Job,
    function: &Function,
    of: &RolePermissions,
    package: Option<&Package>,
) -> Read<Judgement> {
    if of.role.is_none() {
        return Ok(Judgement::absent(job.role, format!("the role {}, which is not there", function.role_name())));
    }
    let works = job.works(you, of, Some(&function.log_group))?;
    let Some(package) = package.filter(|_| works.does_hold()) else { return Ok(works) };
    let actions = sagemaker::actions(package).into_iter().map(|(action, kind)| rcf::at(you, action, kind));
    let parameters = sagemaker::parameters(package).into_iter();
    let parameters = parameters.map(|(action, name)| rcf::about_parameter(you, action, &name));
    let policies = of.documents();
    let needs: Vec<_> = actions.map(|need| work::as_named(&policies, need)).chain(parameters).collect();
    let allowed = caller::role_allows(of, &job.caller(you, of.role.clone()), &needs)?;
    Ok(if allowed.does_hold() { Judgement::holds(&function.role) } else { allowed })
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (training, inference) = join!(Made::read(aws, you, rcf::TRAINING), Made::read(aws, you, rcf::INFERENCE));
    let of_training = [TRAINING, TRAINING_READY, TRAINING_ROLE, TRAINING_HANDLER, TRAINS, TRAINING_PARAMETERS];
    let of_inference = [INFERENCE, INFERENCE_READY, INFERENCE_ROLE, INFERENCE_HANDLER, INFERS, INFERENCE_PARAMETERS];
    let trains = training.judged(you, it, of_training);
    let infers = inference.judged(you, it, of_inference);
    trains.and(infers)
}
