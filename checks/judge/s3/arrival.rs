//! Judgements of what a new object of a bucket starts: by the bucket's own notifications, and by rules of EventBridge.

use crate::aws::fault::{Fault, Read};
use crate::documents::event_pattern::Passes;
use crate::judge::s3::event_rule::{self, lets_through};
use crate::judge::s3::notification::{self, Objects};
use crate::judgement::Judgement;
use crate::services::eventbridge::{EventRule, RuleTarget};
use crate::services::lambda::is_of;
use crate::services::s3::Bucket;
use crate::services::s3::notification::Notifications;

/// What is told of new objects, and to whom.
#[derive(Debug)]
pub struct Arrivals {
    pub bucket: Bucket,
    pub account: String,
    pub told: Notifications,
    /// The rules that may be about the bucket; none are read if the bucket's own notifications tell all.
    pub rules: Read<Vec<EventRule>>,
}

/// By what a function is called, or is meant to be.
#[derive(Clone, Copy, Debug)]
pub enum Way<'a> {
    /// A row of the bucket's notifications, for this ARN.
    Row(&'a str),
    Rule(&'a EventRule, &'a RuleTarget),
}

impl Arrivals {
    /// By what the function of this ARN is called for wanted objects, or else what comes next to it.
    pub fn way<'a>(&'a self, function: &'a str, wanted: Objects<'_>) -> Way<'a> {
        let row = notification::invoked(&self.told, function);
        if let (Some(row), Some(_)) = (row, notification::right(&self.told, function, wanted)) {
            return Way::Row(row);
        }
        let calls = |(rule, _): &(&EventRule, &RuleTarget)| self.passes(rule, wanted) == Passes::Yes;
        let own = || self.own_rules(function);
        match own().find(calls).or_else(|| own().next().filter(|_| row.is_none() || self.told.to_event_bridge)) {
            Some((rule, target)) => Way::Rule(rule, target),
            None => Way::Row(row.unwrap_or(function)),
        }
    }

    /// A key for which the function of this ARN is called, of those that are wanted.
    pub fn example(&self, function: &str, wanted: Objects<'_>) -> Option<String> {
        if let Some(row) = notification::right(&self.told, function, wanted) {
            return Some(row.example(wanted));
        }
        let rule =
            self.own_rules(function).map(|(rule, _)| rule).find(|rule| self.passes(rule, wanted) == Passes::Yes)?;
        event_rule::keys(rule, wanted).into_iter().find(|key| self.passes(rule, Objects::One(key)) == Passes::Yes)
    }

    /// New objects that are `wanted` call the function of this ARN.
    pub fn calls(&self, function: &str, wanted: Objects<'_>) -> Read<Judgement> {
        let rule = self.own_rules(function).find(|(rule, _)| self.passes(rule, wanted) == Passes::Yes);
        match (notification::right(&self.told, function, wanted), rule) {
            (Some(row), None) => Ok(Judgement::holds(row.to_string())),
            (Some(row), Some((rule, _))) => Ok(Judgement::holds(row.to_string()).advising(format!(
                "{rule} calls the function as well: each file has the work done twice. Remove one of the two."
            ))),
            (None, Some((rule, _))) => Ok(Judgement::holds(rule.to_string())),
            (None, None) => self.lacking(function, wanted),
        }
    }

    fn lacking(&self, function: &str, wanted: Objects<'_>) -> Read<Judgement> {
        if let (true, Err(fault)) = (self.told.to_event_bridge, &self.rules) {
            return Err(fault.clone());
        }
        for (rule, _) in self.own_rules(function) {
            if let Passes::Unknown(what) = self.passes(rule, wanted) {
                return Err(Fault::not_read(format!("{what} in {rule}")));
            }
            if rule.is_enabled && event_rule::waits_for_trail(rule, &self.bucket, &self.account) {
                return Err(Fault::not_read(format!("whether a trail records uploads, for which {rule} waits,")));
            }
        }
        let other = notification::told_first(&self.told, wanted).or_else(|| self.told_by_rules(wanted));
        if let Some(other) = other {
            return Err(Fault::not_read(format!("whether {other} calls the function")));
        }
        Ok(match self.way(function, wanted) {
            Way::Rule(rule, _) => self.why_not(rule, wanted),
            Way::Row(_) => notification::lacking(&self.told, function, wanted),
        })
    }

    fn why_not(&self, rule: &EventRule, wanted: Objects<'_>) -> Judgement {
        let expected = match wanted {
            Objects::One(key) => format!("a rule that lets {key} through"),
            Objects::Ending(ending) => format!("a rule that lets keys that end in {ending} through"),
        };
        if !self.told.to_event_bridge {
            return Judgement::fails(expected, format!("{rule}, and the bucket tells EventBridge nothing")).advising(
                "Open the bucket's properties, Event notifications, Amazon EventBridge, Edit, and choose On. Only then do rules \
                 see its events.",
            );
        }
        if !rule.is_enabled {
            return Judgement::fails(expected, format!("{rule}, which is disabled"))
                .advising("Select the rule in EventBridge, and choose Enable.");
        }
        match lets_through(rule, self.place(), wanted) {
            Passes::No(field) => Judgement::fails(expected, format!("{rule}, whose event pattern is {}", rule.pattern))
                .advising(event_rule::advice(rule, &field, &self.bucket)),
            _ => Judgement::fails(expected, rule.to_string()),
        }
    }

    /// No key starts what it should not: `apart` are those that start another function, and `results` those that the
    /// function's own work leaves.
    pub fn starts_nothing_else(&self, function: &str, apart: &[&str], results: &[&str]) -> Read<Judgement> {
        let by_rows = notification::starts_nothing_else(&self.told, function, apart, results);
        if !by_rows.does_hold() || !self.told.to_event_bridge {
            return Ok(by_rows);
        }
        self.rules.as_ref().map_err(Clone::clone)?;
        for (keys, why) in [(results, notification::FEEDS_ITSELF), (apart, STARTS_ANOTHER)] {
            for key in keys {
                if let Some(rule) = self.started_by(function, key)? {
                    let found = format!("{rule} lets {key} through as well");
                    return Ok(Judgement::fails(notification::APART, found).advising(why));
                }
            }
        }
        Ok(by_rows)
    }

    /// The rule that calls the function for this key.
    fn started_by(&self, function: &str, key: &str) -> Read<Option<&EventRule>> {
        for (rule, _) in self.own_rules(function) {
            match self.passes(rule, Objects::One(key)) {
                Passes::Yes => return Ok(Some(rule)),
                Passes::Unknown(what) => return Err(Fault::not_read(format!("{what} in {rule}"))),
                Passes::No(_) => {}
            }
        }
        Ok(None)
    }

    /// Whether the rule calls its targets for wanted objects.
    fn passes(&self, rule: &EventRule, wanted: Objects<'_>) -> Passes {
        match self.told.to_event_bridge && rule.is_enabled {
            true => lets_through(rule, self.place(), wanted),
            false => Passes::No(String::new()),
        }
    }

    fn place(&self) -> (&Bucket, &str) {
        (&self.bucket, &self.account)
    }

    /// The rules that lead to the function, or to a version or an alias of it.
    fn own_rules<'a>(&'a self, function: &str) -> impl Iterator<Item = (&'a EventRule, &'a RuleTarget)> {
        let targets =
            self.rules.iter().flatten().flat_map(|rule| rule.targets.iter().map(move |target| (rule, target)));
        targets.filter(move |(_, target)| is_of(&target.arn, function))
    }

    /// What gets the events of wanted objects by a rule and is no function: it may call one.
    fn told_by_rules(&self, wanted: Objects<'_>) -> Option<&str> {
        let rules = self.rules.iter().flatten().filter(|rule| self.passes(rule, wanted) == Passes::Yes);
        let arns = rules.flat_map(|rule| rule.targets.iter().map(|target| target.arn.as_str()));
        let mut others = arns.filter(|arn| !arn.contains(":lambda:") && !arn.contains(":logs:"));
        others.next().map(notification::short_name)
    }
}

const STARTS_ANOTHER: &str =
    "That file starts the other function. Let the event patterns name prefixes that do not overlap.";
