//! Findings as the learner reads them: the clause, what was expected and found side by side, and what to do.

use msl_learn_checks::{ClauseVerdict, Finding, Verdict};

use crate::checked::Checked;
use crate::ui::{Line, Meaning, Span, Style, blanks, hanging, lines, longest_word};

/// How the reason of a finding begins that waits for another clause.
const UNNEEDED: &str = "not checked until ";
/// What is expected of a thing that is missing; the clause says it already.
const EXISTS: &str = "it exists";

/// The width of the longest word for a clause's verdict, and the gap after it.
pub const LABEL: usize = 13;

/// The columns before a value that stands below its name.
const BELOW: usize = 4;

/// An exercise's heading with its verdict, then its findings.
pub fn checked(checked: &Checked, width: usize) -> Vec<Line> {
    let heading = format!("{}: ", checked.exercise.heading());
    let (word, meaning) = verdict(checked.verdict);
    let head = Line::from(Span::new(&heading, Meaning::Heading))
        .with(Span::new(word, Style::from(meaning).and(Meaning::Strong)));
    let mut page = vec![head, Line::default()];
    let findings = with_each_fix_once(&checked.findings);
    let alike = shared_reason(&findings);
    for entry in entries(&findings) {
        let ClauseEntry::Finding(finding) = entry else {
            page.extend(waiting(entry, width));
            continue;
        };
        page.extend(clause(finding, width));
        if alike.is_none() {
            page.extend(printed_details(finding, width));
        }
    }
    page.extend(alike.into_iter().flat_map(|finding| details(finding, width)));
    page
}

/// A verdict in words, and how it is shown.
pub fn verdict(verdict: Verdict) -> (&'static str, Meaning) {
    match verdict {
        Verdict::Done => ("done", Meaning::Good),
        Verdict::NotDone => ("not done", Meaning::Bad),
        Verdict::NotReady => ("not ready yet", Meaning::Waiting),
        Verdict::CannotTell => ("cannot tell", Meaning::Unknown),
        Verdict::Asked => ("asked", Meaning::Good),
    }
}

/// A clause's verdict in words, and how it is shown.
pub fn clause_verdict(verdict: ClauseVerdict) -> (&'static str, Meaning) {
    match verdict {
        ClauseVerdict::Holds => ("holds", Meaning::Good),
        ClauseVerdict::Fails => ("fails", Meaning::Bad),
        ClauseVerdict::NotReady => ("not ready", Meaning::Waiting),
        ClauseVerdict::CannotTell => ("cannot tell", Meaning::Unknown),
        ClauseVerdict::Skipped => ("skipped", Meaning::Dim),
    }
}

/// What a page has an entry for: a finding, or several that wait for one clause.
#[derive(Clone, Copy, Debug)]
pub enum ClauseEntry<'a> {
    Finding(&'a Finding),
    /// The number of findings, and why the first of them was skipped.
    Waiting(usize, &'a str),
}

/// The findings, with those together that are skipped until the same clause holds.
pub fn entries(findings: &[Finding]) -> Vec<ClauseEntry<'_>> {
    let alike = |left: &Finding, right: &Finding| needed(left).is_some() && needed(left) == needed(right);
    let entries = findings.chunk_by(alike).flat_map(|group| match (group, needed(&group[0])) {
        ([_, _, ..], Some(needed)) => vec![ClauseEntry::Waiting(group.len(), needed)],
        _ => group.iter().map(ClauseEntry::Finding).collect(),
    });
    entries.collect()
}

/// The clause that must hold before this one is checked.
fn needed(finding: &Finding) -> Option<&str> {
    let why = finding.found.as_deref().filter(|_| finding.verdict == ClauseVerdict::Skipped)?;
    why.strip_prefix(UNNEEDED)
}

/// One line for findings that wait.
pub fn waiting(entry: ClauseEntry<'_>, width: usize) -> Vec<Line> {
    let ClauseEntry::Waiting(count, needed) = entry else { return Vec::new() };
    let (word, meaning) = clause_verdict(ClauseVerdict::Skipped);
    let label = Span::new(&format!("  {word:<LABEL$}"), meaning);
    let text = format!("{count} more are checked once this holds: {needed}");
    hanging(&label, &lines(&text, Style::default()), width)
}

/// The findings of a page, on which each fix stands once: a later finding with the same one refers to the first.
pub fn with_each_fix_once(findings: &[Finding]) -> Vec<Finding> {
    findings.iter().enumerate().map(|(at, finding)| referring(finding, &findings[..at])).collect()
}

