//! 8.e3: two functions that have SageMaker train a random cut forest, and infer with it.

use crate::book::random_cut_forest::{self as rcf, functions::Made};
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

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (training, inference) = join!(Made::read(aws, you, rcf::TRAINING), Made::read(aws, you, rcf::INFERENCE));
    let of_training = [TRAINING, TRAINING_READY, TRAINING_ROLE, TRAINING_HANDLER, TRAINS, TRAINING_PARAMETERS];
    let of_inference = [INFERENCE, INFERENCE_READY, INFERENCE_ROLE, INFERENCE_HANDLER, INFERS, INFERENCE_PARAMETERS];
    let trains = training.judged(you, it, of_training);
    let infers = inference.judged(you, it, of_inference);
    trains.and(infers)
}
