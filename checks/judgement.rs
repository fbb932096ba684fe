//! What a read means for one clause, and what was found where something was looked for.

use crate::aws::fault::Read;
use crate::findings::ClauseVerdict;
use crate::wait::Wait;

/// What a reader's answer means for a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub(crate) verdict: ClauseVerdict,
    pub(crate) expected: Option<String>,
    pub(crate) found: Option<String>,
    pub(crate) advice: Option<String>,
    pub(crate) wait: Option<Wait>,
    pub(crate) absent: bool,
}

impl Judgement {
    /// The clause holds, as `found` shows.
    pub fn holds(found: impl Into<String>) -> Self {
        Self::new(ClauseVerdict::Holds, None, found.into())
    }

    /// The clause does not hold.
    pub fn fails(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self::new(ClauseVerdict::Fails, Some(expected.into()), found.into())
    }

    /// The clause does not hold, because the thing is not there at all.
    pub fn absent(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self { absent: true, ..Self::fails(expected, found) }
    }

    /// Nothing is wrong, and AWS is still working; `found` is what it reports.
    pub fn waits(expected: impl Into<String>, found: impl Into<String>, wait: Wait) -> Self {
        let judgement = Self::new(ClauseVerdict::NotReady, Some(expected.into()), found.into());
        Self { wait: Some(wait), ..judgement.advising(WORKING) }
    }

    /// Turns a failure into *not ready yet* if AWS may still be `working`.
    pub fn unless(self, working: bool, wait: Wait) -> Self {
        match (self.verdict, self.expected) {
            (ClauseVerdict::Fails, Some(expected)) if working => {
                Self::waits(expected, self.found.unwrap_or_default(), wait)
            }
            (_, expected) => Self { expected, ..self },
        }
    }

    /// The clause does not apply here.
    pub fn skips(why: impl Into<String>) -> Self {
        Self::new(ClauseVerdict::Skipped, None, why.into())
    }

    /// Both: the first of the two that does not hold.
    pub fn and(self, other: Self) -> Self {
        if self.verdict == ClauseVerdict::Holds { other } else { self }
    }

    /// What holds, unless something is wrong with it.
    pub fn but(self, wrong: Option<Self>) -> Self {
        match wrong {
            Some(wrong) if self.does_hold() => wrong,
            _ => self,
        }
    }

    /// Whether it says what would be better, or what to do.
    pub fn has_advice(&self) -> bool {
        self.advice.is_some()
    }

    /// Whether the clause holds, so that advice beside it is no correction.
    pub fn does_hold(&self) -> bool {
        self.verdict == ClauseVerdict::Holds
    }

    /// What fails, since the thing is not there at all.
    pub fn but_absent(self) -> Self {
        Self { absent: true, ..self }
    }

    /// Whether the clause fails since the thing is not there at all.
    pub fn is_absent(&self) -> bool {
        self.absent
    }

    /// Whether the clause does not apply.
    pub fn is_skipped(&self) -> bool {
        self.verdict == ClauseVerdict::Skipped
    }

    /// Whether the clause fails.
    pub fn does_fail(&self) -> bool {
        self.verdict == ClauseVerdict::Fails
    }

    /// The clause holds when `found` is `expected`.
    pub fn equal(found: &str, expected: &str) -> Self {
        let verdict = if found == expected { ClauseVerdict::Holds } else { ClauseVerdict::Fails };
        Self::new(verdict, Some(expected.to_owned()), found.to_owned())
    }

    /// Replaces the clause's advice; for a clause that holds, says what would be better still.
    pub fn advising(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// The same failure, which found this instead.
    pub fn instead(self, near: NearMiss) -> Self {
        Self { found: Some(near.found), advice: Some(near.advice), absent: false, ..self }
    }

    /// The same, with more that was found.
    pub fn beside(mut self, more: &str) -> Self {
        self.found = self.found.map(|found| format!("{found}; {more}"));
        self
    }

    /// The same, with more advice.
    pub fn advising_also(mut self, more: &str) -> Self {
        self.advice = Some(self.advice.map_or_else(|| more.to_owned(), |advice| format!("{advice} {more}")));
        self
    }

    /// The same, of one of several things: `found` says of which.
    pub fn of(mut self, which: &str) -> Self {
        self.found = self.found.map(|found| format!("{which}: {found}"));
        self
    }

    fn new(verdict: ClauseVerdict, expected: Option<String>, found: String) -> Self {
        Self { verdict, expected, found: Some(found), advice: None, wait: None, absent: false }
    }
}

const WORKING: &str = "Nothing is wrong: AWS is still working.";

/// A judgement that needs no read cannot fail.
impl From<Judgement> for Read<Judgement> {
    fn from(judgement: Judgement) -> Self {
        Ok(judgement)
    }
}

impl<T> From<Found<T>> for Read<Found<T>> {
    fn from(found: Found<T>) -> Self {
        Ok(found)
    }
}

/// A read that several clauses are judged from.
pub trait Judged<T> {
    /// The read as judged for one of them.
    fn judged(&self, judge: impl FnOnce(&T) -> Judgement) -> Read<Judgement>;
}

impl<T> Judged<T> for Read<T> {
    fn judged(&self, judge: impl FnOnce(&T) -> Judgement) -> Read<Judgement> {
        self.as_ref().map(judge).map_err(Clone::clone)
    }
}

/// What was looked for: here, or not, perhaps with something like it elsewhere.
#[derive(Clone, Debug)]
pub enum Found<T> {
    Here(T),
    Missing(Option<NearMiss>),
}

impl<T> Found<T> {
    /// `here`, or nothing and no near miss.
    pub fn from(here: Option<T>) -> Self {
        here.map_or(Found::Missing(None), Found::Here)
    }

    /// What is here as judged, and what is missing as a failure.
    pub fn judged(self, judge: impl FnOnce(T) -> Judgement) -> Judgement {
        match self {
            Found::Here(thing) => judge(thing),
            Found::Missing(near) => missing(near),
        }
    }

    /// The thing, when it is here.
    pub fn here(self) -> Option<T> {
        match self {
            Found::Here(thing) => Some(thing),
            Found::Missing(_) => None,
        }
    }
}

/// Where a beginner put the thing instead, and how to right it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    pub found: String,
    pub advice: String,
}

impl NearMiss {
    /// A thing of another name, where things cannot be renamed; `kind` is such as `table`.
    pub fn named(kind: &str, wanted: &str, near: &str) -> Self {
        Self {
            found: format!("the {kind} {near}"),
            advice: format!(
                "A {kind} cannot be renamed, and capital letters count: create one named exactly {wanted}, and delete {near}."
            ),
        }
    }

    /// The thing in another region than `own`.
    pub fn in_region(kind: &str, name: &str, region: &str, own: &str) -> Self {
        Self {
            found: format!("the {kind} {name} in {region}"),
            advice: format!(
                "A {kind} stays in its region: switch the console to {own}, create {name} there, and delete the one in {region}."
            ),
        }
    }
}

pub(crate) fn missing(near: Option<NearMiss>) -> Judgement {
    match near {
        Some(near) => Judgement::absent("it exists", near.found).advising(near.advice),
        None => Judgement::absent("it exists", "nothing of that name"),
    }
}
