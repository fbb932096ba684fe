//! What a plan takes: patterns of ARNs, tags, conditions and exclusions, as AWS Backup joins them.
//! Source: AWS Backup API Reference, "BackupSelection"; AWS Backup Developer Guide, "Select AWS services to backup"; AWS
//! Knowledge Center, "How do I assign resources to a backup plan?".

use std::collections::BTreeMap;

use crate::aws::fault::{Fault, Read};
use crate::documents::policy::glob::{Case, matches};
use crate::judge::backup::Thing;
use crate::judgement::Judgement;
use crate::services::backup::{Condition, Operator, Plan, Selection};

/// What the key of a condition begins with.
const TAG_KEY: &str = "aws:ResourceTag/";
/// `arn`, partition, service, region, account, and the resource itself.
const ARN_PARTS: usize = 6;

/// Whether a selection takes a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Takes {
    Yes,
    /// AWS's pages do not tell.
    Unsure,
    No(Why),
}

/// Why a thing is not taken. Of several things, the reason that says most comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Named(String),
    Untagged(String),
    Tagged(String),
    Condition(String),
    Excluded(String),
    Star(String),
    OptedOut(String),
}

impl Why {
    fn parts(self) -> (String, String) {
        const ASSIGN: &str = "Open the plan, and assign the resources again";
        match self {
            Self::Named(found) => (found, format!("{ASSIGN}: include specific resource types, DynamoDB and S3, with their names.")),
            Self::Untagged(found) | Self::Tagged(found) => {
                (found, "Capital letters count in keys and in values. Give the resource the tag, or assign by another one.".into())
            }
            Self::Condition(found) => (
                found,
                "All conditions of a selection must hold, and capital letters count. A key is written aws:ResourceTag/ and the tag's \
                 own key. Give the resource the tag, or leave the condition out."
                    .into(),
            ),
            Self::Excluded(found) => (found, format!("{ASSIGN}, without that exclusion.")),
            Self::Star(found) => (found, "In the name of a resource, * may stand at the end alone.".into()),
            Self::OptedOut(found) => (
                found,
                "Where resources are not named, AWS Backup takes only types that you have opted in to. Choose Settings, Configure \
                 resources, and turn the type on; or name the resources."
                    .into(),
            ),
        }
    }
}

/// Those of the things that the selection takes.
pub fn taken<'a>(selection: &Selection, things: &'a [Thing], opted_in: &BTreeMap<String, bool>) -> Vec<&'a Thing> {
    things.iter().filter(|thing| takes(selection, thing, opted_in) == Takes::Yes).collect()
}

/// Everything that is `wanted` is among the things that selections take; `selection` takes some of it.
pub fn takes_all(
    selection: &Selection,
    wanted: &[&Thing],
    taken: &[&Thing],
    opted_in: &BTreeMap<String, bool>,
) -> Read<Judgement> {
    let names = |things: &[&Thing]| things.iter().map(|thing| thing.arn.as_str()).collect::<Vec<_>>().join(", ");
    let is_taken = |thing: &Thing| taken.iter().any(|one| one.arn == thing.arn);
    let left: Vec<&Thing> = wanted.iter().copied().filter(|thing| !is_taken(thing)).collect();
    if left.is_empty() {
        return Ok(Judgement::holds(names(taken)).of(&selection.name));
    }
    let told: Vec<Takes> = left.iter().map(|thing| takes(selection, thing, opted_in)).collect();
    if told.contains(&Takes::Unsure) {
        return Err(Fault::undecided(format!("whether the selection {} takes what has no such tag", selection.name)));
    }
    let why = told.into_iter().filter_map(|takes| if let Takes::No(why) = takes { Some(why) } else { None });
    let advice = why.max().map(|why| why.parts().1).unwrap_or_default();
    let found = format!("{}, and not {}", names(taken), names(&left));
    Ok(Judgement::fails(EXPECTED, found).of(&selection.name).advising(advice))
}

/// What the exercise wants to be backed up.
const EXPECTED: &str = "both tables, and the bucket of the data";

