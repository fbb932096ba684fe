//! What a verifier says: clauses, the verbs that judge them, and the findings and verdicts that come of it.

use serde::Serialize;

use crate::aws::{Fault, Read};
use crate::learner::Learner;
use crate::wait::Wait;

/// One thing that an exercise asks for; the texts are templates over the learner's names.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// The passing case, as a statement.
    pub text: &'static str,
    /// What to do when it does not hold.
    pub advice: &'static str,
    /// The console page where it is seen and changed.
    pub console: &'static str,
}

/// What is known of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseVerdict {
    Holds,
    Fails,
    NotReady,
    CannotTell,
    Skipped,
}

/// What is known of one exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Done,
    NotDone,
    NotReady,
    CannotTell,
    Asked,
}

/// Why a clause cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// One of seven kinds, and the cause below it.
    pub kind: &'static str,
    pub cause: &'static str,
    /// The operation that failed, such as `s3:GetBucketPolicy`.
    pub operation: String,
    /// What it was asked about.
    pub resource: String,
    pub message: String,
}

/// What was seen of one clause, for the learner; every text may hold foreign data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub clause: String,
    pub verdict: ClauseVerdict,
    /// Whether it fails because the thing is not there at all, which AWS may say of a thing that it showed before.
    #[serde(skip)]
    pub absent: bool,
    pub expected: Option<String>,
    pub found: Option<String>,
    pub advice: Option<String>,
    pub console: Option<String>,
    /// How long AWS takes: of a clause that is not ready, and of no other.
    pub wait: Option<Wait>,
    pub reason: Option<Reason>,
}

impl Finding {
    /// A finding that says no more than its clause and verdict, to be filled with what is known.
    pub fn blank(clause: impl Into<String>, verdict: ClauseVerdict) -> Self {
        Self {
            clause: clause.into(),
            verdict,
            absent: false,
            expected: None,
            found: None,
            advice: None,
            console: None,
            wait: None,
            reason: None,
        }
    }
}

/// The findings of one exercise, one for each of its clauses and in their order.
#[derive(Clone, Debug)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// One bad clause outweighs one unreadable clause; an unreadable clause outweighs one that waits.
    /// Where nothing holds, nothing was seen, and that is not *done*.
    pub fn verdict(&self) -> Verdict {
        let any = |verdict| self.0.iter().any(|finding| finding.verdict == verdict);
        if any(ClauseVerdict::Fails) {
            return Verdict::NotDone;
        }
        if any(ClauseVerdict::CannotTell) {
            return Verdict::CannotTell;
        }
        if any(ClauseVerdict::NotReady) {
            return Verdict::NotReady;
        }
        if any(ClauseVerdict::Holds) { Verdict::Done } else { Verdict::CannotTell }
    }
}

/// What a reader's answer means for a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    verdict: ClauseVerdict,
    expected: Option<String>,
    found: Option<String>,
    advice: Option<String>,
    wait: Option<Wait>,
    absent: bool,
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

    /// What fails is not ready yet where AWS may still be `working`.
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

    /// Whether the clause holds, so that advice beside it is no correction.
    pub fn does_hold(&self) -> bool {
        self.verdict == ClauseVerdict::Holds
    }

    /// The clause holds when `found` is `expected`.
    pub fn equal(found: &str, expected: &str) -> Self {
        let verdict = if found == expected { ClauseVerdict::Holds } else { ClauseVerdict::Fails };
        Self::new(verdict, Some(expected.to_owned()), found.to_owned())
    }

    /// Says what to do instead of what the clause advises; of a clause that holds, what would be better still.
    pub fn advising(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    fn new(verdict: ClauseVerdict, expected: Option<String>, found: String) -> Self {
        Self { verdict, expected, found: Some(found), advice: None, wait: None, absent: false }
    }
}

const WORKING: &str = "Nothing is wrong: AWS is still working.";

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

/// Ends a verifier early: this clause, which the others stand on, does not hold or cannot be told, and is reported.
#[derive(Debug)]
pub struct Stop(Clause);

/// How a verifier ends.
pub type Outcome = Result<(), Stop>;

