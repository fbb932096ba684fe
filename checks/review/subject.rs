//! What practices are about: how the resources of a kind are found, read and judged.

use std::future::Future;

use futures_util::future::{LocalBoxFuture, join_all};

use super::practice::{Practice, Rule};
use super::{RESERVE, Review, Scope, Seen};
use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::aws::reader::Reads;
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::left::LeftKind;

/// How many resources of a kind are read at the same time.
const AT_ONCE: usize = 3;

/// All that is known of one resource, where each read may have failed by itself.
pub(crate) trait Subject: Sized + 'static {
    /// What a resource is called before its name, such as `the function`.
    const NOUN: &'static str;
    /// All that it may send.
    const READS: Reads;
    const PRACTICES: &'static [Rule<Self>];

    /// The names of the resources within the scope.
    fn names(aws: &Aws, you: &Learner, scope: Scope<'_>) -> impl Future<Output = Read<Vec<String>>>;

    /// What is known of the resource of that name; none if it is not there any more.
    fn facts(aws: &Aws, you: &Learner, name: &str) -> impl Future<Output = Read<Option<Self>>>;
}

/// A kind of resource, without its type.
pub(crate) struct Kind {
    pub noun: &'static str,
    pub reads: Reads,
    pub practices: fn() -> Box<dyn Iterator<Item = &'static Practice>>,
    /// The last argument is how many calls the whole account may take.
    pub review: for<'a> fn(&'a Aws, &'a Learner, Scope<'a>, usize) -> LocalBoxFuture<'a, Review>,
}

pub(crate) const fn kind<S: Subject>() -> Kind {
    Kind { noun: S::NOUN, reads: S::READS, practices: practices::<S>, review: boxed::<S> }
}

fn practices<S: Subject>() -> Box<dyn Iterator<Item = &'static Practice>> {
    Box::new(S::PRACTICES.iter().map(|rule| &rule.practice))
}

fn boxed<'a, S: Subject>(aws: &'a Aws, you: &'a Learner, scope: Scope<'a>, most: usize) -> LocalBoxFuture<'a, Review> {
    Box::pin(review_of::<S>(aws, you, scope, most))
}

async fn review_of<S: Subject>(aws: &Aws, you: &Learner, scope: Scope<'_>, most: usize) -> Review {
    let mut review = Review::default();
    let names = match S::names(aws, you, scope).await {
        Ok(names) => names,
        Err(fault) => {
            review.seen = all::<S>(you, S::NOUN, |_| Err(fault.clone()));
            return review;
        }
    };
    if names.is_empty() {
        review.seen = all::<S>(you, S::NOUN, |_| Ok(Judgement::skips("there is none")));
        return review;
    }
    for names in names.chunks(AT_ONCE) {
        if scope == Scope::Account && aws.sent().len() + RESERVE >= most {
            review.left_out.extend(names.iter().map(|name| format!("{} {name}", S::NOUN)));
            continue;
        }
        let facts = join_all(names.iter().map(|name| S::facts(aws, you, name))).await;
        for (name, facts) in names.iter().zip(facts) {
            review.seen.extend(judged::<S>(you, &format!("{} {name}", S::NOUN), &facts));
        }
    }
    review
}

fn judged<S: Subject>(you: &Learner, resource: &str, facts: &Read<Option<S>>) -> Vec<Seen> {
    all::<S>(you, resource, |rule| match facts {
        Ok(Some(facts)) => (rule.judge)(facts, you),
        Ok(None) => Ok(Judgement::skips("it is not there any more")),
        Err(fault) => Err(fault.clone()),
    })
}

fn all<S: Subject>(you: &Learner, resource: &str, judge: impl Fn(&Rule<S>) -> Read<Judgement>) -> Vec<Seen> {
    S::PRACTICES.iter().map(|rule| rule.practice.seen(you, resource.to_owned(), judge(rule))).collect()
}

/// Those of the names of this kind that are within the scope; some that exercises leave are told by more than their names.
pub(crate) fn within(
    names: Vec<String>,
    (scope, kind): (Scope<'_>, LeftKind),
    is_of_course: impl Fn(&str) -> bool,
) -> Vec<String> {
    names.into_iter().filter(|name| scope.has(kind, name) || is_of_course(name)).collect()
}

/// What the files of the kinds use.
pub(crate) mod prelude {
    pub(crate) use super::{Subject, within};
    pub(crate) use crate::aws::Aws;
    pub(crate) use crate::aws::fault::{Fault, Read};
    pub(crate) use crate::aws::reader::Reads;
    pub(crate) use crate::book;
    pub(crate) use crate::judgement::{Judged, Judgement};
    pub(crate) use crate::learner::Learner;
    pub(crate) use crate::left::LeftKind;
    pub(crate) use crate::review::Scope;
    pub(crate) use crate::review::practice::{Rule, practices};
    pub(crate) use crate::services::*;
    pub(crate) use futures_util::join;
}