/// The plan takes some of the things, by this selection of its.
pub fn selects(
    plan: &Plan,
    selection: Option<&Selection>,
    things: &[Thing],
    opted_in: &BTreeMap<String, bool>,
) -> Read<Judgement> {
    let Some(selection) = selection else {
        return Ok(Judgement::absent(EXPECTED, format!("the plan {} selects nothing", plan.name)).advising(
            "A plan alone backs up nothing. Open it, choose Assign resources, and name your tables and buckets.",
        ));
    };
    let caught = taken(selection, things, opted_in);
    if !caught.is_empty() {
        let names: Vec<&str> = caught.iter().map(|thing| thing.arn.as_str()).collect();
        return Ok(Judgement::holds(names.join(", ")).of(&selection.name));
    }
    let told: Vec<Takes> = things.iter().map(|thing| takes(selection, thing, opted_in)).collect();
    if told.contains(&Takes::Unsure) {
        return Err(Fault::undecided(format!("whether the selection {} takes what has no such tag", selection.name)));
    }
    let why = told.into_iter().filter_map(|takes| match takes {
        Takes::No(why) => Some(why),
        _ => None,
    });
    let (found, advice) = match why.max() {
        Some(why) => why.parts(),
        None => ("nothing of this course is in the region".into(), "Exercises 6.1 and 6.6 make it.".into()),
    };
    Ok(Judgement::fails(EXPECTED, found).of(&selection.name).advising(advice))
}

fn takes(selection: &Selection, thing: &Thing, opted_in: &BTreeMap<String, bool>) -> Takes {
    let Selection { resources, not_resources, tags, conditions, .. } = selection;
    if let Some(pattern) = not_resources.iter().find(|pattern| matches(pattern, &thing.arn, Case::Sensitive)) {
        return Takes::No(Why::Excluded(format!("{pattern} is excluded")));
    }
    let is_open = resources.is_empty() && tags.is_empty();
    let mut matching = resources.iter().filter(|pattern| matches(pattern, &thing.arn, Case::Sensitive));
    let named = matching.clone().find(|pattern| !has_star_within(pattern));
    let tagged = tags.iter().any(|tag| thing.tags.contains(tag));
    if named.is_none() && !is_open && !tagged {
        return Takes::No(match matching.next() {
            Some(pattern) => Why::Star(format!("{pattern}, with a * that does not stand at its end")),
            None => neither(selection, thing),
        });
    }
    let held: Vec<Option<bool>> = conditions.iter().map(|condition| holds(condition, thing)).collect();
    if let Some(place) = held.iter().position(|held| *held == Some(false)) {
        return Takes::No(Why::Condition(unmet(&conditions[place], thing)));
    }
    // A type that is named is taken whether or not the account opted in to it.
    let is_named = named.is_some_and(|pattern| pattern != "*");
    if !is_named && opted_in.get(thing.kind.name()) == Some(&false) {
        return Takes::No(Why::OptedOut(format!("{} without opting in to {}", thing.arn, thing.kind.name())));
    }
    if held.contains(&None) { Takes::Unsure } else { Takes::Yes }
}

/// Whether a wildcard stands within the resource's own name.
fn has_star_within(pattern: &str) -> bool {
    let name = pattern.splitn(ARN_PARTS, ':').last().unwrap_or_default();
    name.trim_end_matches('*').contains('*')
}

/// Nothing of the selection is about the thing.
fn neither(selection: &Selection, thing: &Thing) -> Why {
    let tags: Vec<String> = selection.tags.iter().map(|(key, value)| format!("{key}={value}")).collect();
    if tags.is_empty() {
        return Why::Named(format!("it names {}, and not {}", selection.resources.join(", "), thing.arn));
    }
    let found = format!("it wants the tag {}; {} has {}", tags.join(" or "), thing.arn, tags_of(thing));
    if thing.tags.is_empty() { Why::Untagged(found) } else { Why::Tagged(found) }
}

fn tags_of(thing: &Thing) -> String {
    let tags: Vec<String> = thing.tags.iter().map(|(key, value)| format!("{key}={value}")).collect();
    if tags.is_empty() { "no tags".into() } else { tags.join(", ") }
}

fn unmet(condition: &Condition, thing: &Thing) -> String {
    let Condition { operator, key, value } = condition;
    format!("{} {key} {value} does not hold of {}, which has {}", operator.name(), thing.arn, tags_of(thing))
}

/// Whether a condition holds. Whether one that is negated holds of what has no such tag, AWS's pages tell in two ways.
fn holds(condition: &Condition, thing: &Thing) -> Option<bool> {
    let Some(key) = condition.key.strip_prefix(TAG_KEY) else { return Some(false) };
    let value = thing.tags.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
    let like = |value: &str| matches(&condition.value, value, Case::Sensitive);
    match (condition.operator, value) {
        (Operator::Equals | Operator::Like, None) => Some(false),
        (Operator::NotEquals | Operator::NotLike, None) => None,
        (Operator::Equals, Some(value)) => Some(value == condition.value),
        (Operator::NotEquals, Some(value)) => Some(value != condition.value),
        (Operator::Like, Some(value)) => Some(like(value)),
        (Operator::NotLike, Some(value)) => Some(!like(value)),
    }
}
