//! The account of a workspace: reached as its settings say, and refused when it is another one.

use std::future::Future;

use msl_learn_checks::{Access, Aws, Caller, Fault, SignInError};
use tokio::runtime::{Builder, Runtime};

use crate::failure::{Failure, Result};
use crate::practice::{self, Practice, Status};
use crate::workspace::Workspace;

/// The account, or why it cannot be told anything about.
pub enum Account {
    Reached(Box<Reached>),
    /// Not even who is asking could be read.
    Unreadable(Fault, Option<String>),
}

impl Account {
    /// The endpoint that stands for AWS; `None` for AWS itself.
    pub fn endpoint(&self) -> Option<&str> {
        match self {
            Account::Reached(reached) => reached.endpoint.as_deref(),
            Account::Unreadable(_, endpoint) => endpoint.as_deref(),
        }
    }

    /// What the learner should know of the account before reading findings.
    pub fn notes(&self, workspace: &Workspace) -> Vec<String> {
        let Account::Reached(reached) = self else { return Vec::new() };
        if workspace.settings.practice {
            return Vec::new();
        }
        let stands = |endpoint: &String| format!("note: {endpoint} stands for AWS here, as msl-learn.toml says.");
        let root = "warning: these are the root user's credentials. Exercise 4.1 shows how to work without them.";
        let root = reached.caller.is_root().then(|| root.to_owned());
        reached.endpoint.iter().map(stands).chain(root).collect()
    }
}

/// An account that is the workspace's own.
pub struct Reached {
    pub aws: Aws,
    pub caller: Caller,
    /// The endpoint that stands for AWS; `None` for AWS itself.
    pub endpoint: Option<String>,
}

impl Reached {
    /// The same account with nothing remembered of it, so that it is asked again.
    pub fn without_memory(&self) -> Self {
        Self { aws: self.aws.without_memory(), caller: self.caller.clone(), endpoint: self.endpoint.clone() }
    }
}

/// What the asynchronous parts run on: one thread, since a check's time is its round trips.
pub struct EventLoop(Option<Runtime>);

/// # Errors
/// When the operating system gives no event loop.
pub fn runtime() -> Result<EventLoop> {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime
        .map(|runtime| EventLoop(Some(runtime)))
        .map_err(|error| Failure::environment(format!("the event loop cannot be started: {error}")))
}

impl EventLoop {
    /// Runs `work` to its end.
    pub fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.0.as_ref().expect("there until it is dropped").block_on(work)
    }
}

impl Drop for EventLoop {
    /// Otherwise the end of the program would wait for look-ups of names that nobody waits for any more.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Reaches the account of the workspace and compares it with the one that `init` pinned.
///
/// The AWS configuration is read each time, and by the SDK never again: what runs on for long reaches the account for
/// every look anew, and so notices a new sign-in.
///
/// # Errors
/// When the practice account does not run, the endpoint is overridden, or the account is another one.
pub async fn reach(workspace: &Workspace) -> Result<Account> {
    let (aws, endpoint) = sign_in(workspace).await?;
    let caller = match aws.caller().await {
        Ok(caller) => caller,
        Err(fault) => return Ok(Account::Unreadable(fault, endpoint)),
    };
    refuse_other(workspace, &caller)?;
    Ok(Account::Reached(Box::new(Reached { aws, caller, endpoint })))
}

/// Turns a refusal to sign in into what to do about it; `said` is how the settings name an endpoint.
pub fn refused(error: &SignInError, said: fn(&str) -> String) -> Failure {
    let SignInError::EndpointOverride { place, url } = error;
    Failure::usage(error.to_string())
        .hint(format!("Unset {place}. If {url} is meant to stand for AWS here, say so {}.", said(url)))
}

fn in_the_settings(url: &str) -> String {
    format!("in msl-learn.toml: endpoint = \"{url}\"")
}

/// The account that the settings describe, and the endpoint that stands for AWS; nothing is sent yet.
///
/// # Errors
/// When the practice account does not run, or the endpoint is overridden.
pub async fn sign_in(workspace: &Workspace) -> Result<(Aws, Option<String>)> {
    let settings = &workspace.settings;
    let endpoint = endpoint(workspace)?;
    let access = match (settings.practice, endpoint.clone()) {
        (true, Some(endpoint)) => Access::Practice {
            endpoint,
            region: settings.region.clone(),
            access_key: practice::ACCESS_KEY.into(),
            secret_key: practice::SECRET_KEY.into(),
        },
        (_, endpoint) => Access::Real { profile: settings.profile.clone(), region: settings.region.clone(), endpoint },
    };
    let aws = Aws::reach(access).await.map_err(|error| refused(&error, in_the_settings))?;
    Ok((aws, endpoint))
}

/// In a practice workspace the endpoint is always known: its own, or the emulator that the settings name.
fn endpoint(workspace: &Workspace) -> Result<Option<String>> {
    let settings = &workspace.settings;
    if settings.endpoint.is_some() || !settings.practice {
        return Ok(settings.endpoint.clone());
    }
    match Practice::of(&workspace.root).status()? {
        Status::Running(running) => Ok(Some(running.endpoint)),
        Status::Crashed { tail, .. } => Err(Failure::environment(format!("the practice account has crashed:\n{tail}"))
            .hint("Start it again with `msl-learn practice start`.")),
        Status::Stopped | Status::NotThere => Err(Failure::environment("the practice account is not running")
            .hint("Start it with `msl-learn practice start`.")),
    }
}

/// # Errors
/// When it is another account than the one that `init` pinned.
pub fn refuse_other(workspace: &Workspace, caller: &Caller) -> Result<()> {
    let settings = &workspace.settings;
    if (caller.account.as_str(), caller.partition()) == (settings.account.as_str(), settings.partition.as_str()) {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "you are signed in to account {} ({}), but this workspace is about account {} ({})",
        caller.account,
        caller.partition(),
        settings.account,
        settings.partition
    ))
    .hint("Sign in to the workspace's account, name its profile in msl-learn.toml, or make a workspace for the other account with `msl-learn init DIR`."))
}
