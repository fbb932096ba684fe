//! The account: the caller, the credentials, the clock, the region, and which services answer.

use std::time::SystemTime;

use jiff::Timestamp;
use msl_learn_checks::{Aws, Caller, FaultKind, Health, Read, SignedIn, cli_region};
use tokio::join;

use super::Observation;
use crate::check::{AccountSpec, EventLoop};
use crate::failure::{Failure, Result};
use crate::ui::time::minute;
use crate::workspace::Workspace;

const ACCOUNT: &str = "account";
const CREDENTIALS: &str = "credentials";
const IDENTITY: &str = "identity";
const CLOCK: &str = "clock";
const REGION: &str = "region";
const SERVICES: &str = "services";

/// A signed request must reach AWS within five minutes of its time (IAM User Guide, "Signing AWS API requests").
const REFUSED_AFTER: u64 = 5 * 60;
/// The part of it that the network may take.
const SLACK: u64 = 60;

/// # Errors
/// If the operating system provides no event loop.
pub fn observe(workspace: Option<&Workspace>) -> Result<Vec<Observation>> {
    let Some(workspace) = workspace else {
        return Ok(vec![Observation::not_checked(ACCOUNT, "there is no workspace that names one")]);
    };
    EventLoop::new()?.block_on(async {
        match sign_in(workspace).await {
            Ok((aws, spec)) => Ok(of_account(&aws, &spec, workspace).await),
            Err(failure) => Ok(vec![not_asked(workspace, failure), region(workspace, cli_region().await)]),
        }
    })
}

async fn sign_in(workspace: &Workspace) -> Result<(Aws, AccountSpec)> {
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    Ok((spec.sign_in().await?, spec))
}

/// A practice account that does not run is a problem of its own observation, with the fix.
fn not_asked(workspace: &Workspace, failure: Failure) -> Observation {
    if workspace.settings.practice {
        return Observation::not_checked(IDENTITY, failure.message);
    }
    Observation::failed(IDENTITY, &failure)
}

/// Everything at once, so that a dead network costs its time limit once.
async fn of_account(aws: &Aws, spec: &AccountSpec, workspace: &Workspace) -> Vec<Observation> {
    let learner = workspace.learner();
    let (caller, signed_in, ahead, health, cli_region) =
        join!(aws.caller_in_time(), aws.signed_in(), aws.clock_ahead(), aws.health(&learner), cli_region());
    let mut all = vec![credentials(workspace, signed_in), identity(spec, &caller)];
    all.push(clock(workspace, ahead));
    all.push(region(workspace, cli_region));
    all.extend(services(&caller, &health));
    all
}

fn credentials(workspace: &Workspace, signed_in: Option<SignedIn>) -> Observation {
    let Some(signed_in) = signed_in else { return Observation::not_checked(CREDENTIALS, "none found") };
    if workspace.settings.practice {
        return Observation::ok(CREDENTIALS, "those of the practice account");
    }
    let profile = workspace.settings.profile.as_ref().map(|name| format!(", profile {name}")).unwrap_or_default();
    let key = signed_in.key_ends.map(|end| format!(", access key id …{end}")).unwrap_or_default();
    let expiry = expiry(signed_in.temporary, signed_in.expires);
    Observation::ok(CREDENTIALS, format!("from {}{profile}{key}, {expiry}", signed_in.source))
}

fn expiry(temporary: bool, expires: Option<SystemTime>) -> String {
    let when = expires.and_then(|time| Timestamp::try_from(time).ok());
    match (temporary, when) {
        (_, Some(when)) => format!("valid until {}", minute(when)),
        (true, None) => "temporary".into(),
        (false, None) => "valid until they are deleted".into(),
    }
}

fn identity(spec: &AccountSpec, caller: &Read<Caller>) -> Observation {
    let caller = match caller {
        Ok(caller) => caller,
        Err(fault) => return Observation::problem(IDENTITY, fault.message(), fault.advice()),
    };
    if let Err(failure) = spec.refuse_other(caller) {
        return Observation::failed(IDENTITY, &failure);
    }
    let found = format!("{} in account {}, which this workspace is about", caller.arn, caller.account);
    if caller.is_root() && !spec.is_practice() {
        let fix = "Work as an IAM user or through IAM Identity Center: exercise 4.1 shows how.";
        return Observation::warning(IDENTITY, format!("{found}; this is the root user"), fix);
    }
    Observation::ok(IDENTITY, found)
}

fn clock(workspace: &Workspace, ahead: Option<i64>) -> Observation {
    let endpoint = workspace.settings.endpoint.as_deref();
    if workspace.settings.practice && endpoint.is_none() {
        return Observation::not_checked(CLOCK, "the practice account uses this machine's clock");
    }
    let Some(ahead) = ahead else { return Observation::not_checked(CLOCK, "nothing answered with a date") };
    let found = apart(ahead, endpoint.unwrap_or("AWS"));
    let fix =
        "Let the system set the clock by itself (timedatectl set-ntp true; on macOS: Date & Time in the settings).";
    match ahead.unsigned_abs() {
        0..=SLACK => Observation::ok(CLOCK, found),
        seconds if seconds < REFUSED_AFTER => Observation::warning(CLOCK, found, fix),
        _ => Observation::problem(CLOCK, format!("{found}; AWS refuses requests that are five minutes off"), fix),
    }
}

fn apart(ahead: i64, whose: &str) -> String {
    match ahead {
        -1..=1 => format!("the same as that of {whose}"),
        2.. => format!("{ahead} s ahead of that of {whose}"),
        _ => format!("{} s behind that of {whose}", ahead.unsigned_abs()),
    }
}

/// Whatever the CLI makes in another region than the one that is checked, is not found.
fn region(workspace: &Workspace, cli: Option<String>) -> Observation {
    let ours = &workspace.settings.region;
    match cli {
        Some(cli) if cli != *ours => Observation::warning(
            REGION,
            format!("{ours}, as msl-learn.toml says; the aws CLI of this terminal works in {cli}"),
            format!("Point the CLI at it: export AWS_REGION={ours} AWS_DEFAULT_REGION={ours}"),
        ),
        _ => Observation::ok(REGION, format!("{ours}, as msl-learn.toml says")),
    }
}

/// Reports once what is wrong with all of them.
fn services(caller: &Read<Caller>, health: &[Health]) -> Vec<Observation> {
    let out_of_reach =
        |health: &Health| health.read.as_ref().is_err_and(|fault| fault.kind() == FaultKind::NotReachable);
    let none = "none of them was reached, for the same reason as above";
    match caller.as_ref().err().map(|fault| fault.kind()) {
        // Without a signature no service is asked.
        Some(FaultKind::Credentials) => {
            vec![Observation::not_checked(SERVICES, "they need a sign-in that AWS accepts")]
        }
        Some(FaultKind::NotReachable) if health.iter().all(out_of_reach) => {
            vec![Observation::failed(SERVICES, &Failure::environment(none))]
        }
        _ => health.iter().map(service).collect(),
    }
}

fn service(health: &Health) -> Observation {
    let topic = health.service;
    let Err(fault) = &health.read else { return Observation::ok(topic, "answers") };
    match fault.kind() {
        FaultKind::Denied => Observation::ok(topic, "answers, but denies this caller a call; checks may need it"),
        FaultKind::NotInPlan => Observation::warning(topic, "is not in your account's plan", fault.advice()),
        FaultKind::Throttled => Observation::warning(topic, "answers, and asks for fewer requests", fault.advice()),
        FaultKind::NotImplemented => Observation::not_checked(topic, fault.message()),
        _ => Observation::problem(topic, fault.message(), fault.advice()),
    }
}
