//! The account to check: reached as the settings say, and refused if it is another one.

use std::path::Path;

use msl_learn_checks::{Access, Aws, Caller, PracticeAccess, Read, RealAccess};

use super::refusal::{SaidIn, keys_decide, refusal};
use crate::failure::{Failure, Result};
use crate::practice::{self, Practice, Status};
use crate::workspace::{self, Settings};

/// How an account is reached, and which one it must be.
#[derive(Clone, Debug)]
pub struct AccountSpec {
    pub access: Access,
    /// Twelve digits.
    pub account: String,
    /// Such as `aws`.
    pub partition: String,
}

impl AccountSpec {
    /// The account that settings describe; `root` is the folder that holds the practice account, if it is one.
    ///
    /// # Errors
    /// If the practice account is not running.
    pub fn of(settings: &Settings, root: &Path) -> Result<Self> {
        let region = settings.region.clone();
        let access = if settings.practice {
            Access::Practice(PracticeAccess {
                endpoint: settings.endpoint.clone().map_or_else(|| practice_endpoint(root), Ok)?,
                region,
                access_key: practice::ACCESS_KEY.into(),
                secret_key: practice::SECRET_KEY.into(),
                has_visitors: true,
            })
        } else {
            Access::Real(RealAccess { profile: settings.profile.clone(), region, endpoint: settings.endpoint.clone() })
        };
        Ok(Self { access, account: settings.account.clone(), partition: settings.partition.clone() })
    }

    /// Signs in and asks who the caller is.
    ///
    /// The AWS configuration is read each time, and by the SDK never again: a program that runs for long reaches the
    /// account again for every check, and so notices a new sign-in.
    ///
    /// # Errors
    /// If something overrides the endpoint, or the account is another one.
    pub async fn reach(&self) -> Result<Account> {
        let aws = self.sign_in().await?;
        let caller = aws.caller().await;
        if let Ok(caller) = &caller {
            self.refuse_other(caller)?;
        }
        let endpoint = self.endpoint().map(str::to_owned);
        Ok(Account { aws, caller, endpoint, is_practice: self.is_practice() })
    }

    /// Signs in; sends nothing yet.
    ///
    /// # Errors
    /// If something overrides the endpoint.
    pub async fn sign_in(&self) -> Result<Aws> {
        sign_in(self.access.clone(), SaidIn::Settings).await
    }

    /// # Errors
    /// If the caller is in another account.
    pub fn refuse_other(&self, caller: &Caller) -> Result<()> {
        if (caller.account.as_str(), caller.partition()) == (self.account.as_str(), self.partition.as_str()) {
            return Ok(());
        }
        Err(Failure::usage(format!(
            "you are signed in to account {} ({}), but this workspace is about account {} ({})",
            caller.account,
            caller.partition(),
            self.account,
            self.partition
        ))
        .hint(self.how_to_reach_it()))
    }

    fn how_to_reach_it(&self) -> &'static str {
        let other = "Sign in to the workspace's account, name its profile in msl-learn.toml, or make a workspace for the \
                     other account with `msl-learn init DIR`.";
        match &self.access {
            Access::Real(access) => keys_decide(access.profile.is_some()).unwrap_or(other),
            Access::Practice(_) => "Make a practice workspace in another folder with `msl-learn practice DIR`.",
        }
    }

    /// Whether it is a practice account, where the root user does no harm.
    pub fn is_practice(&self) -> bool {
        matches!(self.access, Access::Practice(_))
    }

    /// The endpoint used instead of AWS.
    pub fn endpoint(&self) -> Option<&str> {
        match &self.access {
            Access::Practice(access) => Some(&access.endpoint),
            Access::Real(access) => access.endpoint.as_deref(),
        }
    }
}

/// Signs in; sends nothing yet.
///
/// # Errors
/// If something overrides the endpoint, or the AWS configuration cannot be used; `said` is where the learner can change it.
pub async fn sign_in(access: Access, said: SaidIn) -> Result<Aws> {
    Aws::reach(access).await.map_err(|error| refusal(&error, said))
}

fn practice_endpoint(root: &Path) -> Result<String> {
    match Practice::of(root).status()? {
        Status::Running(running) => Ok(running.endpoint),
        Status::Gone => Err(Failure::environment(
            "the practice account is not running any more (was the machine restarted?); what you have built is kept",
        )
        .hint("Start it again with `msl-learn practice start`.")),
        Status::Crashed { tail, .. } => Err(Failure::environment(format!("the practice account has crashed:\n{tail}"))
            .hint("Start it again with `msl-learn practice start`.")),
        Status::Stopped | Status::NotThere => Err(practice::not_running()),
    }
}

/// What must be done before the `aws` CLI of this terminal works on the account, if it is a practice account.
pub fn reminder(settings: &Settings, root: &Path) -> Option<String> {
    if !settings.practice || settings.endpoint.is_some() {
        return None;
    }
    let Ok(Status::Running(running)) = Practice::of(root).status() else { return None };
    // Who is told to work in the new workspace may be there already.
    let options = workspace::options(root, true);
    practice::pointing(&running.endpoint).reminder(&running.endpoint, options.as_deref())
}

/// An account that was asked who the caller is.
pub struct Account {
    pub aws: Aws,
    /// Who is asking; a fault if even that cannot be told.
    pub caller: Read<Caller>,
    /// The endpoint used instead of AWS; `None` for AWS itself.
    pub endpoint: Option<String>,
    is_practice: bool,
}

impl Account {
    /// Another's account, reached through a role.
    pub fn reached(aws: Aws, caller: Caller, endpoint: Option<String>) -> Self {
        Self { aws, caller: Ok(caller), endpoint, is_practice: false }
    }

    /// The account, for a run that checks so many exercises: with several, one in which nothing of the book is built yet is
    /// not searched for things in other regions.
    #[must_use]
    pub fn for_checking(self, exercises: usize) -> Self {
        if exercises > 1 { Self { aws: self.aws.sparing(), ..self } } else { self }
    }

    /// The account, for a run that asks only what is there: no other region is searched.
    #[must_use]
    pub fn without_near_misses(self) -> Self {
        Self { aws: self.aws.without_near_misses(), ..self }
    }

    /// The same account with nothing remembered of it, so that it is asked again.
    pub fn without_memory(&self) -> Self {
        let (caller, endpoint) = (self.caller.clone(), self.endpoint.clone());
        Self { aws: self.aws.without_memory(), caller, endpoint, is_practice: self.is_practice }
    }

    pub fn notes(&self) -> Vec<String> {
        let Ok(caller) = &self.caller else { return Vec::new() };
        if self.is_practice {
            return Vec::new();
        }
        let endpoint = self.endpoint.iter();
        let instead = endpoint.map(|url| format!("note: {url} is used instead of AWS, as msl-learn.toml says."));
        let root = "warning: these are the root user's credentials. Exercise 4.1 shows how to work without them.";
        instead.chain(caller.is_root().then(|| root.to_owned())).collect()
    }
}
