//! 8.e2: the roles of the functions of the random cut forest, and the one that SageMaker works under.

use crate::book::function_policy::function_arn;
use crate::book::random_cut_forest::{self as rcf, Job};
use crate::judge::iam::caller::role_allows;
use crate::judge::iam::{trust, work};
use crate::report::{Clause, Stop};
use crate::services::iam::{Role, RolePermissions};
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

/// The role that SageMaker works under, and what it may do.
async fn execution_role(aws: &Aws, you: &Learner) -> (Read<Found<Role>>, Option<Read<RolePermissions>>) {
    let named = (rcf::SAGEMAKER, rcf::EXECUTION_ROLE);
    let role = aws.role_for_service(you, named, |permissions| rcf::handles(permissions, you)).await;
    let Ok(Found::Here(here)) = &role else { return (role, None) };
    let permissions = aws.role_permissions(you, &here.name).await;
    (role, Some(permissions))
}

fn handles_data(you: &Learner, of: &RolePermissions) -> Read<Judgement> {
    let asks = rcf::trainer(you, of.role.clone());
    let policies = of.documents();
    let needs = rcf::handles_data(you).map(|need| work::as_named(&policies, need));
    let told = role_allows(of, &asks, &needs)?;
    let fetches = role_allows(of, &asks, &rcf::fetches_algorithm());
    Ok(match fetches {
        Ok(fetches) if told.does_hold() && !fetches.does_hold() => told.advising(
            "The algorithm lies in a registry of Amazon ECR. Let the role fetch it: allow ecr:GetAuthorizationToken, \
             ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer and ecr:BatchGetImage.",
        ),
        _ => told,
    })
}

/// What one of the functions works under.
struct Worker {
    job: Job,
    role: Read<Found<Role>>,
    permissions: Read<RolePermissions>,
    log_group: Read<Option<String>>,
}

impl Worker {
    async fn of(aws: &Aws, you: &Learner, job: Job) -> Self {
        let function = job.function.text;
        let ((role, permissions), log_group) =
            join!(aws.role_with_permissions_for(you, function, job.role), aws.log_group_in_use(you, function));
        Self { job, role, permissions, log_group }
    }

    fn judged(&self, you: &Learner, it: &mut Report<'_>, [role, trusts, does]: [Clause; 3]) -> Result<Role, Stop> {
        let found = it.finds(role, self.role.clone())?;
        let function = function_arn(you, self.job.function);
        it.expects(trusts, trust::lambda_may_take_on(&found.trust, &you.account, &function));
        it.expects(does, self.works(you));
        Ok(found)
    }

    fn works(&self, you: &Learner) -> Read<Judgement> {
        let (of, group) = (self.permissions.as_ref(), self.log_group.as_ref());
        let (of, group) = (of.map_err(Clone::clone)?, group.map_err(Clone::clone)?);
        self.job.works(you, of, group.as_deref())
    }

    /// Whether it may give SageMaker the role of this ARN.
    fn gives(&self, you: &Learner, role: &str) -> Read<Judgement> {
        let of = self.permissions.as_ref().map_err(Clone::clone)?;
        let asks = self.job.caller(you, of.role.clone());
        if !self.job.passes_role(&of.documents(), &asks) {
            return Ok(Judgement::holds("what asks an endpoint gives SageMaker no role"));
        }
        role_allows(of, &asks, &[work::gives(role)]).map(|told| told.of(self.job.function.text))
    }
}

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
    let strangers = [(&trains, "lambda.amazonaws.com"), (&infers, "lambda.amazonaws.com"), (&role, rcf::SAGEMAKER)];
    let judged = strangers.map(|(role, service)| trust::no_one_but(service, &role.trust, &you.account).of(&role.name));
    it.expects(NO_ONE_ELSE, judged.into_iter().reduce(Judgement::and).expect("three roles"));
    it.expects(PASSED, training.gives(you, &role.arn).and_then(|told| Ok(told.and(inference.gives(you, &role.arn)?))));
    Ok(())
}
