//! What the policies of the two functions allow.

use super::{EXECUTION_ROLE, Job, role_arn};
use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::documents::policy::Policy;
use crate::judge::iam::work;
use crate::judgement::{Found, Judgement};
use crate::learner::Learner;
use crate::report::{Clause, Outcome, Report};
use crate::services::iam::FunctionPolicy;

/// What says what one of the functions may do.
pub struct Allowed {
    job: Job,
    policy: Read<Found<FunctionPolicy>>,
    /// What it says, if it is there.
    documents: Option<Read<Vec<Policy>>>,
}

impl Allowed {
    pub async fn to(aws: &Aws, you: &Learner, job: Job) -> Self {
        let policy = aws.policy_for(you, job.function.text, job.role).await;
        let documents = match &policy {
            Ok(Found::Here(policy)) => Some(aws.documents_of(you, policy).await),
            _ => None,
        };
        Self { job, policy, documents }
    }

    pub fn judged(self, you: &Learner, it: &mut Report<'_>, [policy, does, passes]: [Clause; 3]) -> Outcome {
        it.finds(policy, self.policy)?;
        let documents = self.documents.expect("read with the policy");
        let all = documents.as_ref().map(|all| all.iter().collect::<Vec<_>>()).map_err(Clone::clone);
        let asks = self.job.caller(you, None);
        it.expects(does, all.clone().and_then(|all| work::one_way(&all, &asks, &self.job.ways(you))));
        let role = role_arn(you, EXECUTION_ROLE);
        let given = all.and_then(|all| match self.job.passes_role(&all, &asks) {
            true => work::gives_one_role(&all, &asks, &role, self.job.role),
            false => Ok(Judgement::skips("what asks an endpoint gives SageMaker no role")),
        });
        it.expects(passes, given);
        Ok(())
    }
}
