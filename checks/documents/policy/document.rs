//! The policy document: every form that IAM accepts, in one shape.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::glob::{self, Case};
use super::{Principal, condition};

/// A policy document.
#[derive(Clone, Debug, Deserialize)]
pub struct Policy {
    /// The language's version; without one it is the older, `2008-10-17`, which knows no variables.
    #[serde(rename = "Version", default)]
    pub version: Option<String>,
    #[serde(rename = "Statement", deserialize_with = "one_or_many")]
    pub statements: Vec<Statement>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Effect {
    Allow,
    Deny,
}

/// Operators, each with its keys and their values.
pub type Conditions = BTreeMap<String, BTreeMap<String, Values>>;

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Statement {
    #[serde(default)]
    pub sid: Option<String>,
    pub effect: Effect,
    #[serde(default)]
    pub principal: Option<Principals>,
    #[serde(default)]
    pub not_principal: Option<Principals>,
    #[serde(default)]
    pub action: Option<Values>,
    #[serde(default)]
    pub not_action: Option<Values>,
    #[serde(default)]
    pub resource: Option<Values>,
    #[serde(default)]
    pub not_resource: Option<Values>,
    #[serde(default)]
    pub condition: Conditions,
}

/// `"*"`, or lists of principals by type (`AWS`, `Service`, `Federated`, `CanonicalUser`).
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Principals {
    Everyone(String),
    ByType(BTreeMap<String, Values>),
}

/// One string, number or boolean, or an array of them, as strings.
#[derive(Clone, Debug, Default)]
pub struct Values(pub Vec<String>);

impl Policy {
    /// Reads a policy as AWS returns it.
    ///
    /// # Errors
    /// When it is not a policy document.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

impl Statement {
    /// Whether the statement is about this principal.
    pub fn concerns(&self, principal: Principal<'_>) -> bool {
        match (&self.principal, &self.not_principal) {
            (Some(principals), _) => principals.include(principal),
            (None, Some(principals)) => !principals.include(principal),
            (None, None) => false,
        }
    }

    /// Whether the statement is about this action; actions have no case.
    pub fn has_action(&self, action: &str) -> bool {
        included(self.action.as_ref(), self.not_action.as_ref(), action, Case::Insensitive)
    }

    /// Whether the statement is about this resource.
    pub fn has_resource(&self, resource: &str) -> bool {
        included(self.resource.as_ref(), self.not_resource.as_ref(), resource, Case::Sensitive)
    }

    /// The AWS accounts, users and roles that the statement names.
    pub fn aws_principals(&self) -> impl Iterator<Item = &str> {
        self.lists().filter(|(kind, _)| *kind == "AWS").flat_map(|(_, values)| &values.0).map(String::as_str)
    }

    /// Everyone that the statement names, of whatever type.
    pub fn principals(&self) -> impl Iterator<Item = &str> {
        self.lists().flat_map(|(_, values)| &values.0).map(String::as_str)
    }

    /// The actions that the statement names.
    pub fn actions(&self) -> impl Iterator<Item = &str> {
        self.action.iter().flat_map(|values| &values.0).map(String::as_str)
    }

    /// The resources that the statement names.
    pub fn resources(&self) -> impl Iterator<Item = &str> {
        self.resource.iter().flat_map(|values| &values.0).map(String::as_str)
    }

    /// Everyone whom the statement of a trust policy names, `*` for everyone.
    pub fn trusted(&self) -> impl Iterator<Item = &str> {
        let everyone = match &self.principal {
            Some(Principals::Everyone(all)) => Some(all.as_str()),
            None if self.not_principal.is_some() => Some("*"),
            _ => None,
        };
        everyone.into_iter().chain(self.principals())
    }

    /// The statement of a trust policy, which names no resource, as one about whatever it stands in.
    pub fn about_itself(self) -> Self {
        Self { resource: Some(Values(vec!["*".into()])), ..self }
    }

    fn lists(&self) -> impl Iterator<Item = (&String, &Values)> {
        let lists = match &self.principal {
            Some(Principals::ByType(lists)) => Some(lists),
            _ => None,
        };
        lists.into_iter().flatten()
    }

    pub(super) fn is_public(&self) -> bool {
        self.effect == Effect::Allow && self.concerns(Principal::Anyone) && !condition::narrows(&self.condition)
    }
}

impl Principals {
    fn include(&self, principal: Principal<'_>) -> bool {
        let lists = match self {
            Principals::Everyone(all) => return all == "*",
            Principals::ByType(lists) => lists,
        };
        let listed =
            |kind: &str, value: &str| lists.get(kind).is_some_and(|values| values.0.iter().any(|v| v == value));
        match principal {
            Principal::Anyone => listed("AWS", "*"),
            // In a resource's policy, everyone of AWS is everyone, services included.
            Principal::Service(service) => listed("Service", service) || listed("Service", "*") || listed("AWS", "*"),
            Principal::Role(role) => {
                let account = role.split(':').nth(4).unwrap_or_default();
                let is_it = |named: &String| {
                    named == "*"
                        || named == account
                        || named == role
                        || named.split(':').nth(4) == Some(account) && named.ends_with(":root")
                        || is_session(named, role)
                };
                lists.get("AWS").is_some_and(|values| values.0.iter().any(is_it))
            }
        }
    }
}

/// Whether it is the ARN of a session of the role: `…:assumed-role/NAME/SESSION`, without the role's path.
fn is_session(named: &str, role: &str) -> bool {
    let name = role.rsplit('/').next().unwrap_or(role);
    let account = role.split(':').nth(4);
    let session = named.split_once(":assumed-role/").map(|(_, rest)| rest.split('/').next().unwrap_or(rest));
    session == Some(name) && named.split(':').nth(4) == account
}

fn included(only: Option<&Values>, all_but: Option<&Values>, value: &str, case: Case) -> bool {
    let any = |patterns: &Values| patterns.0.iter().any(|pattern| glob::matches(pattern, value, case));
    match (only, all_but) {
        (Some(patterns), _) => any(patterns),
        (None, Some(patterns)) => !any(patterns),
        (None, None) => false,
    }
}

fn one_or_many<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Statement>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        Many(Vec<Statement>),
        One(Box<Statement>),
    }
    Ok(match OneOrMany::deserialize(from)? {
        OneOrMany::Many(statements) => statements,
        OneOrMany::One(statement) => vec![*statement],
    })
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(from)?;
        let items = match value {
            serde_json::Value::Array(items) => items,
            single => vec![single],
        };
        items.into_iter().map(text::<D::Error>).collect::<Result<_, _>>().map(Values)
    }
}

fn text<E: serde::de::Error>(value: serde_json::Value) -> Result<String, E> {
    match value {
        serde_json::Value::String(text) => Ok(text),
        serde_json::Value::Number(number) => Ok(number.to_string()),
        serde_json::Value::Bool(truth) => Ok(truth.to_string()),
        other => Err(E::custom(format!("a policy holds text or a list of texts here, not {other}"))),
    }
}
