//! 12.e9: a group whose users may deploy, and a user in it.

use crate::book::deploying;
use crate::judge::iam::deployer;
use crate::services::iam::Group;
use crate::verifier::prelude::*;

clauses! {
    GROUP: "your account has a group for those who deploy",
        or "In IAM, choose User groups, Create group, and name it serverless-deploy.", at iam::CONSOLE_GROUPS;
    STACKS: "its users may create and change stacks, with SAM's templates as well",
        or "Attach a policy to the group that allows cloudformation actions, such as that of policies/serverless-deploy.json.",
        at iam::CONSOLE_GROUPS;
    FILES: "its users may upload code", or "Allow the group s3:PutObject on the bucket that SAM keeps for your code.",
        at iam::CONSOLE_GROUPS;
    MAKES: "its users may have functions and their roles made",
        or "Allow the group lambda and iam actions, or iam:PassRole for a role of CloudFormation.", at iam::CONSOLE_GROUPS;
    USER: "a user is in the group", or "Open the group, choose Users, Add users.", at iam::CONSOLE_GROUPS, pillar Security;
}

pub const READS: Reads = &[iam::GROUPS];

/// The group whose users may do most of what deploying needs; of several, that of the walkthrough's name.
pub async fn furthest(aws: &Aws, you: &Learner) -> Read<Found<Group>> {
    let needed = [deploying::of_stacks(you), deploying::of_files(you), deploying::of_functions(you)].concat();
    let most = |group: &Group| {
        let allowed = deployer::allowed(you, &group.documents(), &needed);
        let is_named = group.name == deploying::GROUP;
        (allowed, !group.users.is_empty(), is_named)
    };
    let groups = aws.groups(deploying::GROUP).await?;
    let fitting = groups.into_iter().filter(|group| group.name == deploying::GROUP || most(group).0 > 0);
    Ok(Found::from(fitting.max_by_key(most)))
}

/// With their own permissions, or by a role that CloudFormation gets from them.
fn makes(you: &Learner, group: &Group) -> Read<Judgement> {
    let policies = group.documents();
    let own = deployer::may(you, &policies, None, &deploying::of_functions(you));
    if own.as_ref().is_ok_and(Judgement::does_hold) {
        return own;
    }
    let role = deploying::of_role(you);
    if deployer::is_named(&policies, &role)
        && deployer::may(you, &policies, None, std::slice::from_ref(&role))?.does_hold()
    {
        return Ok(Judgement::holds(
            "it may give CloudFormation a role, under which that makes what the templates name",
        ));
    }
    own
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let group = it.finds(GROUP, furthest(aws, you).await)?;
    let policies = group.documents();
    let stacks = deployer::may(you, &policies, None, &deploying::of_stacks(you));
    it.expects(STACKS, stacks.map(|judgement| wide(judgement, deployer::is_for_everything(&policies))));
    it.expects(FILES, deployer::may(you, &policies, None, &deploying::of_files(you)));
    it.expects(MAKES, makes(you, &group));
    it.expects(
        USER,
        match group.users.as_slice() {
            [] => Judgement::fails("a user", "nobody"),
            users => Judgement::holds(users.join(", ")),
        },
    );
    Ok(())
}

fn wide(judgement: Judgement, is_for_everything: bool) -> Judgement {
    if !judgement.does_hold() || !is_for_everything {
        return judgement;
    }
    judgement.advising(
        "It allows everything: whoever has a key of one of its users has the account. Better is a policy that names what \
         deploying needs, such as policies/serverless-deploy.json.",
    )
}