/// Collects the findings of one exercise while its verifier speaks.
pub struct Report<'a> {
    learner: &'a Learner,
    clauses: &'static [Clause],
    findings: Vec<Option<Finding>>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(learner: &'a Learner, clauses: &'static [Clause]) -> Self {
        Self { learner, clauses, findings: vec![None; clauses.len()] }
    }

    /// The thing that the clause asks for; without it, or when it cannot be read, the verifier stops.
    ///
    /// # Errors
    /// [`Stop`] when the thing is missing or unreadable; the finding has been reported.
    pub fn finds<T>(
        &mut self,
        clause: Clause,
        read: Read<Found<T>>,
        describe: impl FnOnce(&T) -> String,
    ) -> Result<T, Stop> {
        match read {
            Ok(Found::Here(thing)) => {
                let found = describe(&thing);
                self.record(clause, Judgement::holds(found));
                Ok(thing)
            }
            Ok(Found::Missing(near)) => {
                self.record(clause, missing(near));
                Err(Stop(clause))
            }
            Err(fault) => {
                self.cannot_tell(clause, &fault);
                Err(Stop(clause))
            }
        }
    }

    /// The clause as judged from a reader's answer; unreadable is *cannot tell*.
    pub fn expects(&mut self, clause: Clause, read: Read<Judgement>) {
        match read {
            Ok(judgement) => self.record(clause, judgement),
            Err(fault) => self.cannot_tell(clause, &fault),
        }
    }

    /// One of several clauses that are judged from the same answer.
    pub fn judges<T>(&mut self, clause: Clause, read: &Read<T>, judge: impl FnOnce(&T) -> Judgement) {
        self.expects(clause, read.as_ref().map(judge).map_err(Clone::clone));
    }

    /// The clause does not apply here.
    pub fn skips(&mut self, clause: Clause, why: impl Into<String>) {
        self.record(clause, Judgement::skips(why));
    }

    /// The clause as seen from outside. Skipped where an emulator stands for AWS, as in a practice account, and where a
    /// clause that it stands on is not known to hold: what is seen then may have another reason.
    pub fn shows(&mut self, clause: Clause, stands_on: &[Clause], seen: Read<Judgement>) {
        if self.learner.practice {
            return self.skips(clause, "a practice account cannot be reached from the internet");
        }
        if seen.as_ref().is_err_and(Fault::is_nowhere) {
            return self.skips(clause, "what stands for AWS here cannot be reached from the internet");
        }
        match stands_on.iter().find(|needed| self.is_missing(needed)) {
            Some(needed) => self.put(clause, self.unneeded(&clause, needed)),
            None => self.expects(clause, seen),
        }
    }

    fn is_missing(&self, needed: &Clause) -> bool {
        let judged = self.clauses.iter().zip(&self.findings).filter(|(clause, _)| clause.text == needed.text);
        judged.filter_map(|(_, finding)| finding.as_ref()).any(|finding| finding.verdict != ClauseVerdict::Holds)
    }

    /// The findings in the order of the clauses; those never reached are skipped, or, at the end of a
    /// verifier that left one out, cannot be told.
    pub(crate) fn finish(self, outcome: Outcome) -> Findings {
        let all = self.clauses.iter().zip(&self.findings).map(|(clause, finding)| match (finding, &outcome) {
            (Some(finding), _) => finding.clone(),
            (None, Err(Stop(needed))) => self.unneeded(clause, needed),
            (None, Ok(())) => self.unreadable(clause, &Fault::bug("the verifier said nothing about this clause")),
        });
        Findings(all.collect())
    }

    /// The findings when time ran out: what has not been judged cannot be told.
    pub(crate) fn run_out(self, fault: &Fault) -> Findings {
        let findings = self.clauses.iter().zip(&self.findings);
        Findings(
            findings
                .map(|(clause, finding)| finding.clone().unwrap_or_else(|| self.unreadable(clause, fault)))
                .collect(),
        )
    }

    fn unneeded(&self, clause: &Clause, needed: &Clause) -> Finding {
        let why = format!("makes sense only when {}", self.fill(needed.text));
        Finding { found: Some(why), ..self.blank(clause, ClauseVerdict::Skipped) }
    }

    fn unreadable(&self, clause: &Clause, fault: &Fault) -> Finding {
        Finding {
            advice: Some(fault.advice()),
            reason: Some(fault.reason()),
            ..self.blank(clause, ClauseVerdict::CannotTell)
        }
    }

    fn record(&mut self, clause: Clause, judgement: Judgement) {
        let advice = match judgement.verdict {
            ClauseVerdict::Fails => Some(judgement.advice.unwrap_or_else(|| self.fill(clause.advice))),
            _ => judgement.advice,
        };
        let blank = self.blank(&clause, judgement.verdict);
        let [expected, found, advice] =
            [judgement.expected, judgement.found, advice].map(|text| text.map(within_bounds));
        self.put(clause, Finding { expected, found, advice, wait: judgement.wait, absent: judgement.absent, ..blank });
    }

    fn cannot_tell(&mut self, clause: Clause, fault: &Fault) {
        let finding = self.unreadable(&clause, fault);
        self.put(clause, finding);
    }

    fn put(&mut self, clause: Clause, finding: Finding) {
        let place = self.clauses.iter().position(|known| known.text == clause.text);
        match place {
            Some(index) => self.findings[index] = Some(finding),
            None => unreachable!("the clause is not in its verifier's list: {}", clause.text),
        }
    }

    fn blank(&self, clause: &Clause, verdict: ClauseVerdict) -> Finding {
        let console = (!clause.console.is_empty()).then(|| self.fill(clause.console));
        Finding { console, ..Finding::blank(self.fill(clause.text), verdict) }
    }

    /// Clause texts are constants of this crate, and a test fills every one of them.
    fn fill(&self, template: &str) -> String {
        self.learner.fill(template).unwrap_or_else(|_| template.to_owned())
    }
}

fn missing(near: Option<NearMiss>) -> Judgement {
    match near {
        Some(near) => Judgement::absent("it is there", near.found).advising(near.advice),
        None => Judgement::absent("it is there", "nothing of that name"),
    }
}

/// The longest that a text with foreign data in it may be, in characters; an encoded authorization message is shorter.
pub(crate) const LONGEST: usize = 2000;

/// The beginning of a text that nobody would read to its end.
pub(crate) fn bounded(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn within_bounds(text: String) -> String {
    if text.len() <= LONGEST { text } else { bounded(&text) }
}
