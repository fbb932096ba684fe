//! msl-learn.toml: whose account, which domain, and the names of the learner's resources.

use std::fs;
use std::path::Path;

use msl_learn_checks::{Learner, Names};
use serde::Deserialize;

use super::name::{account, bucket, domain, endpoint, partition, region};
use super::settings_text;
use crate::catalog::Plan;
use crate::failure::{Failure, Result};

/// The settings file of a workspace.
pub const FILE: &str = "msl-learn.toml";
/// The region in which the book works throughout.
pub const BOOK_REGION: &str = "us-east-1";

type Validator = fn(&str) -> std::result::Result<(), String>;

/// The content of the settings file.
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
    /// The steps through which `next` and the watch screen lead.
    #[serde(default)]
    pub steps: Plan,
    #[serde(default)]
    pub names: NameOverrides,
}

/// Names that differ from the book's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameOverrides {
    pub website_bucket: Option<String>,
    pub data_bucket: Option<String>,
    pub api_domain: Option<String>,
    pub auth_domain: Option<String>,
}

impl Settings {
    /// The book's settings for `domain` in `account`: its region, its names, all of its steps.
    pub fn new(domain: &str, account: &str) -> Self {
        Self {
            domain: domain.to_owned(),
            region: BOOK_REGION.into(),
            account: account.to_owned(),
            partition: aws(),
            profile: None,
            practice: false,
            endpoint: None,
            steps: Plan::default(),
            names: NameOverrides::default(),
        }
    }

    /// The settings of the book's reader, who owns example.com.
    pub fn example() -> Self {
        Self::new("example.com", "123456789012")
    }

    /// Reads the settings of a workspace.
    ///
    /// # Errors
    /// If the file cannot be read, is not TOML, or has an invalid value.
    pub fn read(workspace: &Path) -> Result<Self> {
        Self::read_file(&workspace.join(FILE))
    }

    /// Reads a settings file, whatever its name.
    ///
    /// # Errors
    /// As [`Settings::read`].
    pub fn read_file(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file)
            .map_err(|error| Failure::environment(format!("{} cannot be read: {error}", file.display())))?;
        let settings: Self = settings_text::read(&text).map_err(|fault| {
            let is_practice = text.lines().any(|line| line.split_whitespace().eq(["practice", "=", "true"]));
            let make = if is_practice { "practice" } else { "init" };
            Failure::usage(format!("{}: {fault}", file.display())).hint(format!(
                "Correct the line, or make a new workspace in another folder with `msl-learn {make} DIR`."
            ))
        })?;
        settings.validate(file)?;
        Ok(settings)
    }

    /// Refuses values that AWS does not allow; `file` is named in the failure.
    ///
    /// # Errors
    /// At the first invalid value.
    pub fn validate(&self, file: &Path) -> Result<()> {
        for (key, validator, value) in self.values() {
            validator(value).map_err(|problem| Failure::usage(format!("{}: {key} {problem}", file.display())))?;
        }
        Ok(())
    }

    /// The values that go into texts and commands, each with its validator.
    fn values(&self) -> impl Iterator<Item = (&'static str, Validator, &str)> {
        let always: [(_, Validator, &str); 4] = [
            ("domain", domain, &self.domain),
            ("region", region, &self.region),
            ("account", account, &self.account),
            ("partition", partition, &self.partition),
        ];
        let own = &self.names;
        let named: [(_, Validator, &Option<String>); 4] = [
            ("names.website_bucket", bucket, &own.website_bucket),
            ("names.data_bucket", bucket, &own.data_bucket),
            ("names.api_domain", domain, &own.api_domain),
            ("names.auth_domain", domain, &own.auth_domain),
        ];
        let named = named.into_iter().filter_map(|(key, validator, name)| Some((key, validator, name.as_deref()?)));
        let endpoint = self.endpoint.as_deref().map(|url| ("endpoint", endpoint as Validator, url));
        always.into_iter().chain(named).chain(endpoint)
    }

    /// The learner, with the book's names where the settings have none.
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

    /// The whole file, with a comment on every line that a person may want to change.
    pub fn text(&self) -> String {
        let practice = if self.practice {
            "\n# A practice account on this machine: no AWS account is ever asked.\npractice = true\n"
        } else {
            ""
        };
        let steps = Some(self.steps.name()).filter(|_| self.steps != Plan::All);
        [
            "# Settings of this msl-learn workspace.\n\n# Your domain.\n".to_owned(),
            line("domain", &self.domain),
            "\n# The region that you work in. The book works in us-east-1 throughout.\n".into(),
            line("region", &self.region),
            "\n# The one account that msl-learn checks here; it refuses any other.\n".into(),
            line("account", &self.account),
            line("partition", &self.partition),
            practice.into(),
            "\n# The profile in your AWS configuration; without it, the AWS CLI's own order applies.\n".into(),
            line_or_example("profile", self.profile.as_deref(), "default"),
            "\n# The endpoint to use instead of AWS, for an emulator of your own.\n".into(),
            line_or_example("endpoint", self.endpoint.as_deref(), "http://127.0.0.1:4566"),
            "\n# What `next` leads through: \"all\" (chapters to read, exercises and quizzes), \"build\" (all, but a first page\n# before what is to be read), or \"exercises\" alone.\n".into(),
            line_or_example("steps", steps, Plan::Exercises.name()),
            "\n# Names that differ from the book's: remove the # and write yours.\n[names]\n".into(),
            "# The record of exercise 4.4 only works with a bucket named exactly like the domain.\n".into(),
            self.names(),
        ]
        .concat()
    }

    /// The learner's names; the book's are comments.
    fn names(&self) -> String {
        let book = Names::derived_from(&self.domain);
        let names = [
            ("website_bucket", &self.names.website_bucket, book.website_bucket),
            ("data_bucket", &self.names.data_bucket, book.data_bucket),
            ("api_domain", &self.names.api_domain, book.api_domain),
            ("auth_domain", &self.names.auth_domain, book.auth_domain),
        ];
        let lines = names.map(|(key, own, book)| match own {
            Some(own) if *own != book => line(key, own),
            _ => format!("# {}", line(key, &book)),
        });
        lines.concat()
    }
}

