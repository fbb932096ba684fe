//! 8.e1: what the functions of the random cut forest may do: have SageMaker train and infer, under one role and no other.

use crate::book::random_cut_forest::{self as rcf, policies::Allowed};
use crate::verifier::prelude::*;

clauses! {
    TRAINING: "your account has the policy function-sagemaker-rcf-run-training",
        or "In IAM, under Policies, create a policy named function-sagemaker-rcf-run-training.", at iam::CONSOLE_POLICIES;
    TRAINS: "it allows to start a training job",
        or "Add a statement that allows sagemaker:CreateTrainingJob on arn:{{ partition }}:sagemaker:{{ region }}:{{ account }}:training-job/*.",
        at iam::CONSOLE_POLICIES;
    TRAINING_PASSES: "it lets the training function give SageMaker one role and no other",
        or "Add a statement that allows iam:PassRole on arn:{{ partition }}:iam::{{ account }}:role/sagemaker-rcf, and on nothing else.",
        at iam::CONSOLE_POLICIES, pillar Security;
    INFERENCE: "your account has the policy function-sagemaker-rcf-run-inference",
        or "In IAM, under Policies, create a policy named function-sagemaker-rcf-run-inference.", at iam::CONSOLE_POLICIES;
    INFERS: "it allows to infer with a model",
        or "Add a statement that allows sagemaker:CreateModel and sagemaker:CreateTransformJob on the models and transform jobs of your account.",
        at iam::CONSOLE_POLICIES;
    INFERENCE_PASSES: "it lets the inference function give SageMaker one role and no other",
        or "Add a statement that allows iam:PassRole on arn:{{ partition }}:iam::{{ account }}:role/sagemaker-rcf, and on nothing else.",
        at iam::CONSOLE_POLICIES, pillar Security;
}

pub const READS: Reads =
    &[iam::POLICY_FOR_FUNCTION.named(rcf::TRAINING.function), iam::POLICY_FOR_FUNCTION.named(rcf::INFERENCE.function)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (training, inference) = join!(Allowed::to(aws, you, rcf::TRAINING), Allowed::to(aws, you, rcf::INFERENCE));
    let trains = training.judged(you, it, [TRAINING, TRAINS, TRAINING_PASSES]);
    let infers = inference.judged(you, it, [INFERENCE, INFERS, INFERENCE_PASSES]);
    trains.and(infers)
}
