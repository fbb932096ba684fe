//! One pillar of a review: its practices, grouped by what came out.

use msl_learn_checks::review::{Practice, Review, Risk, Seen, practices};
use msl_learn_checks::{ClauseVerdict, Pillar};

use super::question::{QUESTIONS, ReviewQuestion};
use crate::progress::Progress;

/// The pillars, with that first whose risks weigh most for a learner.
pub const PILLARS: [Pillar; 6] = [
    Pillar::Security,
    Pillar::Reliability,
    Pillar::OperationalExcellence,
    Pillar::PerformanceEfficiency,
    Pillar::CostOptimization,
    Pillar::Sustainability,
];

/// As AWS names it.
pub fn name(pillar: Pillar) -> &'static str {
    match pillar {
        Pillar::OperationalExcellence => "Operational excellence",
        Pillar::Security => "Security",
        Pillar::Reliability => "Reliability",
        Pillar::PerformanceEfficiency => "Performance efficiency",
        Pillar::CostOptimization => "Cost optimization",
        Pillar::Sustainability => "Sustainability",
    }
}

/// As the command line and files name it.
pub fn slug(pillar: Pillar) -> &'static str {
    match pillar {
        Pillar::OperationalExcellence => "operations",
        Pillar::Security => "security",
        Pillar::Reliability => "reliability",
        Pillar::PerformanceEfficiency => "performance",
        Pillar::CostOptimization => "cost",
        Pillar::Sustainability => "sustainability",
    }
}

/// A practice with the resources of which the same is so.
pub struct PracticeGroup {
    pub practice: &'static Practice,
    pub seen: Vec<Seen>,
}

/// One pillar of a review.
pub struct PillarReview {
    pub pillar: Pillar,
    /// Practices that are missing somewhere, high risks first.
    pub risks: Vec<PracticeGroup>,
    /// Practices that cannot be told of some resources.
    pub unknown: Vec<PracticeGroup>,
    /// Practices that some resources keep, with these.
    pub kept: Vec<PracticeGroup>,
    /// How many practices are about nothing that is there.
    pub unneeded: usize,
    /// What configuration cannot show, with the learner's answer if there is one.
    pub asked: Vec<(&'static ReviewQuestion, Option<bool>)>,
}

impl PillarReview {
    pub fn new(pillar: Pillar, review: &Review, progress: &Progress) -> Self {
        let own: Vec<&'static Practice> = practices().filter(|practice| practice.pillar() == pillar).collect();
        let of = |verdict: ClauseVerdict| -> Vec<PracticeGroup> {
            own.iter().filter_map(|practice| group(practice, review, verdict)).collect()
        };
        let mut risks = of(ClauseVerdict::Fails);
        risks.sort_by_key(|group| group.practice.risk);
        let (unknown, kept) = (of(ClauseVerdict::CannotTell), of(ClauseVerdict::Holds));
        let is_there = |practice: &Practice| {
            [&risks, &unknown, &kept].iter().any(|all| all.iter().any(|one| one.practice.id() == practice.id()))
        };
        let unneeded = own.iter().filter(|practice| !is_there(practice)).count();
        let asked = QUESTIONS.iter().filter(|question| question.pillar == pillar);
        let asked = asked.map(|question| (question, progress.review_answer(question.id))).collect();
        Self { pillar, risks, unknown, kept, unneeded, asked }
    }

    /// How many practices are missing somewhere, with this risk.
    pub fn count(&self, risk: Risk) -> usize {
        self.risks.iter().filter(|group| group.practice.risk == risk).count()
    }
}

fn group(practice: &'static Practice, review: &Review, verdict: ClauseVerdict) -> Option<PracticeGroup> {
    let is_of = |seen: &&Seen| seen.practice.id() == practice.id() && seen.finding.verdict == verdict;
    let seen: Vec<Seen> = review.seen.iter().filter(is_of).cloned().collect();
    (!seen.is_empty()).then_some(PracticeGroup { practice, seen })
}
