//! What the policies of one identity, a role, allow it: all of them together, as IAM adds them up.
//! Source: IAM User Guide, "Policy evaluation logic", "IAM JSON policy elements: Variables and tags".

use super::condition::{self, Known};
use super::document::{Effect, Policy, Statement, Values};
use super::glob::{self, Case};

/// `arn`, partition, service, region, account, and the resource itself.
const ARN_PARTS: usize = 6;
/// The place of the service among them.
const SERVICE: usize = 2;

/// What the policies say to an action on a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    Allowed,
    /// An explicit Deny, which no Allow outweighs.
    Denied,
    /// No statement applies, and so it is not allowed.
    Neither,
    /// It depends on what only AWS knows when it is asked: a condition, or a variable in a resource.
    Unknown,
}

impl Says {
    /// What comes of whether some Deny and some Allow apply.
    pub(super) fn of(deny: Truth, allow: Truth) -> Self {
        match (deny, allow) {
            (Truth::Yes, _) => Self::Denied,
            (_, Truth::No) => Self::Neither,
            (Truth::No, Truth::Yes) => Self::Allowed,
            _ => Self::Unknown,
        }
    }
}

/// Whether something is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    No,
    Maybe,
    Yes,
}

/// An action on a resource, each a pattern such as `s3:Get*` and `arn:aws:s3:::bucket/*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    pub action: String,
    pub resource: String,
}

impl Permission {
    /// An action of one service is never asked for on what another service has, though a statement may name both.
    fn can_be_asked(&self) -> bool {
        let services = [self.action.split(':').next(), self.resource.split(':').nth(SERVICE)];
        let [Some(of_action), Some(of_resource)] = services else { return true };
        let is_open = |service: &str| service.contains(['*', '?']);
        is_open(of_action) || is_open(of_resource) || of_action.eq_ignore_ascii_case(of_resource)
    }
}

/// The policies of one identity, and what is known of each request that it makes.
#[derive(Clone, Copy, Debug)]
pub struct Grants<'a> {
    pub policies: &'a [&'a Policy],
    /// The condition keys that are known; any other key may have any value.
    pub context: &'a [Known<'a>],
}

impl<'a> Grants<'a> {
    /// What the policies say to `action` on `resource`, each without wildcards.
    pub fn say(&self, action: &str, resource: &str) -> Says {
        let strongest = |effect: Effect| {
            let of_effect = self.statements().filter(|(_, statement)| statement.effect == effect);
            of_effect.map(|(policy, s)| self.applies(policy, s, action, resource)).max().unwrap_or(Truth::No)
        };
        Says::of(strongest(Effect::Deny), strongest(Effect::Allow))
    }

    /// What the policies allow, whatever their conditions, beyond `needed`: pairs of patterns, as the policies write them.
    pub fn beyond(&self, needed: &[Permission]) -> Vec<Permission> {
        let allows = self.statements().filter(|(_, statement)| statement.effect == Effect::Allow);
        let pairs = allows.flat_map(|(_, statement)| permissions(statement));
        let is_needed = |pair: &Permission| {
            needed.iter().any(|needed| {
                glob::covers(&needed.action, &pair.action, Case::Insensitive)
                    && glob::covers(&needed.resource, &pair.resource, Case::Sensitive)
            })
        };
        pairs.filter(|pair| pair.can_be_asked() && !is_needed(pair)).collect()
    }

    /// Every statement with its policy.
    pub fn statements(&self) -> impl Iterator<Item = (&'a Policy, &'a Statement)> + use<'a> {
        self.policies.iter().flat_map(|policy| policy.statements.iter().map(move |statement| (*policy, statement)))
    }

    /// Whether the statement is about this request.
    pub fn applies(&self, policy: &Policy, statement: &Statement, action: &str, resource: &str) -> Truth {
        is_about(policy, statement, action, resource, self.context)
    }
}

/// Whether the statement is about an action on a resource, when `known` is known of the request; whoever asks.
pub(super) fn is_about(
    policy: &Policy,
    statement: &Statement,
    action: &str,
    resource: &str,
    known: &[Known<'_>],
) -> Truth {
    if !statement.has_action(action) {
        return Truth::No;
    }
    resource_of(policy, statement, resource, known).min(condition::may_hold(&statement.condition, known))
}

/// Whether the statement is about this resource; only AWS knows what a variable stands for.
fn resource_of(policy: &Policy, statement: &Statement, resource: &str, known: &[Known<'_>]) -> Truth {
    let any = |patterns: &Values| {
        patterns.0.iter().map(|pattern| matches(policy, pattern, resource, known)).max().unwrap_or(Truth::No)
    };
    match (&statement.resource, &statement.not_resource) {
        (Some(patterns), _) => any(patterns),
        (None, Some(patterns)) => match any(patterns) {
            Truth::Yes => Truth::No,
            Truth::Maybe => Truth::Maybe,
            Truth::No => Truth::Yes,
        },
        (None, None) => Truth::No,
    }
}

fn matches(policy: &Policy, pattern: &str, resource: &str, known: &[Known<'_>]) -> Truth {
    if pattern == "*" {
        return Truth::Yes;
    }
    let parts = resource.splitn(ARN_PARTS, ':').enumerate();
    let mut patterns = pattern.splitn(ARN_PARTS, ':');
    // What an ARN lacks at its end may be anything (IAM User Guide, "IAM JSON policy elements: Resource").
    parts
        .map(|(place, part)| {
            let pattern = patterns.next().unwrap_or("*");
            if policy.has_variables() && lacks_variable(pattern, known) {
                return Truth::No;
            }
            part_matches(policy, place, pattern, part)
        })
        .min()
        .unwrap_or(Truth::No)
}

/// Whether the pattern has a variable of which it is known that the request lacks it: then it matches nothing (IAM User
/// Guide, "IAM policy elements: Variables and tags").
fn lacks_variable(pattern: &str, known: &[Known<'_>]) -> bool {
    let variables = pattern.split("${").skip(1).filter_map(|rest| rest.split_once('}'));
    let mut keys = variables.map(|(key, _)| key).filter(|key| !key.contains(',') && key.contains(':'));
    keys.any(|key| condition::looked_up(known, key) == Some(None))
}

/// A wildcard stands for what is in its own part of the ARN, and for no service.
fn part_matches(policy: &Policy, place: usize, pattern: &str, part: &str) -> Truth {
    let is_match = |pattern: &str| glob::covers(pattern, part, Case::Sensitive);
    match pattern.split_once("${").filter(|_| policy.has_variables()) {
        Some((before, _)) if is_match(&format!("{before}*")) => Truth::Maybe,
        None if is_match(pattern) && place == SERVICE && pattern != part => Truth::Maybe,
        None if is_match(pattern) => Truth::Yes,
        _ => Truth::No,
    }
}

/// What an Allow names, pair by pair; all but something is everything of its kind.
fn permissions(statement: &Statement) -> Vec<Permission> {
    let named = |only: &Option<Values>| only.as_ref().map_or_else(|| vec!["*".to_owned()], |values| values.0.clone());
    let resources = named(&statement.resource);
    let pairs = named(&statement.action).into_iter().flat_map(|action| {
        resources.iter().map(move |resource| Permission { action: action.clone(), resource: resource.clone() })
    });
    pairs.collect()
}

impl Policy {
    /// The older version of the language takes `${…}` as it stands.
    fn has_variables(&self) -> bool {
        self.version.as_deref() == Some("2012-10-17")
    }
}
