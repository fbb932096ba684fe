//! 4.1: the root user is safe and out of use.

use crate::verifier::prelude::*;

clauses! {
    WORKER: "you work as an IAM user or through IAM Identity Center, not as root",
        or "Create an IAM user for yourself (or a user in IAM Identity Center), sign in as that user, and use its credentials here.",
        at iam::CONSOLE_USERS, pillar Security;
    WORKER_MFA: "your IAM user signs in with MFA",
        or "Open your IAM user, and on its Security credentials assign an MFA device.",
        at iam::CONSOLE_USERS, pillar Security;
    ROOT_KEYS: "the root user has no access keys",
        or "Sign in as root, open Security credentials and delete the access keys: nobody needs them.",
        at iam::CONSOLE, pillar Security;
    ROOT_MFA: "the root user signs in with MFA",
        or "Sign in as root, open Security credentials and assign an MFA device.",
        at iam::CONSOLE, pillar Security;
}

pub const READS: Reads = &[sts::CALLER, iam::ROOT_USER, iam::USERS, iam::MFA_DEVICES];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    if you.practice {
        return practice(aws, it).await;
    }
    let (caller, root) = join!(aws.caller(), aws.root_user());
    it.expects(
        ROOT_KEYS,
        root.clone().map(|root| yes_or(!root.has_access_keys, "no access key", "an access key of the root user")),
    );
    it.expects(ROOT_MFA, root.map(root_mfa));
    it.expects(
        WORKER,
        caller.clone().map(|caller| yes_or(!caller.is_root(), "an identity other than root", &caller.arn)),
    );
    match caller {
        Err(fault) => it.expects(WORKER_MFA, Err(fault)),
        Ok(caller) if caller.is_root() => it.skips(WORKER_MFA, "you work as root"),
        Ok(caller) => match caller.user() {
            Some(user) => it.expects(WORKER_MFA, aws.mfa_devices(&user).await.map(|n| mfa(&user.name, n))),
            None => it.skips(WORKER_MFA, "you work through a role, whose sign-in asks for MFA itself"),
        },
    }
    Ok(())
}

/// In an account whose organization has removed root's credentials nobody can sign in as root, nor assign a device to it
/// (IAM User Guide, "Centrally manage root access for member accounts").
fn root_mfa(root: iam::RootUser) -> Judgement {
    if !root.has_mfa && !root.has_password {
        return Judgement::holds("a root user without a password: nobody can sign in as root");
    }
    yes_or(root.has_mfa, "an MFA device", "no MFA device for the root user")
}

/// The practice keys are always root's, so the account's users are checked instead of the caller.
async fn practice(aws: &Aws, it: &mut Report<'_>) -> Outcome {
    const NO_ROOT: &str = "a practice account has no root user to sign in as";
    it.skips(ROOT_KEYS, NO_ROOT);
    it.skips(ROOT_MFA, NO_ROOT);
    let iam::Users(users) = it.finds(WORKER, aws.users().await)?;
    let devices = futures_util::future::join_all(users.iter().map(|user| aws.mfa_devices(user))).await;
    let devices: Result<Vec<_>, _> = users.iter().zip(devices).map(|(user, n)| n.map(|n| (&user.name, n))).collect();
    it.expects(
        WORKER_MFA,
        devices.map(|devices| {
            let best = devices.into_iter().max_by_key(|(_, n)| *n);
            best.map_or_else(|| mfa("no user", 0), |(user, n)| mfa(user, n))
        }),
    );
    Ok(())
}

fn mfa(user: &str, devices: usize) -> Judgement {
    yes_or(devices > 0, "an MFA device", &format!("{devices} MFA devices of {user}"))
}

fn yes_or(holds: bool, expected: &str, found: &str) -> Judgement {
    if holds { Judgement::holds(expected) } else { Judgement::fails(expected, found) }
}
