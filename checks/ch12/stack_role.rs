//! 12.e6: a role under which CloudFormation makes a stack.

use crate::book::deploying;
use crate::judge::iam::{deployer, trust};
use crate::services::iam::RolePermissions;
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has a role for CloudFormation",
        or "In IAM, choose Roles, Create role, AWS service, CloudFormation, and name the role cloudformation-website-stack.",
        at iam::CONSOLE_ROLES;
    TRUST: "CloudFormation may take on the role",
        or "Edit the role's trust policy: the principal is the service cloudformation.amazonaws.com, the action sts:AssumeRole.",
        at iam::CONSOLE_ROLES;
    NO_ONE_ELSE: "nobody outside of the account may take it on",
        or "Edit the role's trust policy, and leave the service cloudformation.amazonaws.com alone in it.",
        at iam::CONSOLE_ROLES, pillar Security;
    ALLOWED: "with the role, CloudFormation may make a bucket, a role and a function",
        or "Attach the policy of the starter file policies/cloudformation-website-stack.json to the role.",
        at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[iam::ROLE, iam::ROLE_PERMISSIONS];

const CLOUDFORMATION: &str = "cloudformation.amazonaws.com";
/// The toolkit of the CDK has a role for CloudFormation, too.
const OF_CDK: &str = ":role/cdk-";

fn allows(you: &Learner, of: &RolePermissions) -> Read<Judgement> {
    let policies = of.documents();
    let boundary = of.boundary.as_ref().map(|boundary| &boundary.document);
    let judgement = deployer::may(you, &policies, boundary, &deploying::of_stack(you))?;
    if judgement.does_hold() && deployer::is_for_everything(&policies) {
        return Ok(judgement.advising(
            "It allows everything, so whoever may use the role is an administrator. Better is a policy that names the stack's \
             bucket, role and function.",
        ));
    }
    Ok(judgement)
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let fits = |of: &RolePermissions| {
        let is_of_cdk = of.role.as_ref().is_some_and(|role| role.contains(OF_CDK));
        !is_of_cdk && deployer::allowed(you, &of.documents(), &deploying::of_stack(you)) > 0
    };
    let named = (CLOUDFORMATION, deploying::STACK_ROLE);
    let (role, permissions) = aws.role_with_permissions_for_service(you, named, fits).await;
    let role = it.finds(ROLE, role)?;
    let source = you.arn(cloudformation::STACK_ARN, &you.region, deploying::STACK);
    it.expects(TRUST, trust::service_may_take_on(&role.trust, CLOUDFORMATION, &you.account, &source));
    it.expects(NO_ONE_ELSE, trust::no_one_but(CLOUDFORMATION, &role.trust, &you.account));
    if let Some(permissions) = permissions {
        it.expects(ALLOWED, permissions.and_then(|permissions| allows(you, &permissions)));
    }
    Ok(())
}
