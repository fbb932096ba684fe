//! Why an account is not even asked: something in the learner's configuration is in the way.

/// Why an account is not even asked.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    #[error("{place} sends AWS calls to {url}, which the settings do not name")]
    EndpointOverride { place: String, url: String },
    /// `variable` names the profile, unless the learner has told it to this program.
    #[error("there is no AWS profile named {name}")]
    NoProfile { name: String, variable: Option<&'static str>, known: String, near_miss: Option<String> },
    #[error("the AWS profile {profile} takes on a role with a code (mfa_serial), which only the aws CLI can ask for")]
    NeedsCode { profile: String },
    #[error("{path} {problem}, so its profiles cannot be read")]
    FileEncoding { path: String, problem: &'static str },
    #[error("{place} names {path}, which cannot be used: {problem}")]
    Certificates { place: &'static str, path: String, problem: String },
}
