//! What a report holds, before it is written; and what another version makes of it.

use msl_learn_checks::{ClauseVerdict, Findings};

use super::findings::{clause_verdict, verdict};
use crate::catalog::Exercise;
use crate::report::{CheckReport, Difference, ReportedFinding};
use crate::ui::time::minute;
use crate::ui::{Line, Meaning, Span, Style, counted, hanging, lines, paragraph};

/// The columns before a row's text.
const INDENT: &str = "  ";
/// What the learner must know before the file goes to anybody.
const BEFORE_YOU_SEND: &str = "Account numbers, ids, addresses, tokens, mail addresses, phone numbers and every name were \
    replaced by others of the same form. What is left are the words of AWS, of the book and of this program: if a name of \
    yours is one of them, it stands in the file. What a file holds that is no text, such as sound, is left out.";

/// What the report holds; `findings` are those of the account itself, and `sent` are the requests, in order.
pub fn held(report: &CheckReport, exercise: &Exercise, findings: &Findings, sent: &[&str], width: usize) -> Vec<Line> {
    let mut page =
        vec![Line::from(Span::new(&format!("Report of {}", exercise.heading()), Meaning::Heading)), Line::default()];
    let settings = &report.settings;
    let mut rows = vec![
        format!("checked {} by msl-learn {} on {}", minute(report.at), report.version, report.system),
        format!(
            "your settings: domain {}, account {}, region {}, buckets {} and {}",
            settings.domain,
            settings.account,
            settings.region,
            settings.names.website_bucket,
            settings.names.data_bucket
        ),
        format!(
            "{} of AWS and {} from outside; sent were:",
            counted(report.tape.calls.len(), "answer"),
            counted(report.tape.looks.len(), "look")
        ),
    ];
    rows.push(operations(sent));
    let of = |verdict: ClauseVerdict| report.findings.iter().filter(|finding| finding.verdict == verdict).count();
    let all = [
        ClauseVerdict::Holds,
        ClauseVerdict::Fails,
        ClauseVerdict::NotReady,
        ClauseVerdict::CannotTell,
        ClauseVerdict::Skipped,
    ];
    let verdicts = all.into_iter().filter(|verdict| of(*verdict) > 0);
    let verdicts: Vec<_> = verdicts.map(|verdict| verdict_of(verdict, of(verdict))).collect();
    rows.push(format!("{}: {}", counted(report.findings.len(), "finding"), verdicts.join(", ")));
    page.extend(rows.iter().flat_map(|row| indented(row, width)));
    let untrue = untrue(report, findings);
    if !untrue.is_empty() {
        page.extend(indented("What was replaced changes these findings, and the file says so:", width));
        page.extend(untrue.iter().flat_map(|clause| listed(clause, width)));
    }
    page.push(Line::default());
    page.extend(paragraph(BEFORE_YOU_SEND, Style::default(), width));
    page.push(Line::default());
    page
}

/// Such as `1 holds` and `4 fail`.
fn verdict_of(verdict: ClauseVerdict, count: usize) -> String {
    let word = match (verdict, count) {
        (ClauseVerdict::Holds, 0 | 2..) => "hold",
        (ClauseVerdict::Fails, 0 | 2..) => "fail",
        _ => clause_verdict(verdict).0,
    };
    format!("{count} {word}")
}

/// What this version makes of a report.
pub fn judged_again(
    report: &CheckReport,
    exercise: &Exercise,
    findings: &Findings,
    differences: &[Difference],
    width: usize,
) -> Vec<Line> {
    let (word, meaning) = verdict(findings.verdict());
    let head = Line::from(Span::new(&format!("{}: ", exercise.heading()), Meaning::Heading))
        .with(Span::new(word, Style::from(meaning).and(Meaning::Strong)));
    let mut page = vec![head, Line::default()];
    let from = format!("checked {} by msl-learn {} on {}", minute(report.at), report.version, report.system);
    page.extend(indented(&from, width));
    let untrue = untrue(report, findings);
    if !untrue.is_empty() {
        page.extend(indented("in the account itself, another verdict of:", width));
        page.extend(untrue.iter().flat_map(|clause| listed(clause, width)));
    }
    page.push(Line::default());
    if differences.is_empty() {
        let clauses = match findings.0.len() {
            1 => "its one clause".to_owned(),
            count => format!("all {count} clauses"),
        };
        page.extend(indented(&format!("msl-learn {} finds the same in {clauses}.", env!("CARGO_PKG_VERSION")), width));
    }
    page.extend(differences.iter().flat_map(|difference| differing(difference, findings, width)));
    page
}

/// The clauses of which the redacted answers tell otherwise than the account did.
fn untrue(report: &CheckReport, findings: &Findings) -> Vec<String> {
    report.untrue().map(|finding| sentence(&finding.id, findings)).collect()
}

/// A clause's sentence with its name, by which the repository finds it; the name alone if this version has no such clause.
fn sentence(id: &str, findings: &Findings) -> String {
    let clause = findings.0.iter().find(|finding| finding.id == id).map(|finding| &finding.clause);
    clause.map_or_else(|| id.to_owned(), |clause| format!("{clause} ({id})"))
}

fn differing(difference: &Difference, findings: &Findings, width: usize) -> Vec<Line> {
    let kind = if difference.is_of_verdict() { "another verdict" } else { "other words" };
    let head = format!("{}: {kind}", sentence(&difference.id, findings));
    let mut page = hanging(&Span::plain(INDENT), &lines(&head, Style::from(Meaning::Strong)), width);
    for (when, finding) in [("before", &difference.before), ("now", &difference.now)] {
        let said = finding.as_ref().map_or_else(|| "no such clause".to_owned(), words);
        let label = Span::plain(&format!("{INDENT}{INDENT}{when:<8}"));
        page.extend(hanging(&label, &lines(&said, Style::default()), width));
    }
    page
}

fn words(finding: &ReportedFinding) -> String {
    let parts = [("found", &finding.found), ("expected", &finding.expected), ("advice", &finding.advice)];
    let parts = parts.into_iter().filter_map(|(name, text)| Some(format!("{name}: {}", text.as_deref()?)));
    std::iter::once(clause_verdict(finding.verdict).0.to_owned()).chain(parts).collect::<Vec<_>>().join("; ")
}

/// Such as `s3:GetBucketPolicy, https:GET (2)`.
fn operations(sent: &[&str]) -> String {
    let mut names = sent.to_vec();
    names.sort_unstable();
    names.dedup();
    let times = |name: &str| sent.iter().filter(|sent| **sent == name).count();
    let named = names.iter().map(|name| match times(name) {
        1 => (*name).to_owned(),
        times => format!("{name} ({times})"),
    });
    named.collect::<Vec<_>>().join(", ")
}

fn listed(text: &str, width: usize) -> Vec<Line> {
    hanging(&Span::plain(&format!("{INDENT}- ")), &lines(text, Style::default()), width)
}

fn indented(text: &str, width: usize) -> Vec<Line> {
    hanging(&Span::plain(INDENT), &lines(text, Style::default()), width)
}
