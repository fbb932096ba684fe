//! A review of what is in the account: practices of the Well-Architected Framework, each a property of one resource.
//!
//! A practice is data, in the file of what it is about. It is judged like a clause: with the readers, the judgements and the
//! verdicts of exercises.

mod account;
mod api;
mod bucket;
mod certificate;
mod course;
mod distribution;
mod domain;
mod function;
mod mail;
mod plan;
mod pool;
mod practice;
mod role;
mod stage;
mod subject;
mod table;
mod topic;
mod user;

use futures_util::future::join_all;

use crate::aws::Aws;
use crate::aws::fault::Fault;
use crate::aws::reader::Reader;
use crate::findings::{Finding, Pillar};
use crate::learner::Learner;
use crate::left::LeftKind;
use subject::{Kind, kind};

pub use practice::{Practice, Risk};

/// What practices are about, in the order of the page.
const KINDS: [&Kind; 15] = [
    &kind::<account::AccountFacts>(),
    &kind::<user::UserFacts>(),
    &kind::<role::RoleFacts>(),
    &kind::<function::FunctionFacts>(),
    &kind::<api::ApiFacts>(),
    &kind::<stage::StageFacts>(),
    &kind::<pool::PoolFacts>(),
    &kind::<bucket::BucketFacts>(),
    &kind::<table::TableFacts>(),
    &kind::<distribution::DistributionFacts>(),
    &kind::<certificate::CertificateFacts>(),
    &kind::<domain::DomainFacts>(),
    &kind::<topic::TopicFacts>(),
    &kind::<mail::MailFacts>(),
    &kind::<plan::PlanFacts>(),
];

/// How many calls a review of the whole account sends at the most. What would need more is left out, by name.
pub const MOST_CALLS: usize = 600;
/// How many of them are kept back for what is being read when the others are used up: three resources, of which a role with
/// ten policies takes most.
const RESERVE: usize = 100;

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// What the exercises of the book create: these, by their kinds and names, and what the book's names tell.
    Course(&'a [(LeftKind, String)]),
    /// Everything of these kinds in the account, as far as [`MOST_CALLS`] reach.
    Account,
}

impl Scope<'_> {
    /// Whether a resource of this name is within it, whatever else is known of the resource.
    fn has(self, kind: LeftKind, name: &str) -> bool {
        match self {
            Self::Account => true,
            Self::Course(left) => left.iter().any(|(of, known)| *of == kind && known == name),
        }
    }
}

/// A practice as one resource has it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub practice: &'static Practice,
    /// Such as `the function get-chapters`.
    pub resource: String,
    pub finding: Finding,
}

/// All that a review saw.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// One for each practice and resource; for a practice about what is not there, one that is skipped.
    pub seen: Vec<Seen>,
    /// What was not checked: it would have taken too many calls, or is not known.
    pub left_out: Vec<String>,
}

impl Review {
    fn and(mut self, other: Self) -> Self {
        self.seen.extend(other.seen);
        self.left_out.extend(other.left_out);
        self
    }

    fn of(self, pillar: Option<Pillar>) -> Self {
        let is_wanted = |seen: &Seen| pillar.is_none_or(|pillar| seen.practice.pillar() == pillar);
        Self { seen: self.seen.into_iter().filter(is_wanted).collect(), ..self }
    }
}

/// Every practice.
pub fn practices() -> impl Iterator<Item = &'static Practice> {
    KINDS.into_iter().flat_map(|kind| (kind.practices)())
}

/// What a review sends, in whatever state the account is.
pub(crate) fn reads() -> impl Iterator<Item = &'static Reader> {
    KINDS.into_iter().flat_map(|kind| kind.reads).chain(course::READS)
}

/// Reviews the account, by one pillar or by all. Never fails: what cannot be read is a finding.
pub async fn review(aws: &Aws, you: &Learner, scope: Scope<'_>, pillar: Option<Pillar>) -> Review {
    review_within(aws, you, scope, pillar, MOST_CALLS).await
}

/// As [`review`], where the whole account may take so many calls.
pub(crate) async fn review_within(
    aws: &Aws,
    you: &Learner,
    scope: Scope<'_>,
    pillar: Option<Pillar>,
    most: usize,
) -> Review {
    let is_wanted = |kind: &&&Kind| pillar.is_none_or(|pillar| (kind.practices)().any(|one| one.pillar() == pillar));
    let wanted = KINDS.iter().filter(is_wanted);
    let reviews = match scope {
        Scope::Course(_) => {
            let mut reviews = join_all(wanted.map(|kind| (kind.review)(aws, you, scope, most))).await;
            if let Err(fault) = course::stacks(aws, you, scope).await {
                let left_out = vec![format!("what stacks have made ({})", fault.reason().message)];
                reviews.push(Review { seen: Vec::new(), left_out });
            }
            reviews
        }
        // One after the other, so that the calls are counted before the next one begins.
        Scope::Account => {
            let mut reviews = Vec::new();
            for kind in wanted {
                reviews.push((kind.review)(aws, you, scope, most).await);
            }
            reviews
        }
    };
    reviews.into_iter().fold(Review::default(), Review::and).of(pillar)
}

/// What a review is when not even the caller's identity can be read.
pub fn unreadable(you: &Learner, pillar: Option<Pillar>, fault: &Fault) -> Review {
    let seen = KINDS.into_iter().flat_map(|kind| {
        let all = (kind.practices)();
        all.map(|practice| practice.seen(you, kind.noun.to_owned(), Err(fault.clone())))
    });
    Review { seen: seen.collect(), left_out: Vec::new() }.of(pillar)
}
