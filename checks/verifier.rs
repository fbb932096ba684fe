//! The verifiers by slug, and the one way to run one.

use std::future::Future;
use std::pin::Pin;

use crate::aws::Aws;
use crate::aws::fault::Fault;
use crate::aws::reader::Reads;
use crate::findings::Findings;
use crate::learner::Learner;
use crate::report::{Clause, Outcome, Report};

type Verify = for<'a> fn(&'a Aws, &'a Learner, &'a mut Report<'_>) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// What an exercise asks for, and how it is checked.
pub struct Verifier {
    /// The exercise's slug, such as `ch04/s3_website_hosting`.
    pub slug: &'static str,
    /// Every clause, in the order of its findings.
    pub clauses: &'static [Clause],
    /// What it sends, in whatever state the account is.
    pub(crate) reads: Reads,
    verify: Verify,
}

/// Declares the clauses of a verifier: each a constant, all of them in `CLAUSES`, in this order. A clause is spelled
/// out, or is one that several exercises share: `API = given::REST_API;`, with other advice if `or` gives it.
macro_rules! clauses {
    ($($name:ident $(= $given:path $(, or $instead:literal)?)? $(: $text:literal, or $advice:literal, at $console:expr $(, pillar $pillar:ident)?)?;)+) => {
        $(const $name: $crate::report::Clause =
            $crate::verifier::clauses!(@clause $name $(= $given $(, or $instead)?)? $(: $text, or $advice, at $console $(, pillar $pillar)?)?);)+
        pub const CLAUSES: &[$crate::report::Clause] = &[$($name),+];
    };
    (@clause $name:ident: $text:literal, or $advice:literal, at $console:expr $(, pillar $pillar:ident)?) => {
        $crate::report::Clause {
            name: stringify!($name),
            text: $text,
            advice: $advice,
            console: $console,
            pillar: $crate::verifier::clauses!(@pillar $($pillar)?),
        }
    };
    (@pillar) => {
        None
    };
    (@pillar $pillar:ident) => {
        Some($crate::findings::Pillar::$pillar)
    };
    (@clause $name:ident = $given:path) => {
        $crate::report::Clause { name: stringify!($name), ..$given }
    };
    (@clause $name:ident = $given:path, or $advice:literal) => {
        $crate::report::Clause { name: stringify!($name), advice: $advice, ..$given }
    };
}

pub(crate) use clauses;

/// What every verifier uses.
pub(crate) mod prelude {
    pub(crate) use super::clauses;
    pub(crate) use crate::aws::Aws;
    pub(crate) use crate::aws::console::NO_PAGE;
    pub(crate) use crate::aws::fault::{Fault, Read};
    pub(crate) use crate::aws::reader::Reads;
    pub(crate) use crate::book;
    pub(crate) use crate::documents::openapi::OpenApi;
    pub(crate) use crate::given;
    pub(crate) use crate::judgement::{Found, Judged, Judgement, NearMiss};
    pub(crate) use crate::learner::Learner;
    pub(crate) use crate::outside::dns::RecordKind;
    pub(crate) use crate::outside::web::Url;
    pub(crate) use crate::report::{Outcome, Report};
    pub(crate) use crate::services::*;
    pub(crate) use futures_util::join;
}

include!(concat!(env!("OUT_DIR"), "/verifiers.rs"));

/// Checks one exercise in the account. Never fails: what cannot be read is a finding.
/// `None` when no verifier has that slug.
pub async fn check(slug: &str, aws: &Aws, learner: &Learner) -> Option<Findings> {
    let verifier = VERIFIERS.iter().find(|verifier| verifier.slug == slug)?;
    let mut report = Report::new(learner, verifier.clauses);
    let outcome = tokio::time::timeout_at(aws.deadline(), (verifier.verify)(aws, learner, &mut report)).await;
    Some(match outcome {
        Ok(outcome) => report.finish(outcome),
        Err(_) => report.run_out(&Fault::deadline(aws.patience().run)),
    })
}

/// The ids of an exercise's clauses, in the order of its findings. Empty if no verifier has that slug.
pub fn clause_ids(slug: &str) -> Vec<String> {
    let verifier = VERIFIERS.iter().find(|verifier| verifier.slug == slug);
    verifier.map(|verifier| verifier.clauses.iter().map(Clause::id).collect()).unwrap_or_default()
}

/// What an exercise's findings are when not even the caller's identity can be read.
pub fn unreadable(slug: &str, learner: &Learner, fault: &Fault) -> Option<Findings> {
    let verifier = VERIFIERS.iter().find(|verifier| verifier.slug == slug)?;
    Some(Report::new(learner, verifier.clauses).run_out(fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learner::example;

    #[test]
    fn every_clause_fills_with_the_learners_names() {
        for clause in VERIFIERS.iter().flat_map(|verifier| verifier.clauses) {
            for text in [clause.text, clause.advice, &clause.console.address()] {
                example().fill(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            }
        }
    }

    #[test]
    fn no_verifier_says_a_clause_twice() {
        for verifier in VERIFIERS {
            for part in [|clause: &Clause| clause.text, |clause: &Clause| clause.name] {
                let mut parts: Vec<_> = verifier.clauses.iter().map(part).collect();
                parts.sort_unstable();
                parts.dedup();
                assert_eq!(parts.len(), verifier.clauses.len(), "{}", verifier.slug);
            }
        }
    }
}
