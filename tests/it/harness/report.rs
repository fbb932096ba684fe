//! The JSON document of `check --format json`, read as strictly as it is promised: this is its contract test.

use std::fmt;

use serde::{Deserialize, Deserializer};

use crate::harness::process::Output;
use crate::harness::verdict::{ClauseVerdict, Verdict};
use crate::harness::workspace::Workspace;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    schema: u32,
    account: String,
    region: String,
    practice: bool,
    #[serde(deserialize_with = "text_or_null")]
    endpoint: Option<String>,
    pub exercises: Vec<Checked>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    pub id: String,
    pub slug: String,
    pub title: String,
    pub verdict: Verdict,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The clause's id, which no rewording changes.
    pub id: String,
    pub clause: String,
    pub verdict: ClauseVerdict,
    #[serde(deserialize_with = "text_or_null")]
    pillar: Option<String>,
    #[serde(deserialize_with = "text_or_null")]
    pub expected: Option<String>,
    #[serde(deserialize_with = "text_or_null")]
    pub found: Option<String>,
    #[serde(deserialize_with = "text_or_null")]
    pub advice: Option<String>,
    #[serde(deserialize_with = "text_or_null")]
    console: Option<String>,
    #[serde(deserialize_with = "text_or_null")]
    pub wait: Option<Wait>,
    #[serde(deserialize_with = "text_or_null")]
    pub reason: Option<Reason>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    usual_seconds: u32,
    longest_seconds: u32,
    next_look_seconds: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub kind: String,
    pub cause: String,
    pub operation: String,
    pub resource: String,
    pub message: String,
}

/// Serde takes a missing field for null; with a function of its own a field must be there.
fn text_or_null<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(deserializer)
}

impl Report {
    /// Reads what the program printed and holds it against the promise.
    pub fn read(workspace: &Workspace, output: &Output) -> Self {
        let report: Self = serde_json::from_str(&output.stdout)
            .unwrap_or_else(|error| panic!("check --format json breaks its promise: {error}\n{output:#?}"));
        assert_eq!(report.schema, 3);
        assert_eq!((&*report.account, &*report.region), (&*workspace.names().account, workspace.names().region));
        assert_eq!(
            (report.practice, report.endpoint.as_deref()),
            (workspace.is_practice(), Some(workspace.endpoint()))
        );
        assert_eq!(report.exit_code(), output.code, "the exit code does not go with the verdicts:\n{report}");
        for finding in report.exercises.iter().flat_map(|exercise| &exercise.findings) {
            finding.keep_the_promise();
        }
        report
    }

    /// The exit code that goes with the verdicts: one bad exercise outweighs one that cannot be told, and that one
    /// outweighs one that waits.
    fn exit_code(&self) -> i32 {
        let any = |verdict| self.exercises.iter().any(|exercise| exercise.verdict == verdict);
        match () {
            () if any(Verdict::NotDone) => 1,
            () if any(Verdict::CannotTell) => 3,
            () if any(Verdict::NotReady) => 1,
            () => 0,
        }
    }

    /// The report's one exercise, whose verdict must follow from its findings.
    pub fn only(self) -> Checked {
        let [exercise] = <[Checked; 1]>::try_from(self.exercises).expect("one exercise was asked for");
        assert_eq!(exercise.verdict, exercise.follows(), "the verdict does not follow from the findings:\n{exercise}");
        exercise
    }
}

impl Checked {
    /// The finding of the clause with this id.
    pub fn finding(&self, clause: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == clause)
    }

    /// The verdict that the findings amount to.
    fn follows(&self) -> Verdict {
        match self.verdict {
            Verdict::Asked if self.findings.iter().all(|finding| finding.verdict == ClauseVerdict::Holds) => {
                Verdict::Asked
            }
            _ => Verdict::of(self.findings.iter().map(|finding| finding.verdict)),
        }
    }
}

impl Finding {
    /// A learner who reads a finding knows what to do; a script that reads it knows why nothing can be told.
    fn keep_the_promise(&self) {
        let unclear = self.verdict == ClauseVerdict::CannotTell;
        assert_eq!(self.reason.is_some(), unclear, "a reason goes with cannot tell and with nothing else:\n{self}");
        let waits = self.verdict == ClauseVerdict::NotReady;
        assert_eq!(self.wait.is_some(), waits, "a wait goes with not ready and with nothing else:\n{self}");
        if let Some(Wait { usual_seconds, longest_seconds, next_look_seconds }) = self.wait {
            let sound = 0 < next_look_seconds && 0 < usual_seconds && usual_seconds <= longest_seconds;
            assert!(sound && self.found.is_some(), "a wait that cannot be, or not what AWS reports:\n{self}");
        }
        let wrong = self.verdict == ClauseVerdict::Fails;
        assert!(!wrong || self.expected.is_some() || self.found.is_some(), "nothing says what is wrong:\n{self}");
        assert!(!wrong || self.advice.is_some(), "nothing says what to do:\n{self}");
        assert!(is_id(&self.id), "no id: {self}");
        const PILLARS: [&str; 4] = ["operational_excellence", "security", "reliability", "cost_optimization"];
        assert!(self.pillar.as_deref().is_none_or(|pillar| PILLARS.contains(&pillar)), "no pillar: {:?}", self.pillar);
        let link = self.console.as_deref().unwrap_or("https://");
        assert!(link.starts_with("https://"), "no link to the console: {link}");
    }

    pub fn says(&self, text: &str) -> bool {
        [&self.expected, &self.found, &self.advice].into_iter().flatten().any(|said| said.contains(text))
    }
}

/// A name that files may hold: small letters, digits and underscores.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.exercises.iter().try_for_each(|exercise| exercise.fmt(f))
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}: {:?}", self.id, self.title, self.verdict)?;
        self.findings.iter().try_for_each(|finding| finding.fmt(f))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {:?}: {} ({})", self.verdict, self.clause, self.id)?;
        let texts = [("expected", &self.expected), ("found", &self.found), ("advice", &self.advice)];
        for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?))) {
            writeln!(f, "    {name}: {text}")?;
        }
        let Some(Reason { kind, cause, operation, resource, message }) = &self.reason else { return Ok(()) };
        writeln!(f, "    reason: {kind} ({cause}): {operation} on {resource}: {message}")
    }
}
