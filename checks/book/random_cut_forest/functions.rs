//! What the two functions are, and what their roles must allow for what their code does.

use std::sync::Arc;

use futures_util::join;

use super::{Job, about_parameter, at};
use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::documents::package::Package;
use crate::judge::iam::{caller, work};
use crate::judge::lambda::{code, function, sagemaker};
use crate::judgement::{Found, Judged, Judgement};
use crate::learner::Learner;
use crate::report::{Clause, Outcome, Report};
use crate::services::iam::RolePermissions;
use crate::services::lambda::{self, Function};

/// One of the two functions, with its code and what its role may do.
pub struct Made {
    job: Job,
    function: Read<Found<Function>>,
    parts: Option<(Read<Arc<Package>>, Read<RolePermissions>)>,
}

impl Made {
    pub async fn read(aws: &Aws, you: &Learner, job: Job) -> Self {
        let function = aws.function(you, job.function.text).await;
        let parts = match &function {
            Ok(Found::Here(function)) => {
                Some(join!(aws.package(function), aws.role_permissions(you, function.role_name())))
            }
            _ => None,
        };
        Self { job, function, parts }
    }

    pub fn judged(self, you: &Learner, it: &mut Report<'_>, clauses: [Clause; 6]) -> Outcome {
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
    let actions = sagemaker::actions(package).into_iter().map(|(action, kind)| at(you, action, kind));
    let parameters = sagemaker::parameters(package).into_iter();
    let parameters = parameters.map(|(action, name)| about_parameter(you, action, &name));
    let policies = of.documents();
    let needs: Vec<_> = actions.map(|need| work::as_named(&policies, need)).chain(parameters).collect();
    let allowed = caller::role_allows(of, &job.caller(you, of.role.clone()), &needs)?;
    Ok(if allowed.does_hold() { Judgement::holds(&function.role) } else { allowed })
}
