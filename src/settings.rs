//! msl-learn.toml: whose account, which domain, and the names of the learner's resources.

mod name;

use std::fs;
use std::path::Path;

use msl_learn_checks::{Learner, Names};
use serde::Deserialize;

use crate::catalog::Plan;
use crate::failure::{Failure, Result};

use name::{account, bucket, partition};
pub use name::{domain, endpoint, region};

/// The settings file of a workspace.
pub const FILE: &str = "msl-learn.toml";
/// The book works in this region throughout.
pub const BOOK_REGION: &str = "us-east-1";

type Check = fn(&str) -> std::result::Result<(), String>;

/// What the settings file says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub domain: String,
    pub region: String,
    pub account: String,
    #[serde(default = "aws")]
    pub partition: String,
    #[serde(default)]
    pub profile: Option<String>,
    #[serde(default)]
    pub practice: bool,
    #[serde(default)]
    pub endpoint: Option<String>,
    /// What `next` and the watch screen lead through.
    #[serde(default)]
    pub steps: Plan,
    #[serde(default)]
    pub names: Overrides,
}

/// Names that differ from the book's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overrides {
    website_bucket: Option<String>,
    data_bucket: Option<String>,
    api_domain: Option<String>,
    auth_domain: Option<String>,
}

impl Settings {
    /// Reads the settings of a workspace.
    ///
    /// # Errors
    /// When the file cannot be read, is not TOML, or says something that cannot be.
    pub fn read(workspace: &Path) -> Result<Self> {
        let file = workspace.join(FILE);
        let text = fs::read_to_string(&file)
            .map_err(|error| Failure::environment(format!("{} cannot be read: {error}", file.display())))?;
        let settings: Self = toml::from_str(&text).map_err(|error| {
            Failure::usage(format!("{} is not right:\n{error}", file.display()))
                .hint("Correct the line, or make a new workspace in another folder with `msl-learn init DIR`.")
        })?;
        let at = |key: &str, problem: String| Failure::usage(format!("{}: {key} {problem}", file.display()));
        for (key, check, value) in settings.checked() {
            check(value).map_err(|problem| at(key, problem))?;
        }
        Ok(settings)
    }

    /// The settings that stand in texts and commands, each with what it may be.
    fn checked(&self) -> impl Iterator<Item = (&'static str, Check, &str)> {
        let always: [(_, Check, &str); 4] = [
            ("domain", domain, &self.domain),
            ("region", region, &self.region),
            ("account", account, &self.account),
            ("partition", partition, &self.partition),
        ];
        let own = &self.names;
        let named: [(_, Check, &Option<String>); 4] = [
            ("names.website_bucket", bucket, &own.website_bucket),
            ("names.data_bucket", bucket, &own.data_bucket),
            ("names.api_domain", domain, &own.api_domain),
            ("names.auth_domain", domain, &own.auth_domain),
        ];
        let named = named.into_iter().filter_map(|(key, check, name)| Some((key, check, name.as_deref()?)));
        let endpoint = self.endpoint.as_deref().map(|url| ("endpoint", endpoint as Check, url));
        always.into_iter().chain(named).chain(endpoint)
    }

    /// The learner, with derived names where the settings name none.
    pub fn learner(&self) -> Learner {
        let book = Names::derived_from(&self.domain);
        let own = self.names.clone();
        Learner {
            domain: self.domain.clone(),
            region: self.region.clone(),
            account: self.account.clone(),
            partition: self.partition.clone(),
            practice: self.practice,
            workspace: None,
            names: Names {
                website_bucket: own.website_bucket.unwrap_or(book.website_bucket),
                data_bucket: own.data_bucket.unwrap_or(book.data_bucket),
                api_domain: own.api_domain.unwrap_or(book.api_domain),
                auth_domain: own.auth_domain.unwrap_or(book.auth_domain),
            },
        }
    }

    /// The settings file for `learner`, with a comment on every line that a person may want to change.
    pub fn text(learner: &Learner, profile: Option<&str>, endpoint: Option<&str>, steps: Plan) -> String {
        let book = Names::derived_from(&learner.domain);
        let key = |name: &str, value: &str| format!("{name} = {}\n", toml::Value::from(value));
        let or_comment = |name: &str, value: Option<&str>, example: &str| {
            value.map_or_else(|| format!("# {name} = \"{example}\"\n"), |value| key(name, value))
        };
        let named = |name: &str, own: &str, derived: &str| {
            if own == derived { format!("# {}", key(name, own)) } else { key(name, own) }
        };
        let own = &learner.names;
        [
            "# Settings of this msl-learn workspace.\n\n# Your domain.\n".to_owned(),
            key("domain", &learner.domain),
            "\n# The region that you work in. The book works in us-east-1 throughout.\n".into(),
            key("region", &learner.region),
            "\n# The one account that msl-learn looks at here; it refuses any other.\n".into(),
            key("account", &learner.account),
            key("partition", &learner.partition),
            if learner.practice {
                "\n# A practice account on this machine: no AWS account is ever asked.\npractice = true\n"
            } else {
                ""
            }
            .into(),
            "\n# The profile in your AWS configuration; without it, the AWS CLI's own order applies.\n".into(),
            or_comment("profile", profile, "default"),
            "\n# The endpoint that stands for AWS, for an emulator of your own.\n".into(),
            or_comment("endpoint", endpoint, "http://127.0.0.1:4566"),
            "\n# What `next` leads through: \"all\" (chapters to read, exercises and quizzes) or \"exercises\" alone.\n".into(),
            or_comment("steps", Some(steps.name()).filter(|_| steps != Plan::All), Plan::Exercises.name()),
            "\n# Names that differ from the book's: remove the # and write yours.\n[names]\n".into(),
            "# The record of exercise 4.4 only works with a bucket named exactly like the domain.\n".into(),
            named("website_bucket", &own.website_bucket, &book.website_bucket),
            named("data_bucket", &own.data_bucket, &book.data_bucket),
            named("api_domain", &own.api_domain, &book.api_domain),
            named("auth_domain", &own.auth_domain, &book.auth_domain),
        ]
        .concat()
    }
}

fn aws() -> String {
    "aws".into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut names = Names::derived_from("example.com");
        names.data_bucket = "other \"data\"".into();
        let learner = Learner {
            domain: "example.com".into(),
            region: "eu-west-1".into(),
            account: "123456789012".into(),
            partition: "aws".into(),
            practice: true,
            workspace: None,
            names,
        };
        let text = Settings::text(&learner, Some("me"), None, Plan::Exercises);
        let settings: Settings = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let again = settings.learner();
        assert_eq!((again.names, again.region, again.practice), (learner.names, learner.region, true));
        assert_eq!((settings.profile.as_deref(), settings.endpoint), (Some("me"), None));
        assert_eq!(settings.steps, Plan::Exercises);
    }
}
