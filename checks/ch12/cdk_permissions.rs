//! 12.e14: the group may use what the CDK deploys with.

use crate::book::deploying;
use crate::ch12::deploy_group;
use crate::verifier::prelude::*;

clauses! {
    GROUP: "your account has a group for those who deploy", or "Exercise 12.e9 creates it.", at iam::CONSOLE_GROUPS;
    USER: "a user is in the group", or "Open the group, choose Users, Add users.", at iam::CONSOLE_GROUPS;
    ASSUMES: "its users may take on the roles of the CDK's toolkit",
        or "Attach a policy to the group that allows sts:AssumeRole on the roles whose names begin with cdk-.",
        at iam::CONSOLE_GROUPS;
}

pub const READS: Reads = &[iam::GROUPS, iam::USER_PERMISSIONS, iam::ROLES, iam::ROLE_PERMISSIONS];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let deployers = it.finds(GROUP, deploy_group::furthest(aws, you, &deploying::of_cdk(you)).await)?;
    it.expects(USER, deployers.users());
    let toolkit = deploying::of_toolkit(you);
    let bootstraps = deployers.allowed(you, &toolkit) == toolkit.len();
    let assumes = deployers.may(you, &deploying::of_cdk(you));
    it.expects(
        ASSUMES,
        assumes.map(|judgement| {
            if bootstraps || !judgement.does_hold() {
                return judgement;
            }
            judgement.advising(
                "Its users can deploy, and cannot make the toolkit of exercise 12.e17. That needs more, and is done once: let an \
                 administrator do it.",
            )
        }),
    );
    Ok(())
}
