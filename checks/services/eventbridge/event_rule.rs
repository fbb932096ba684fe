//! Rules that wait for events, and what they give to their targets.

use std::fmt;

use aws_sdk_eventbridge::types::Target;
use futures_util::future::try_join_all;

use super::{LIST_RULES, LIST_TARGETS, RULES, RuleTarget};
use crate::aws::service::prelude::*;

/// The rules of the default event bus that wait for events, with what they lead to.
pub const EVENT_RULES: Reader = Reader::of(&[reading_all(LIST_RULES), reading(LIST_TARGETS, RULES)]);

/// A rule of the default event bus that waits for events.
#[derive(Clone, Debug)]
pub struct EventRule {
    pub name: String,
    pub arn: String,
    pub is_enabled: bool,
    /// The events that it lets through, in JSON.
    pub pattern: String,
    pub targets: Vec<RuleTarget>,
}

impl fmt::Display for EventRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rule {}", self.name)
    }
}

/// What a target gets when an event comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gives {
    /// The event.
    Event,
    /// A part of it, by its JSON path.
    Part(String),
    /// This text, or what becomes of it when places in it are filled.
    Text(String),
}

impl Gives {
    pub(super) fn of(target: &Target) -> Self {
        let template = target.input_transformer().map(|transformer| transformer.input_template());
        match (template.or(target.input()), target.input_path()) {
            (Some(text), _) if !text.is_empty() => Self::Text(text.to_owned()),
            (_, Some(path)) if !path.is_empty() && path != "$" => Self::Part(path.to_owned()),
            _ => Self::Event,
        }
    }
}

impl Aws {
    /// The rules of the learner's region that wait for events and whose pattern is wanted.
    pub async fn event_rules(&self, you: &Learner, is_wanted: impl Fn(&str) -> bool) -> Read<Vec<EventRule>> {
        let rules = self.rules(&you.region).await?;
        let wanted = rules.into_iter().filter(|rule| rule.pattern.as_deref().is_some_and(&is_wanted));
        try_join_all(wanted.map(|rule| async move {
            let targets = self.targets(you, &rule.name).await?;
            let pattern = rule.pattern.unwrap_or_default();
            Ok(EventRule { name: rule.name, arn: rule.arn, is_enabled: rule.is_enabled, pattern, targets })
        }))
        .await
    }
}
