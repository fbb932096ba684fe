//! Why an account is not even asked, in the learner's words: what outweighs the settings, and how to fix it.

use std::env;

use msl_learn_checks::SignInError;

use crate::failure::Failure;

/// Where the learner says which account is meant.
#[derive(Clone, Copy, Debug)]
pub enum SaidIn {
    /// In msl-learn.toml.
    Settings,
    /// With the flags of `init`.
    Flags,
}

impl SaidIn {
    fn profile(self) -> &'static str {
        match self {
            Self::Settings => "`profile` in msl-learn.toml",
            Self::Flags => "--profile",
        }
    }

    fn endpoint(self, url: &str) -> String {
        match self {
            Self::Settings => format!("in msl-learn.toml: endpoint = \"{url}\""),
            Self::Flags => format!("with --endpoint-url {url}"),
        }
    }
}

/// The failure for an account that could not even be asked.
pub fn refusal(error: &SignInError, said: SaidIn) -> Failure {
    Failure::usage(error.to_string()).hint(fix(error, said))
}

fn fix(error: &SignInError, said: SaidIn) -> String {
    match error {
        SignInError::EndpointOverride { place, url } => {
            format!("Unset {place}. To use {url} instead of AWS, say so {}.", said.endpoint(url))
        }
        SignInError::NoProfile { near_miss: Some(near_miss), .. } => format!("{near_miss}."),
        SignInError::NoProfile { variable, known, .. } => {
            let place = variable.map_or(said.profile(), |variable| variable);
            if known.is_empty() {
                return format!("No profile exists yet: `aws configure` makes one. Or take {place} away.");
            }
            format!("These exist: {known}. Correct {place}.")
        }
        SignInError::NeedsCode { profile } => format!(
            "Let the aws CLI sign in for this terminal: `eval \"$(aws configure export-credentials --profile {profile} \
             --format env)\"`, and take {} away.",
            said.profile()
        ),
        SignInError::FileEncoding { .. } => {
            "Save it as plain text: UTF-8 without a byte order mark (\"BOM\").".into()
        }
        SignInError::Certificates { .. } => {
            "Name a file of certificates that begin with -----BEGIN CERTIFICATE-----; whoever manages the network has it."
                .into()
        }
    }
}

/// How to sign in to the right account, if keys in the environment decide; `None` if they do not.
pub fn keys_decide(has_profile: bool) -> Option<&'static str> {
    let has_keys = env::var_os("AWS_ACCESS_KEY_ID").is_some_and(|key| !key.is_empty());
    (has_keys && !has_profile).then_some(
        "AWS_ACCESS_KEY_ID of this terminal decides, and outweighs AWS_PROFILE. Unset it with `unset AWS_ACCESS_KEY_ID \
         AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN`, or name the account's profile in msl-learn.toml, which outweighs it. \
         For the other account, make a workspace of its own with `msl-learn init DIR`.",
    )
}
