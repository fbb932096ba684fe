//! What the roles of the two functions, and that of SageMaker, may do, and who may take them on.

use futures_util::join;

use super::{EXECUTION_ROLE, Job, SAGEMAKER, fetches_algorithm, handles, handles_data as needs_of_data, trainer};
use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::book::function_policy::function_arn;
use crate::judge::iam::caller::role_allows;
use crate::judge::iam::{trust, work};
use crate::judgement::{Found, Judgement};
use crate::learner::Learner;
use crate::report::{Clause, Report, Stop};
use crate::services::iam::{Role, RolePermissions};

/// The role that SageMaker works under, and what it may do.
pub async fn execution_role(aws: &Aws, you: &Learner) -> (Read<Found<Role>>, Option<Read<RolePermissions>>) {
    let named = (SAGEMAKER, EXECUTION_ROLE);
    aws.role_with_permissions_for_service(you, named, |permissions| handles(permissions, you)).await
}

pub fn handles_data(you: &Learner, of: &RolePermissions) -> Read<Judgement> {
    let asks = trainer(you, of.role.clone());
    let policies = of.documents();
    let needs = needs_of_data(you).map(|need| work::as_named(&policies, need));
    let told = role_allows(of, &asks, &needs)?;
    let fetches = role_allows(of, &asks, &fetches_algorithm());
    Ok(match fetches {
        Ok(fetches) if told.does_hold() && !fetches.does_hold() => told.advising(
            "The algorithm lies in a registry of Amazon ECR. Let the role fetch it: allow ecr:GetAuthorizationToken, \
             ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer and ecr:BatchGetImage.",
        ),
        _ => told,
    })
}

/// What one of the functions works under.
pub struct Worker {
    job: Job,
    role: Read<Found<Role>>,
    permissions: Read<RolePermissions>,
    log_group: Read<Option<String>>,
}

impl Worker {
    pub async fn of(aws: &Aws, you: &Learner, job: Job) -> Self {
        let function = job.function.text;
        let ((role, permissions), log_group) =
            join!(aws.role_with_permissions_for(you, function, job.role), aws.log_group_in_use(you, function));
        Self { job, role, permissions, log_group }
    }

    pub fn judged(&self, you: &Learner, it: &mut Report<'_>, [role, trusts, does]: [Clause; 3]) -> Result<Role, Stop> {
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
    pub fn gives(&self, you: &Learner, role: &str) -> Read<Judgement> {
        let of = self.permissions.as_ref().map_err(Clone::clone)?;
        let asks = self.job.caller(you, of.role.clone());
        if !self.job.passes_role(&of.documents(), &asks) {
            return Ok(Judgement::holds("what asks an endpoint gives SageMaker no role"));
        }
        role_allows(of, &asks, &[work::gives(role)]).map(|told| told.of(self.job.function.text))
    }
}

/// Nobody but its service may take on each of the roles: those of the two functions, and SageMaker's.
pub fn no_one_else(you: &Learner, roles: [&Role; 3]) -> Judgement {
    let services = ["lambda.amazonaws.com", "lambda.amazonaws.com", SAGEMAKER];
    let judged = roles.into_iter().zip(services);
    let judged = judged.map(|(role, service)| trust::no_one_but(service, &role.trust, &you.account).of(&role.name));
    judged.reduce(Judgement::and).expect("three roles")
}
