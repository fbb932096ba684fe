//! `review --format json`; a promise to scripts.

use jiff::Timestamp;
use msl_learn_checks::Finding;
use msl_learn_checks::review::{MOST_CALLS, Practice, Risk, Seen};
use serde::Serialize;

use super::{PillarReview, PracticeGroup, Reviewed, slug};
use crate::catalog;
use crate::workspace::Settings;

/// The version of the document.
const SCHEMA: u32 = 1;

/// A review, for programs.
#[derive(Serialize)]
pub struct ReviewDocument<'a> {
    schema: u32,
    account: &'a str,
    region: &'a str,
    practice: bool,
    /// How many calls a review of the whole account sends at the most.
    most_calls: usize,
    high_risks: usize,
    medium_risks: usize,
    /// The ids of the practices to begin with.
    next: Vec<String>,
    since: Option<Timestamp>,
    better: &'a [String],
    worse: &'a [String],
    /// Risks of which the last review could not tell.
    new: &'a [String],
    left_out: &'a [String],
    pillars: Vec<PillarRow<'a>>,
}

#[derive(Serialize)]
struct PillarRow<'a> {
    pillar: &'static str,
    practices: Vec<PracticeRow<'a>>,
    /// How many practices are about nothing that is there.
    does_not_apply: usize,
    asked: Vec<AskedRow>,
}

#[derive(Serialize)]
struct PracticeRow<'a> {
    id: String,
    framework: &'a str,
    rule: Option<&'a str>,
    risk: Risk,
    cost: &'a str,
    exercise: Option<String>,
    resources: Vec<SeenRow<'a>>,
}

#[derive(Serialize)]
struct SeenRow<'a> {
    resource: &'a str,
    #[serde(flatten)]
    finding: &'a Finding,
}

#[derive(Serialize)]
struct AskedRow {
    id: &'static str,
    framework: &'static str,
    question: &'static str,
    answer: Option<bool>,
}

impl<'a> ReviewDocument<'a> {
    pub fn new(reviewed: &'a Reviewed, settings: &'a Settings) -> Self {
        Self {
            schema: SCHEMA,
            account: &settings.account,
            region: &settings.region,
            practice: settings.practice,
            most_calls: MOST_CALLS,
            high_risks: reviewed.risks(Risk::High),
            medium_risks: reviewed.risks(Risk::Medium),
            next: reviewed.next().into_iter().map(|group| group.practice.id()).collect(),
            since: reviewed.changed.since,
            better: &reviewed.changed.better,
            worse: &reviewed.changed.worse,
            new: &reviewed.changed.new,
            left_out: &reviewed.left_out,
            pillars: reviewed.pillars.iter().map(pillar).collect(),
        }
    }
}

fn pillar(of: &PillarReview) -> PillarRow<'_> {
    let all: Vec<&PracticeGroup> = [&of.risks, &of.unknown, &of.kept].into_iter().flatten().collect();
    let mut rows: Vec<PracticeRow<'_>> = Vec::new();
    for group in all {
        let resources = group.seen.iter().map(seen);
        match rows.iter_mut().find(|row| row.id == group.practice.id()) {
            Some(row) => row.resources.extend(resources),
            None => rows.push(PracticeRow { resources: resources.collect(), ..row(group.practice) }),
        }
    }
    let asked = of.asked.iter().map(|(question, answer)| AskedRow {
        id: question.id,
        framework: question.framework,
        question: question.text,
        answer: *answer,
    });
    PillarRow { pillar: slug(of.pillar), practices: rows, does_not_apply: of.unneeded, asked: asked.collect() }
}

fn row(practice: &'static Practice) -> PracticeRow<'static> {
    PracticeRow {
        id: practice.id(),
        framework: practice.framework,
        rule: Some(practice.rule).filter(|rule| !rule.is_empty()),
        risk: practice.risk,
        cost: practice.cost,
        exercise: exercise(practice),
        resources: Vec::new(),
    }
}

fn seen(seen: &Seen) -> SeenRow<'_> {
    SeenRow { resource: &seen.resource, finding: &seen.finding }
}

/// The number of the exercise that teaches the practice.
fn exercise(practice: &Practice) -> Option<String> {
    catalog::exercise(practice.exercise).ok().map(|exercise| exercise.id())
}
