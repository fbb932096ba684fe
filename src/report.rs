//! A report of one check: everything that was asked and answered, redacted, so that anybody can judge it again without the
//! account. A file of somebody else's is read within bounds, and nothing that it names is opened.

mod bounds;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use msl_learn_checks::{
    Aws, ClauseVerdict, Finding, Findings, Learner, Names, RecordedWorld, Recorder, Redactor, Tape, check,
};
use serde::{Deserialize, Serialize};

use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::workspace::write_atomically;

/// The version of the file.
pub const SCHEMA: u32 = 1;

/// A report, as its file holds it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckReport {
    pub schema: u32,
    /// The version of the program that checked.
    pub version: String,
    /// The system that it ran on, such as `linux x86_64`.
    pub system: String,
    /// The exercise's slug.
    pub exercise: String,
    pub at: Timestamp,
    pub settings: ReportedSettings,
    pub world: RecordedWorld,
    pub findings: Vec<ReportedFinding>,
    pub tape: Tape,
}

/// The learner's settings, redacted.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportedSettings {
    pub domain: String,
    pub region: String,
    pub account: String,
    pub partition: String,
    pub practice: bool,
    pub names: Names,
}

/// What the version that checked made of one clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportedFinding {
    pub id: String,
    /// In the account itself.
    pub seen: ClauseVerdict,
    /// By what this file holds, as are the texts.
    pub verdict: ClauseVerdict,
    pub expected: Option<String>,
    pub found: Option<String>,
    pub advice: Option<String>,
}

/// A clause on which two versions differ.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    pub id: String,
    /// None where the other version has no such clause.
    pub before: Option<ReportedFinding>,
    pub now: Option<ReportedFinding>,
}

/// A check that was recorded, before it is redacted.
pub struct RecordedCheck<'a> {
    pub exercise: &'static Exercise,
    pub learner: &'a Learner,
    pub at: Timestamp,
    pub world: RecordedWorld,
    pub recorder: &'a Recorder,
    pub findings: &'a Findings,
}

impl CheckReport {
    /// The report of a check, with the findings that its redacted answers lead to.
    pub async fn of(recorded: RecordedCheck<'_>) -> Self {
        let mut redactor = Redactor::default();
        let tape = recorded.recorder.tape().redacted(&mut redactor);
        let mut report = Self {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            exercise: recorded.exercise.slug.to_owned(),
            at: recorded.at,
            settings: ReportedSettings::of(recorded.learner, &mut redactor),
            world: match recorded.world {
                RecordedWorld::Aws => RecordedWorld::Aws,
                RecordedWorld::Endpoint(url) => RecordedWorld::Endpoint(redactor.text(&url)),
                RecordedWorld::Practice(url) => RecordedWorld::Practice(redactor.text(&url)),
            },
            findings: Vec::new(),
            tape,
        };
        let seen: BTreeMap<_, _> = recorded.findings.0.iter().map(|finding| (&*finding.id, finding.verdict)).collect();
        let again = report.judge().await;
        let own = again.0.iter().map(|finding| ReportedFinding {
            seen: seen.get(&*finding.id).copied().unwrap_or(finding.verdict),
            ..ReportedFinding::of(finding)
        });
        report.findings = own.collect();
        report
    }

    /// Reads a report that somebody sent.
    ///
    /// # Errors
    /// If it is no report of this version's form, or outside of the bounds.
    pub fn read(file: &Path) -> Result<Self> {
        bounds::read(file).map_err(|why| {
            Failure::usage(format!("{} is no report that can be judged: {why}", file.display())).hint(
                "A report is the file that `msl-learn report EXERCISE` writes, such as msl-learn-report-4.3.json: one \
                     check, with all that was asked and answered. If somebody sent it to you, ask for it again.",
            )
        })
    }

    /// Whether a report may have that name.
    ///
    /// # Errors
    /// If there is such a file, which is kept.
    pub fn is_free(file: &Path) -> Result<()> {
        if file.symlink_metadata().is_err() {
            return Ok(());
        }
        Err(Failure::usage(format!("{} exists already and is kept as it is", file.display()))
            .hint("Name another file with --output FILE."))
    }

