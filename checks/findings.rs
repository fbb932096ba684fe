//! What is known of an exercise: its verdict, and a finding for each of its clauses.

use serde::{Deserialize, Serialize};

use crate::wait::Wait;

/// What is known of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// A pillar of the AWS Well-Architected Framework, which a clause may be about (chapter 11 reviews the application by
/// them).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pillar {
    OperationalExcellence,
    Security,
    Reliability,
    PerformanceEfficiency,
    CostOptimization,
    Sustainability,
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
    /// The clause's name within its exercise, such as `bucket_policy`: it stays when the sentence is reworded.
    pub id: String,
    /// The clause's sentence.
    pub clause: String,
    pub verdict: ClauseVerdict,
    /// What the clause is about beside working at all.
    pub pillar: Option<Pillar>,
    /// Whether it fails because the thing is not there at all. AWS may say so of a thing that it showed before.
    #[serde(skip)]
    pub absent: bool,
    pub expected: Option<String>,
    pub found: Option<String>,
    pub advice: Option<String>,
    /// Whether the advice is about this state, and not what is always said of the clause.
    #[serde(skip)]
    pub is_own_advice: bool,
    /// The commands that fix it, for a learner without a console.
    #[serde(skip)]
    pub command: Option<String>,
    pub console: Option<String>,
    /// How long AWS takes: of a clause that is not ready, and of no other.
    pub wait: Option<Wait>,
    pub reason: Option<Reason>,
}

impl Finding {
    /// A finding with its clause and verdict alone, to be filled in.
    pub fn blank(id: impl Into<String>, clause: impl Into<String>, verdict: ClauseVerdict) -> Self {
        Self {
            id: id.into(),
            clause: clause.into(),
            verdict,
            pillar: None,
            absent: false,
            expected: None,
            found: None,
            advice: None,
            is_own_advice: false,
            command: None,
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

/// The longest that a text with foreign data in it may be, in characters; an encoded authorization message is shorter.
pub(crate) const LONGEST: usize = 2000;

/// The beginning of a text that nobody would read to its end.
pub(crate) fn bounded(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

pub(crate) fn within_bounds(text: String) -> String {
    if text.len() <= LONGEST { text } else { bounded(&text) }
}

/// Foreign text for a finding: enough to recognise it by, in whole characters.
pub fn short(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn foreign_text_stays_short_and_whole(text in "\\PC{0,400}") {
            let short = short(&text);
            prop_assert!(short.chars().count() <= 201);
            prop_assert!(text.starts_with(short.trim_end_matches('…')));
        }
    }
}
