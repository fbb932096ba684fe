//! Whether the `aws` CLI of this terminal works on the practice account, and how it is pointed there.

use std::env;
use std::path::Path;

use super::identity::ACCESS_KEY;
use super::shell::{self, Shell};

/// The variables that name a profile, in the order of the AWS CLI.
const PROFILE: [&str; 2] = ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"];

/// Where the `aws` CLI of a terminal works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// On the practice account.
    Here,
    /// Nowhere: this variable names a profile, which the practice account's configuration does not have.
    Profile { variable: &'static str, name: String },
    /// On another endpoint, such as the one that the practice account had before.
    Elsewhere(String),
    /// On AWS, with keys or a configuration of the learner's own.
    Real,
    /// Nowhere: it knows neither an endpoint nor keys.
    Nowhere,
}

/// Where the `aws` CLI of this terminal works; `endpoint` is the practice account's.
pub fn pointing(endpoint: &str) -> Pointing {
    let has_configuration = || env::home_dir().is_some_and(|home| has_configuration(&home));
    decide(endpoint, |name| env::var(name).ok().filter(|value| !value.is_empty()), has_configuration)
}

fn decide(
    endpoint: &str,
    variable: impl Fn(&str) -> Option<String>,
    has_configuration: impl FnOnce() -> bool,
) -> Pointing {
    let profile = PROFILE.into_iter().find_map(|name| Some((name, variable(name)?)));
    let profile = profile.filter(|(_, name)| name != "default");
    match (variable("AWS_ENDPOINT_URL"), profile) {
        (Some(url), Some((variable, name))) if url == endpoint => Pointing::Profile { variable, name },
        (Some(url), None) if url == endpoint => Pointing::Here,
        (Some(url), _) => Pointing::Elsewhere(url),
        (None, Some(_)) => Pointing::Real,
        (None, None) if variable("AWS_ACCESS_KEY_ID").is_some_and(|key| key != ACCESS_KEY) => Pointing::Real,
        (None, None) if has_configuration() => Pointing::Real,
        (None, None) => Pointing::Nowhere,
    }
}

fn has_configuration(home: &Path) -> bool {
    ["credentials", "config"].iter().any(|file| home.join(".aws").join(file).is_file())
}

impl Pointing {
    /// What the learner should know before using the `aws` CLI here; `None` if it works on the practice account.
    /// `options` are those that lead commands to the workspace, such as `-C class`.
    pub fn reminder(&self, endpoint: &str, options: Option<&str>) -> Option<String> {
        let how = command(options);
        Some(match self {
            Self::Here => return None,
            Self::Profile { variable, name } => format!(
                "note: {variable} of this terminal names the profile {name}, so its aws CLI does not work on the practice \
                 account. Point it there:\n    {how}"
            ),
            Self::Elsewhere(url) => format!(
                "note: the aws CLI of this terminal works on {url}, but the practice account answers at {endpoint}. Point it \
                 there:\n    {how}"
            ),
            Self::Real => format!(
                "warning: the aws CLI of this terminal works on a real account, where what you build costs money. Point it at \
                 the practice account:\n    {how}"
            ),
            Self::Nowhere => format!(
                "note: the aws CLI of this terminal does not work on the practice account. Before you use it here:\n    {how}"
            ),
        })
    }
}

/// The command that points the `aws` CLI of this terminal at the practice account.
pub fn command(options: Option<&str>) -> String {
    let own = options.map_or_else(|| "msl-learn".to_owned(), |options| format!("msl-learn {options}"));
    match Shell::of(&shell::program()) {
        Shell::Fish => format!("{own} practice env --shell fish | source"),
        Shell::Posix => format!("eval \"$({own} practice env)\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDPOINT: &str = "http://127.0.0.1:4566";

    fn with(variables: &[(&str, &str)], has_configuration: bool) -> Pointing {
        let value = |name: &str| Some(variables.iter().find(|(known, _)| *known == name)?.1.to_owned());
        decide(ENDPOINT, value, || has_configuration)
    }

    #[test]
    fn what_the_environment_says_is_where_the_cli_works() {
        let here = ("AWS_ENDPOINT_URL", ENDPOINT);
        assert_eq!(with(&[here], true), Pointing::Here);
        assert_eq!(with(&[here, ("AWS_PROFILE", "default")], true), Pointing::Here);
        let profile = |name| Pointing::Profile { variable: name, name: "work".into() };
        assert_eq!(with(&[here, ("AWS_PROFILE", "work")], true), profile("AWS_PROFILE"));
        assert_eq!(with(&[here, ("AWS_DEFAULT_PROFILE", "work")], true), profile("AWS_DEFAULT_PROFILE"));
        let elsewhere = "http://127.0.0.1:4567";
        assert_eq!(with(&[("AWS_ENDPOINT_URL", elsewhere)], true), Pointing::Elsewhere(elsewhere.into()));
        assert_eq!(with(&[("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")], false), Pointing::Real);
        assert_eq!(with(&[("AWS_PROFILE", "work")], false), Pointing::Real);
        assert_eq!(with(&[], true), Pointing::Real);
        assert_eq!(with(&[("AWS_ACCESS_KEY_ID", ACCESS_KEY)], false), Pointing::Nowhere);
        assert_eq!(with(&[], false), Pointing::Nowhere);
    }

    #[test]
    fn only_a_terminal_that_works_on_it_gets_no_reminder() {
        assert_eq!(Pointing::Here.reminder(ENDPOINT, None), None);
        let elsewhere = Pointing::Elsewhere("http://127.0.0.1:1".into()).reminder(ENDPOINT, None).expect("a reminder");
        assert!(elsewhere.contains("http://127.0.0.1:1,") && elsewhere.contains(ENDPOINT), "{elsewhere}");
        let real = Pointing::Real.reminder(ENDPOINT, None).expect("a reminder");
        assert!(real.starts_with("warning: ") && real.contains("msl-learn practice env"), "{real}");
        let led = Pointing::Nowhere.reminder(ENDPOINT, Some("-C '/a b'")).expect("a reminder");
        assert!(led.contains("msl-learn -C '/a b' practice env"), "{led}");
    }
}