    /// Writes the whole file or nothing of it; one that is there is kept.
    ///
    /// # Errors
    /// If there is one, or it cannot be written.
    pub fn write(&self, file: &Path) -> Result<()> {
        Self::is_free(file)?;
        let failed = |error: &dyn std::fmt::Display| {
            Failure::environment(format!("{} cannot be written: {error}", file.display()))
        };
        let text = serde_json::to_string_pretty(self).map_err(|error| failed(&error))?;
        write_atomically(file, &(text + "\n")).map_err(|error| failed(&error))
    }

    /// The exercise that it is about.
    ///
    /// # Errors
    /// If this version has no such exercise.
    pub fn exercise(&self) -> Result<&'static Exercise> {
        catalog::exercise(&self.exercise)
    }

    /// What this version's verifiers make of it; nothing is sent anywhere.
    pub async fn judge(&self) -> Findings {
        let aws = Aws::replayed(&self.tape, &self.world, &self.settings.region, self.at);
        let findings = check(&self.exercise, &aws, &self.settings.learner()).await;
        findings.unwrap_or_else(|| Findings(Vec::new()))
    }

    /// The clauses of which these findings say something else.
    pub fn differences(&self, now: &Findings) -> Vec<Difference> {
        let now: Vec<_> = now.0.iter().map(ReportedFinding::of).collect();
        let by_id = |findings: &[ReportedFinding], id: &str| findings.iter().find(|one| one.id == id).cloned();
        let added = now.iter().filter(|one| by_id(&self.findings, &one.id).is_none());
        let ids = self.findings.iter().chain(added).map(|one| one.id.clone());
        let both = ids.map(|id| Difference { before: by_id(&self.findings, &id), now: by_id(&now, &id), id });
        both.filter(|both| !both.is_none()).collect()
    }

    /// The clauses of which the redacted answers tell otherwise than the account did.
    pub fn untrue(&self) -> impl Iterator<Item = &ReportedFinding> {
        self.findings.iter().filter(|finding| finding.seen != finding.verdict)
    }
}

impl ReportedSettings {
    fn of(learner: &Learner, redactor: &mut Redactor) -> Self {
        let Names { website_bucket, data_bucket, api_domain, auth_domain } = &learner.names;
        let names = Names {
            website_bucket: redactor.text(website_bucket),
            data_bucket: redactor.text(data_bucket),
            api_domain: redactor.text(api_domain),
            auth_domain: redactor.text(auth_domain),
        };
        Self {
            domain: redactor.text(&learner.domain),
            region: learner.region.clone(),
            account: redactor.text(&learner.account),
            partition: learner.partition.clone(),
            practice: learner.practice,
            names,
        }
    }

    fn learner(&self) -> Learner {
        Learner {
            domain: self.domain.clone(),
            region: self.region.clone(),
            account: self.account.clone(),
            partition: self.partition.clone(),
            practice: self.practice,
            workspace: None,
            names: self.names.clone(),
        }
    }
}

impl ReportedFinding {
    fn of(finding: &Finding) -> Self {
        Self {
            id: finding.id.clone(),
            seen: finding.verdict,
            verdict: finding.verdict,
            expected: finding.expected.clone(),
            found: finding.found.clone(),
            advice: finding.advice.clone(),
        }
    }

    fn says_as(&self, other: &Self) -> bool {
        let said = |one: &Self| (one.verdict, one.expected.clone(), one.found.clone(), one.advice.clone());
        said(self) == said(other)
    }
}

impl Difference {
    fn is_none(&self) -> bool {
        self.before.as_ref().zip(self.now.as_ref()).is_some_and(|(before, now)| before.says_as(now))
    }

    /// Whether the verdict itself is another one, and not what is said of it.
    pub fn is_of_verdict(&self) -> bool {
        let verdict = |one: &Option<ReportedFinding>| one.as_ref().map(|one| one.verdict);
        verdict(&self.before) != verdict(&self.now)
    }
}
