//! What a verifier says: clauses, the verbs that judge them, and the findings that come of it.

use std::fmt::Display;

use crate::aws::console::Page;
use crate::aws::fault::{Fault, Read};
use crate::findings::{ClauseVerdict, Finding, Findings, Pillar, within_bounds};
use crate::judgement::{Found, Judgement, missing};
use crate::learner::Learner;

/// One thing that an exercise asks for; the texts are templates over the learner's names.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// The constant's name, such as `BUCKET_POLICY`; see [`Clause::id`].
    pub name: &'static str,
    /// The passing case, as a statement.
    pub text: &'static str,
    /// What to do when it does not hold.
    pub advice: &'static str,
    /// The console page where it is seen and changed.
    pub console: Page,
    pub pillar: Option<Pillar>,
}

impl Clause {
    /// What files and other programs know the clause by, within its exercise: the constant's name in lower case.
    /// Progress, evidence and mistakes hold it, so it stays when the sentence is reworded.
    pub fn id(&self) -> String {
        self.name.to_ascii_lowercase()
    }
}

/// Ends a verifier early: the others depend on this clause, which fails or cannot be told. It has been reported.
#[derive(Debug)]
pub struct Stop(Clause);

/// How a verifier ends.
pub type Outcome = Result<(), Stop>;

/// Collects the findings of one exercise while its verifier runs.
pub struct Report<'a> {
    learner: &'a Learner,
    clauses: &'static [Clause],
    findings: Vec<Option<Finding>>,
    /// The clauses that were skipped since one that they depend on does not hold, by their names.
    unneeded: Vec<&'static str>,
}

impl<'a> Report<'a> {
    pub(crate) fn new(learner: &'a Learner, clauses: &'static [Clause]) -> Self {
        Self { learner, clauses, findings: vec![None; clauses.len()], unneeded: Vec::new() }
    }

    /// The thing that the clause asks for. If it is missing or unreadable, the verifier stops.
    ///
    /// # Errors
    /// [`Stop`] if the thing is missing or unreadable; the finding has been reported.
    pub fn finds<T: Display>(&mut self, clause: Clause, read: impl Into<Read<Found<T>>>) -> Result<T, Stop> {
        match read.into() {
            Ok(Found::Here(thing)) => {
                self.record(clause, Judgement::holds(thing.to_string()));
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

    /// The clause as judged from a read. If the read failed, the clause cannot be told.
    pub fn expects(&mut self, clause: Clause, read: impl Into<Read<Judgement>>) {
        match read.into() {
            Ok(judgement) => self.record(clause, judgement),
            Err(fault) => self.cannot_tell(clause, &fault),
        }
    }

    /// The clause does not apply here.
    pub fn skips(&mut self, clause: Clause, why: impl Into<String>) {
        self.record(clause, Judgement::skips(why));
    }

    /// The clause as seen from outside. It is skipped if an emulator stands for AWS that does not show it. It is
    /// also skipped if a clause that it depends on fails or cannot be told: what is seen then may have another reason.
    /// If the code does not tell such a clause, what is seen decides.
    pub fn sees(&mut self, clause: Clause, depends_on: &[Clause], seen: Read<Judgement>) {
        if let Some(why) = seen.as_ref().err().and_then(Fault::why_nowhere) {
            return self.skips(clause, why);
        }
        match depends_on.iter().find(|needed| self.is_missing(needed)) {
            Some(needed) => {
                self.unneeded.push(clause.name);
                self.put(clause, self.unneeded(&clause, needed));
            }
            None => self.expects(clause, seen),
        }
    }

    fn is_missing(&self, needed: &Clause) -> bool {
        let judged = self.clauses.iter().zip(&self.findings).filter(|(clause, _)| clause.name == needed.name);
        judged.filter_map(|(clause, finding)| Some((clause, finding.as_ref()?))).any(|(clause, finding)| match finding
            .verdict
        {
            ClauseVerdict::Holds => false,
            ClauseVerdict::Skipped => self.unneeded.contains(&clause.name),
            _ => true,
        })
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
        let why = format!("not checked until {}", self.fill(needed.text));
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
        let usual = Some(self.fill(clause.advice)).filter(|_| judgement.verdict == ClauseVerdict::Fails);
        let is_own_advice = judgement.advice.is_some() && judgement.advice != usual;
        let advice = judgement.advice.or(usual);
        let blank = Finding { is_own_advice, ..self.blank(&clause, judgement.verdict) };
        let [expected, found, advice] =
            [judgement.expected, judgement.found, advice].map(|text| text.map(within_bounds));
        self.put(clause, Finding { expected, found, advice, wait: judgement.wait, absent: judgement.absent, ..blank });
    }

    fn cannot_tell(&mut self, clause: Clause, fault: &Fault) {
        let finding = self.unreadable(&clause, fault);
        self.put(clause, finding);
    }

    fn put(&mut self, clause: Clause, finding: Finding) {
        let place = self.clauses.iter().position(|known| known.name == clause.name);
        match place {
            Some(index) => self.findings[index] = Some(finding),
            None => unreachable!("the clause is not in its verifier's list: {}", clause.name),
        }
    }

    fn blank(&self, clause: &Clause, verdict: ClauseVerdict) -> Finding {
        let console = Some(clause.console.address()).filter(|page| !page.is_empty()).map(|page| self.fill(&page));
        Finding { console, pillar: clause.pillar, ..Finding::blank(clause.id(), self.fill(clause.text), verdict) }
    }

    /// Clause texts are constants of this crate, and a test fills every one of them.
    fn fill(&self, template: &str) -> String {
        self.learner.fill(template).unwrap_or_else(|_| template.to_owned())
    }
}