fn referring(finding: &Finding, before: &[Finding]) -> Finding {
    let mut own = finding.clone();
    let with = |same: fn(&Finding) -> &Option<String>| {
        same(finding).as_ref().and_then(|_| before.iter().find(|other| same(other) == same(finding)))
    };
    let (advised, commanded) = (with(|one| &one.advice), with(|one| &one.command));
    if let Some(first) = advised {
        own.advice = Some(format!("As above, under: {}", first.clause));
        own.console = own.console.filter(|page| first.console.as_ref() != Some(page));
    }
    if let Some(first) = commanded {
        own.command = None;
        own.advice = Some(match own.advice.filter(|_| advised.is_none()) {
            Some(words) => format!("{words} Then the commands as above, under: {}", first.clause),
            None => format!("As above, under: {}", first.clause),
        });
    }
    own
}

/// The finding whose reason all findings share: then it is shown once, not under every clause.
pub fn shared_reason(findings: &[Finding]) -> Option<&Finding> {
    let first = findings.first()?;
    let alike = findings.len() > 1 && first.reason.is_some() && findings.iter().all(|f| f.reason == first.reason);
    alike.then_some(first)
}

pub fn clause(finding: &Finding, width: usize) -> Vec<Line> {
    let (word, meaning) = clause_verdict(finding.verdict);
    let label = Span::new(&format!("  {word:<LABEL$}"), meaning);
    hanging(&label, &lines(&finding.clause, Style::default()), width)
}

/// What a finding says below its clause. A clause that holds only says what would be better still.
pub fn details(finding: &Finding, width: usize) -> Vec<Line> {
    if finding.verdict == ClauseVerdict::Holds {
        return finding.advice.iter().flat_map(|advice| detail("advice", advice, width)).collect();
    }
    let reason = finding.reason.as_ref().map(|reason| {
        let place = [reason.operation.as_str(), reason.resource.as_str()].join(" ");
        let place = place.trim();
        if place.is_empty() { reason.message.clone() } else { format!("{place}: {}", reason.message) }
    });
    let wait = finding.wait.map(|wait| wait.to_string());
    let rows = [
        ("expected", finding.expected.as_deref().filter(|expected| *expected != EXISTS)),
        ("found", finding.found.as_deref()),
        ("wait", wait.as_deref()),
        ("reason", reason.as_deref()),
        ("to do", finding.advice.as_deref()),
    ];
    let known = rows.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let mut page: Vec<Line> = known.flat_map(|(name, value)| detail(name, value, width)).collect();
    // A link is never broken over lines, so that it can be followed.
    let console = finding.console.as_deref().filter(|_| finding.verdict != ClauseVerdict::Skipped);
    page.extend(console.map(|url| Line::from(label("console")).with(Span::link(url, url))));
    page.extend(finding.command.iter().flat_map(|commands| detail(name_of_command(finding), commands, width)));
    page
}

/// As [`details`], for a page that is printed: there each line of a command stays whole, so that it can be copied.
fn printed_details(finding: &Finding, width: usize) -> Vec<Line> {
    let mut page = details(&Finding { command: None, ..finding.clone() }, width);
    let names = std::iter::once(name_of_command(finding)).chain(std::iter::repeat(""));
    let commands = finding.command.as_deref().unwrap_or_default();
    page.extend(names.zip(commands.lines()).map(|(name, line)| Line::from(label(name)).with(Span::plain(line))));
    page
}

/// What stands beside a finding's commands: a file may have to be changed before.
fn name_of_command(finding: &Finding) -> &'static str {
    if finding.advice.is_some() { "then" } else { "to do" }
}

/// A value beside its name. Below it, if it holds a word that would be broken otherwise, such as an ARN.
fn detail(name: &str, value: &str, width: usize) -> Vec<Line> {
    let (label, value) = (label(name), lines(value, Style::default()));
    let longest = value.iter().map(longest_word).max().unwrap_or(0);
    if longest <= width.saturating_sub(label.width()) || longest > width.saturating_sub(BELOW) {
        return hanging(&label, &value, width);
    }
    let mut page = vec![Line::from(label).trim_end()];
    page.extend(hanging(&blanks(BELOW), &value, width));
    page
}

fn label(name: &str) -> Span {
    Span::new(&format!("{:LABEL$}  {name:<10}", ""), Meaning::Dim)
}

#[cfg(test)]
mod tests;
