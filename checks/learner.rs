//! Who is learning: the domain, the region and every name that the book's exercises derive from them.

pub mod website_endpoint;

use std::path::PathBuf;
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::{Deserialize, Serialize};

use website_endpoint::website_endpoint;

/// The names of the learner's resources. Each is derived from the domain and may be overridden in the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// The bucket that holds the website; the book's is the domain itself.
    pub website_bucket: String,
    /// The bucket that holds the data of the API; the book's is the domain's first label and `-data`.
    pub data_bucket: String,
    /// The host name of the API.
    pub api_domain: String,
    /// The host name of the sign-in pages.
    pub auth_domain: String,
}

impl Names {
    /// The book's names for `domain`.
    pub fn derived_from(domain: &str) -> Self {
        let name = domain.split('.').next().unwrap_or(domain);
        Self {
            website_bucket: domain.to_owned(),
            data_bucket: format!("{name}-data"),
            api_domain: format!("api.{domain}"),
            auth_domain: format!("auth.{domain}"),
        }
    }
}

/// The learner, and the account in which exercises are checked.
#[derive(Clone, Debug)]
pub struct Learner {
    /// The learner's domain in lower case and without a final dot.
    pub domain: String,
    /// The region that the exercises are done in, such as `us-east-1`.
    pub region: String,
    /// The twelve digits of the account.
    pub account: String,
    /// The partition of the account, such as `aws`.
    pub partition: String,
    /// Whether the account is a practice account, which lacks a root user and a registrar.
    pub practice: bool,
    /// The folder in which the learner works, where it is known.
    pub workspace: Option<PathBuf>,
    pub names: Names,
}

/// A template that names a placeholder which does not exist, or is not well formed.
#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
pub struct TemplateError(#[from] minijinja::Error);

/// What stands for each placeholder; the field names are the placeholders.
#[derive(Serialize)]
struct Placeholders<'a> {
    domain: &'a str,
    region: &'a str,
    account: &'a str,
    partition: &'a str,
    website_region_endpoint: String,
    website_zone_id: String,
    #[serde(flatten)]
    names: &'a Names,
}

impl Learner {
    /// Puts the learner's own names in place of the placeholders of `template`, such as `{{ domain }}`.
    ///
    /// # Errors
    /// When the template names an unknown placeholder or is not well formed.
    pub fn fill(&self, template: &str) -> Result<String, TemplateError> {
        self.fill_as("text", template)
    }

    /// As [`Learner::fill`], escaping values as the ending of `file_name` asks (HTML in `.html`, nothing elsewhere).
    ///
    /// # Errors
    /// When the template names an unknown placeholder or is not well formed.
    pub fn fill_as(&self, file_name: &str, template: &str) -> Result<String, TemplateError> {
        if !BEGINNINGS.iter().any(|beginning| template.contains(beginning)) {
            return Ok(template.to_owned());
        }
        Ok(ENGINE.render_named_str(file_name, template, Serde(self.placeholders()))?)
    }

    /// The ARN that a template of a service stands for: with `{{ partition }}`, `{{ account }}`, `{{ region }}` and
    /// `{{ name }}`. A service without regions has no `{{ region }}`.
    pub fn arn(&self, template: &str, region: &str, name: &str) -> String {
        let own = template.replace("{{ partition }}", &self.partition).replace("{{ account }}", &self.account);
        // The name comes last, since it may be foreign.
        own.replace("{{ region }}", region).replace("{{ name }}", name)
    }

    /// The names that the certificate of exercise 4.6 covers: the domain and everything right below it.
    pub fn certificate_names(&self) -> Vec<String> {
        vec![self.domain.clone(), format!("*.{}", self.domain)]
    }

    fn placeholders(&self) -> Placeholders<'_> {
        let website = website_endpoint(&self.region);
        Placeholders {
            domain: &self.domain,
            region: &self.region,
            account: &self.account,
            partition: &self.partition,
            website_region_endpoint: website.map_or_else(String::new, |w| w.host()),
            website_zone_id: website.map_or_else(String::new, |w| w.zone_id().to_owned()),
            names: &self.names,
        }
    }
}

/// How whatever is no text of a template begins. Comments are `<#` … `#>`, since `{#` begins a heading's anchor in Markdown and
/// a length in shell.
const BEGINNINGS: [&str; 3] = ["{{", "{%", "<#"];

static ENGINE: LazyLock<Environment> = LazyLock::new(|| {
    let [variable, block, comment] = BEGINNINGS;
    let syntax = SyntaxConfig::builder()
        .variable_delimiters(variable, "}}")
        .block_delimiters(block, "%}")
        .comment_delimiters(comment, "#>")
        .keep_trailing_newline(true)
        .build();
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_syntax(syntax.expect("no two beginnings are the same"));
    engine
});

/// The learner of the tests.
#[cfg(any(test, feature = "testing"))]
pub fn example() -> Learner {
    Learner {
        domain: "example.com".into(),
        region: "us-east-1".into(),
        account: "123456789012".into(),
        partition: "aws".into(),
        practice: false,
        workspace: Some(crate::outside::workspace::example()),
        names: Names::derived_from("example.com"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_text() {
        let text = example().fill("{{ api_domain }} in {{ region }}: {{ website_region_endpoint }}");
        assert_eq!(text.unwrap(), "api.example.com in us-east-1: s3-website-us-east-1.amazonaws.com");
    }

    #[test]
    fn anchors_and_shell_lengths_are_no_comments() {
        let text = "## Title {#slug}\n${#name}\n";
        assert_eq!(example().fill(text).unwrap(), text);
    }

    #[test]
    fn a_text_with_nothing_to_fill_stays_as_it_is() {
        for text in ["", "\n", " a } b }} {\r\n\n", "# no line statement\n## {#slug}\n"] {
            assert_eq!(example().fill(text).unwrap(), text);
            assert_eq!(example().fill(&format!("{text}<# note #>")).unwrap(), text, "as the engine has it");
        }
    }

    #[test]
    fn an_unknown_placeholder_is_an_error() {
        assert!(example().fill("{{ bucket }}").is_err());
    }

    #[test]
    fn values_are_escaped_in_html_alone() {
        let mut learner = example();
        learner.domain = "a&b".into();
        assert_eq!(learner.fill_as("index.html", "{{ domain }}").unwrap(), "a&amp;b");
        assert_eq!(learner.fill_as("solution.sh", "{{ domain }}").unwrap(), "a&b");
    }
}
