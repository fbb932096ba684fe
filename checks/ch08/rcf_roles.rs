//! 8.e2: the roles of the functions of the random cut forest, and the one that SageMaker works under.

use crate::book::random_cut_forest::{
    self as rcf,
    roles::{Worker, execution_role, handles_data, no_one_else},
};
use crate::judge::iam::trust;
use crate::verifier::prelude::*;

clauses! {
    TRAINING: "your account has the role function-sagemaker-rcf-run-training",
        or "In IAM, under Roles, create a role for Lambda and name it function-sagemaker-rcf-run-training.", at iam::CONSOLE_ROLES;
    TRAINING_TRUST: "Lambda may take on the role of the training function",
        or "Edit the role's trust policy: the principal is the service lambda.amazonaws.com, the action sts:AssumeRole.",
        at iam::CONSOLE_ROLES;
    TRAINS: "with that role, the function may start a training job and write its log",
        or "Attach the policy function-sagemaker-rcf-run-training of exercise 8.e1 to the role.", at iam::CONSOLE_ROLES;
    INFERENCE: "your account has the role function-sagemaker-rcf-run-inference",
        or "In IAM, under Roles, create a role for Lambda and name it function-sagemaker-rcf-run-inference.", at iam::CONSOLE_ROLES;
    INFERENCE_TRUST: "Lambda may take on the role of the inference function",
        or "Edit the role's trust policy: the principal is the service lambda.amazonaws.com, the action sts:AssumeRole.",
        at iam::CONSOLE_ROLES;
    INFERS: "with that role, the function may infer and write its log",
        or "Attach the policy function-sagemaker-rcf-run-inference of exercise 8.e1 to the role.", at iam::CONSOLE_ROLES;
    SAGEMAKER: "your account has the role sagemaker-rcf, or another that serves the same end",
        or "In IAM, under Roles, create a role for SageMaker and name it sagemaker-rcf.", at iam::CONSOLE_ROLES;
    SAGEMAKER_TRUST: "SageMaker may take on that role",
        or "Edit the role's trust policy: the principal is the service sagemaker.amazonaws.com, the action sts:AssumeRole.",
        at iam::CONSOLE_ROLES;
    NO_ONE_ELSE: "nobody outside of your account may take on the three roles",
        or "Edit the role's trust policy: leave only its service in it.", at iam::CONSOLE_ROLES, pillar Security;
    DATA: "SageMaker may read the files of the bucket {{ data_bucket }}, and put its results there",
        or "Give the role sagemaker-rcf the policy in policies/sagemaker-rcf.json.", at iam::CONSOLE_ROLES;
    PASSED: "both functions may give SageMaker that role",
        or "In the functions' policies, set the Resource of iam:PassRole to the role that SageMaker works under.",
        at iam::CONSOLE_POLICIES;
}

pub const READS: Reads = &[
    iam::ROLE_FOR_FUNCTION.named(rcf::TRAINING.function),
    iam::ROLE_FOR_FUNCTION.named(rcf::INFERENCE.function),
    iam::ROLE_PERMISSIONS,
    lambda::LOG_GROUP_IN_USE.named(rcf::TRAINING.function),
    lambda::LOG_GROUP_IN_USE.named(rcf::INFERENCE.function),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (training, inference, sagemaker) =
        join!(Worker::of(aws, you, rcf::TRAINING), Worker::of(aws, you, rcf::INFERENCE), execution_role(aws, you));
    let trains = training.judged(you, it, [TRAINING, TRAINING_TRUST, TRAINS]);
    let infers = inference.judged(you, it, [INFERENCE, INFERENCE_TRUST, INFERS]);
    let (role, permissions) = sagemaker;
    let role = it.finds(SAGEMAKER, role)?;
    it.expects(
        SAGEMAKER_TRUST,
        trust::service_may_take_on(&role.trust, rcf::SAGEMAKER, &you.account, &rcf::source(you)),
    );
    it.expects(DATA, permissions.expect("read with the role").and_then(|of| handles_data(you, &of)));
    let (trains, infers) = (trains?, infers?);
    it.expects(NO_ONE_ELSE, no_one_else(you, [&trains, &infers, &role]));
    it.expects(PASSED, training.gives(you, &role.arn).and_then(|told| Ok(told.and(inference.gives(you, &role.arn)?))));
    Ok(())
}
