//! Announces the changes of a session in lines, each once.

use std::collections::BTreeMap;

use msl_learn_checks::{ClauseVerdict, Finding, Verdict};

use super::session::Session;
use crate::catalog::Exercise;
use crate::checked::in_one_line;
use crate::pages::findings::{ClauseEntry, clause_verdict, entries, verdict};

/// What to do about a clause, if the same was said a line before.
const SAME: &str = "to do: the same, as said above";

/// What has been announced so far.
#[derive(Default)]
pub struct Announcer {
    exercise: Option<&'static str>,
    /// The line of each clause, by its id.
    findings: BTreeMap<String, String>,
    verdict: Option<Verdict>,
    trouble: Option<String>,
    notice: Option<String>,
    account_notes: Vec<String>,
}

impl Announcer {
    /// What is new since the last call, a line each.
    pub fn news(&mut self, session: &Session) -> Vec<String> {
        let mut news = Vec::new();
        news.extend(self.notice(session));
        news.extend(self.account_notes(session));
        news.extend(self.exercise(session));
        news.extend(self.trouble(session));
        if let Some(exercise) = session.exercise() {
            news.extend(self.findings(exercise, session));
            news.extend(self.verdict(exercise, session));
        }
        news
    }

    fn notice(&mut self, session: &Session) -> Option<String> {
        let new = session.notice.clone().filter(|notice| Some(notice) != self.notice.as_ref());
        self.notice.clone_from(&session.notice);
        new
    }

    fn account_notes(&mut self, session: &Session) -> Vec<String> {
        let new = session.account_notes.iter().filter(|note| !self.account_notes.contains(note));
        let new: Vec<String> = new.map(|note| note.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        self.account_notes.clone_from(&session.account_notes);
        new
    }

    fn exercise(&mut self, session: &Session) -> Option<String> {
        let exercise = session.exercise()?;
        if self.exercise == Some(exercise.slug) {
            return None;
        }
        *self = Self {
            exercise: Some(exercise.slug),
            notice: self.notice.take(),
            account_notes: std::mem::take(&mut self.account_notes),
            ..Self::default()
        };
        Some(format!("{}: `msl-learn read {}` shows the walkthrough", exercise.heading(), exercise.id()))
    }

    fn trouble(&mut self, session: &Session) -> Option<String> {
        let trouble = session.trouble.as_ref().map(|failure| {
            let hint = failure.hint.as_deref().unwrap_or_default();
            format!("error: {}. {hint}", failure.message).replace('\n', " ").trim_end().to_owned()
        });
        let new = trouble.clone().filter(|trouble| Some(trouble) != self.trouble.as_ref());
        self.trouble = trouble;
        new
    }

    fn findings(&mut self, exercise: &Exercise, session: &Session) -> Vec<String> {
        let findings = session.checks.of(exercise).map(|checked| checked.findings.as_slice()).unwrap_or_default();
        let lines = entries(findings).into_iter().map(|entry| match entry {
            ClauseEntry::Finding(finding) => (finding.id.clone(), in_a_line(finding), to_do(finding)),
            ClauseEntry::Waiting(count, needed) => {
                (needed.to_owned(), format!("skipped: {count} more are checked once this holds: {needed}"), None)
            }
        });
        let new = lines.filter(|(id, line, _)| self.findings.get(id) != Some(line));
        let new: Vec<(String, String, Option<String>)> = new.collect();
        let texts = new.iter().enumerate().flat_map(|(at, (_, line, to_do))| {
            let is_told = new[..at].iter().any(|(_, _, before)| before == to_do);
            let to_do = to_do.as_deref().map(|to_do| if is_told { SAME } else { to_do });
            std::iter::once(line.as_str()).chain(to_do)
        });
        let lines = texts.map(|text| format!("{} {text}", exercise.id())).collect();
        let new = new.into_iter().map(|(id, line, _)| (id, line));
        self.findings.extend(new);
        lines
    }

    fn verdict(&mut self, exercise: &Exercise, session: &Session) -> Option<String> {
        let now = session.verdict()?;
        let new = self.verdict.replace(now) != Some(now);
        new.then(|| format!("{} {}", exercise.id(), verdict(now).0))
    }
}

/// What to do about a clause that does not hold.
fn to_do(finding: &Finding) -> Option<String> {
    if finding.verdict == ClauseVerdict::Holds {
        return None;
    }
    let words = finding.advice.as_ref().map(|advice| advice.replace('\n', " "));
    match (words, finding.command.as_deref().map(in_one_line)) {
        (Some(words), Some(commands)) => Some(format!("to do: {words} Then: {commands}")),
        (Some(fix), None) | (None, Some(fix)) => Some(format!("to do: {fix}")),
        (None, None) => None,
    }
}

/// Such as `fails: index.html has the content type text/html (expected text/html, found binary/octet-stream)`.
fn in_a_line(finding: &Finding) -> String {
    let (word, _) = clause_verdict(finding.verdict);
    let texts = [("expected ", &finding.expected), ("found ", &finding.found)];
    let mut known: Vec<String> =
        texts.into_iter().filter_map(|(word, text)| Some(format!("{word}{}", text.as_ref()?))).collect();
    known.extend(finding.reason.as_ref().map(|reason| reason.message.clone()));
    match finding.verdict {
        ClauseVerdict::Holds => known = finding.advice.iter().map(|advice| format!("advice: {advice}")).collect(),
        ClauseVerdict::Skipped => known = finding.found.iter().cloned().collect(),
        _ => {}
    }
    let known = if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) };
    format!("{word}: {}{known}", finding.clause).replace('\n', " ")
}
