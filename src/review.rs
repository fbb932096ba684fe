//! A review of the account as learners read it: by pillar, risks first, with what changed and what to do next.

mod document;
mod last;
mod pillar;
mod question;

use msl_learn_checks::Pillar;
use msl_learn_checks::review::{Review, Risk};

pub use document::ReviewDocument;
pub use last::{Changed, LastReview};
pub use pillar::{PILLARS, PillarReview, PracticeGroup, name, slug};
pub use question::{QUESTIONS, ReviewQuestion, read_answers};

use crate::progress::Progress;

/// How many things to do next are named.
const NEXT: usize = 3;

/// A review, by pillar.
pub struct Reviewed {
    pub pillars: Vec<PillarReview>,
    /// What became better or worse since the last review.
    pub changed: Changed,
    /// What was not checked any more, since it would have taken too many calls.
    pub left_out: Vec<String>,
}

impl Reviewed {
    /// The review, with the answers that the learner gave.
    pub fn new(review: &Review, wanted: Option<Pillar>, progress: &Progress, changed: Changed) -> Self {
        let pillars = PILLARS.iter().filter(|pillar| wanted.is_none_or(|wanted| **pillar == wanted));
        let pillars = pillars.map(|pillar| PillarReview::new(*pillar, review, progress));
        Self { pillars: pillars.collect(), changed, left_out: review.left_out.clone() }
    }

    /// The next things to do: high risks before medium ones, and the pillars in their order.
    pub fn next(&self) -> Vec<&PracticeGroup> {
        let mut risks: Vec<&PracticeGroup> = self.pillars.iter().flat_map(|pillar| &pillar.risks).collect();
        risks.sort_by_key(|group| group.practice.risk);
        risks.truncate(NEXT);
        risks
    }

    /// How many practices are missing somewhere, with this risk.
    pub fn risks(&self, risk: Risk) -> usize {
        self.pillars.iter().map(|pillar| pillar.count(risk)).sum()
    }

    /// Whether something could not be told.
    pub fn has_unknown(&self) -> bool {
        self.pillars.iter().any(|pillar| !pillar.unknown.is_empty())
    }
}
