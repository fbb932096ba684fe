//! The learner's AWS configuration where the SDK takes it differently from the `aws` CLI, so that both sign in alike.

use std::borrow::Cow;
use std::env;

use aws_runtime::env_config::file::EnvConfigFiles;
use aws_runtime::env_config::section::EnvConfigSections;
use aws_types::os_shim_internal::{Env, Fs};

use crate::aws::configuration_files::{self as files, ConfigurationFile};
use crate::aws::sign_in_error::SignInError;
use crate::aws::trust::Trust;

/// The variables that name a profile, in the order of the AWS CLI.
const VARIABLES: [&str; 2] = ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"];
/// The most profiles that an error names.
const MOST_NAMED: usize = 10;

/// What of the configuration decides how to sign in.
#[derive(Debug)]
pub struct Configuration {
    /// The profile that signs in; without one, the SDK takes `default`.
    pub profile: Option<String>,
    /// Whether the learner has named the profile to this program. Then keys in the environment do not count, as with
    /// `aws --profile`.
    pub is_named: bool,
    /// The certificates that are trusted beside the system's.
    pub trust: Option<Trust>,
}

impl Configuration {
    /// Reads the configuration for the profile that the learner has named to this program, if any.
    ///
    /// # Errors
    /// If the profile does not exist or cannot be used, or a file that the configuration names is unreadable.
    pub async fn read(named: Option<&str>) -> Result<Self, SignInError> {
        let files = files::read()?;
        let choice =
            named.map_or_else(chosen_by_variable, |name| Some(Choice { name: name.to_owned(), variable: None }));
        let profile = choice.as_ref().map(|choice| choice.name.clone());
        let sections = sections(profile.clone()).await;
        if let (Some(choice), Some(sections)) = (&choice, &sections) {
            choice.refuse_missing(sections, &files)?;
        }
        let is_named = named.is_some();
        if is_named || !has_keys() {
            refuse_mfa(sections.as_ref())?;
        }
        let trust = Trust::of(value(sections.as_ref(), "ca_bundle"))?;
        Ok(Self { profile, is_named, trust })
    }
}

/// The profile that is to sign in, and the variable that names it.
struct Choice {
    name: String,
    variable: Option<&'static str>,
}

impl Choice {
    fn refuse_missing(&self, sections: &EnvConfigSections, files: &[ConfigurationFile]) -> Result<(), SignInError> {
        if sections.get_profile(&self.name).is_some() {
            return Ok(());
        }
        let mut known: Vec<&str> = sections.profiles().collect();
        known.sort_unstable();
        let (name, variable) = (self.name.clone(), self.variable);
        let near_miss = files.iter().find_map(|file| file.near_miss(&name));
        Err(SignInError::NoProfile { name, variable, known: listed(&known), near_miss })
    }
}

fn chosen_by_variable() -> Option<Choice> {
    VARIABLES.into_iter().find_map(|variable| {
        let name = env::var(variable).ok().filter(|name| !name.is_empty())?;
        Some(Choice { name, variable: Some(variable) })
    })
}

/// Such as `course, default`; empty without any.
fn listed(known: &[&str]) -> String {
    let more = known.len().saturating_sub(MOST_NAMED);
    let names = known[..known.len() - more].join(", ");
    if more > 0 { format!("{names} and {more} more") } else { names }
}

/// The sections of both files; `None` if they cannot be parsed, which the SDK says when it signs in.
async fn sections(profile: Option<String>) -> Option<EnvConfigSections> {
    let files = EnvConfigFiles::default();
    let mut source = aws_runtime::env_config::source::load(&Env::real(), &Fs::real(), &files).await.ok()?;
    if let Some(profile) = profile {
        source.profile = Cow::Owned(profile);
    }
    EnvConfigSections::parse(source).ok()
}

/// A value of the profile that signs in.
fn value<'a>(sections: Option<&'a EnvConfigSections>, key: &str) -> Option<&'a str> {
    sections?.get(key).filter(|value| !value.is_empty())
}

fn has_keys() -> bool {
    env::var("AWS_ACCESS_KEY_ID").is_ok_and(|key| !key.is_empty())
}

/// The SDK takes on a role without the code of a device, and AWS would refuse it without naming the reason.
fn refuse_mfa(sections: Option<&EnvConfigSections>) -> Result<(), SignInError> {
    let of = |key| value(sections, key);
    match (sections, of("role_arn"), of("mfa_serial")) {
        (Some(sections), Some(_), Some(_)) => {
            Err(SignInError::NeedsCode { profile: sections.selected_profile().to_owned() })
        }
        _ => Ok(()),
    }
}