/// The text of a settings file with other steps, and otherwise as it is.
pub fn with_steps(text: &str, steps: Plan) -> String {
    let new = line("steps", steps.name());
    let is_steps = |line: &str| line.split_once('=').is_some_and(|(key, _)| key.trim() == "steps");
    let is_comment = |line: &str| line.trim_start().strip_prefix('#').is_some_and(is_steps);
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let top = lines.iter().position(|line| line.trim_start().starts_with('[')).unwrap_or(lines.len());
    let of = |is_it: &dyn Fn(&str) -> bool| lines[..top].iter().position(|line| is_it(line));
    match of(&is_steps).or_else(|| of(&is_comment)) {
        Some(at) => lines[at] = &new,
        None => lines.insert(0, &new),
    }
    lines.concat()
}

fn line(key: &str, value: &str) -> String {
    format!("{key} = {}\n", toml::Value::from(value))
}

/// The line of a setting; without a value, a comment that shows an example.
fn line_or_example(key: &str, value: Option<&str>, example: &str) -> String {
    value.map_or_else(|| format!("# {}", line(key, example)), |value| line(key, value))
}

fn aws() -> String {
    "aws".into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let names = NameOverrides { data_bucket: Some("other \"data\"".into()), ..NameOverrides::default() };
        let settings = Settings {
            region: "eu-west-1".into(),
            practice: true,
            profile: Some("me".into()),
            steps: Plan::Exercises,
            names,
            ..Settings::example()
        };
        let text = settings.text();
        let read: Settings = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(format!("{read:?}"), format!("{settings:?}"));
    }

    #[test]
    fn other_steps_change_their_line_alone() {
        let fresh = Settings::example().text();
        let build = with_steps(&fresh, Plan::Build);
        assert_eq!(build, Settings { steps: Plan::Build, ..Settings::example() }.text());
        assert_eq!(
            with_steps(&build, Plan::Exercises),
            Settings { steps: Plan::Exercises, ..Settings::example() }.text()
        );
        let own = "# mine\nsteps=\"all\"\ndomain = \"a.org\"";
        assert_eq!(with_steps(own, Plan::Build), "# mine\nsteps = \"build\"\ndomain = \"a.org\"");
        let without = "domain = \"a.org\"\n[names]\nsteps = 1";
        assert_eq!(with_steps(without, Plan::Build), format!("steps = \"build\"\n{without}"));
    }

    #[test]
    fn the_books_names_are_comments() {
        let names = NameOverrides { data_bucket: Some("example-data".into()), ..NameOverrides::default() };
        let text = Settings { names, ..Settings::example() }.text();
        assert!(text.contains("# data_bucket = \"example-data\"\n"), "{text}");
    }
}
