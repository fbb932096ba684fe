//! Reads a report of somebody else's: a file of a bounded size, of the right form, with settings that AWS allows.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use msl_learn_checks::{RecordedAnswer, RecordedBody};
use serde_json::Value;
use serde_json::error::Category;

use super::{CheckReport, SCHEMA};
use crate::catalog;
use crate::workspace::name;

/// In bytes. A check of the largest exercise takes about a tenth of it.
const LARGEST: u64 = 16 << 20;
/// The most answers, and the most looks from outside.
const MOST: usize = 5000;
/// How deep objects and arrays of an answer may lie in each other; AWS's lie less than ten deep.
const DEEPEST: usize = 100;
/// The longest of the texts that are shown, in bytes.
const LONGEST: usize = 16 << 10;

/// The report in the file; otherwise why it is none.
pub fn read(file: &Path) -> Result<CheckReport, String> {
    let metadata = file.metadata().map_err(|error| unopened(&error))?;
    if metadata.is_dir() {
        return Err("it is a folder".into());
    }
    if !metadata.is_file() {
        return Err("it is no file".into());
    }
    let mut bytes = Vec::new();
    let opened = File::open(file).and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes));
    opened.map_err(|error| unopened(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("it has more than {} MiB", LARGEST >> 20));
    }
    let text = String::from_utf8(bytes).map_err(|_| "it is no text, and a report is text in UTF-8")?;
    // Editors of Windows begin a file with this mark.
    let report = parse(text.trim_start_matches('\u{feff}'))?;
    fits(&report).map(|()| report)
}

fn parse(text: &str) -> Result<CheckReport, String> {
    if text.trim().is_empty() {
        return Err("it is empty".into());
    }
    // Deeper than 128 levels, the parser refuses it.
    let value: Value = serde_json::from_str(text).map_err(|error| broken(&error))?;
    match value["schema"].as_u64() {
        None => return Err("it is JSON, but nothing in it says that it is a report".into()),
        Some(schema) if schema != u64::from(SCHEMA) => {
            return Err(format!("it has the form {schema}, and this version of msl-learn reads the form {SCHEMA}"));
        }
        Some(_) => {}
    }
    // From the text once more, since a value knows no lines.
    serde_json::from_str(text).map_err(|error| broken(&error))
}

fn unopened(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".into(),
        io::ErrorKind::PermissionDenied => "you may not read it".into(),
        _ => format!("it cannot be read ({error})"),
    }
}

/// Which line is broken, in plain words; what the parser says of a part comes last.
fn broken(error: &serde_json::Error) -> String {
    let (line, said) = (error.line(), error.to_string());
    if said.starts_with("recursion limit") {
        return "it is nested deeper than any report".into();
    }
    match error.classify() {
        Category::Eof => {
            format!("it stops in line {line}, before the report is complete: the rest of the file is missing")
        }
        Category::Data => {
            let part = said.split(" at line ").next().unwrap_or_default();
            let part = part.split(", expected").next().unwrap_or_default();
            format!("line {line} is not as a report has it ({part})")
        }
        Category::Syntax | Category::Io => format!("line {line} is no JSON, of which a report is made"),
    }
}

fn fits(report: &CheckReport) -> Result<(), String> {
    let exercise = catalog::exercises().find(|exercise| exercise.slug == report.exercise && exercise.asks.is_none());
    exercise.ok_or("it names no exercise that is checked")?;
    let (own, names) = (&report.settings, &report.settings.names);
    name::domain(&own.domain)?;
    name::region(&own.region)?;
    name::account(&own.account)?;
    name::partition(&own.partition)?;
    name::bucket(&names.website_bucket)?;
    name::bucket(&names.data_bucket)?;
    name::domain(&names.api_domain)?;
    name::domain(&names.auth_domain)?;
    if report.tape.calls.len() > MOST || report.tape.looks.len() > MOST || report.findings.len() > MOST {
        return Err(format!("it has more than {MOST} answers"));
    }
    let said = report
        .findings
        .iter()
        .flat_map(|one| [Some(&one.id), one.expected.as_ref(), one.found.as_ref(), one.advice.as_ref()]);
    let said = said.flatten().chain([&report.version, &report.system]);
    if said.into_iter().any(|text| text.len() > LONGEST || text.chars().any(is_forbidden)) {
        return Err("what it says is longer than a finding, or has control characters".into());
    }
    report.tape.calls.values().try_for_each(answer_fits)
}

/// Line breaks are all that a finding has.
fn is_forbidden(c: char) -> bool {
    c.is_control() && c != '\n'
}

fn answer_fits(answer: &RecordedAnswer) -> Result<(), String> {
    let RecordedAnswer::Http { body, .. } = answer else { return Ok(()) };
    if body.size() > RecordedBody::LARGEST {
        return Err(format!("an answer has more than {} MiB", RecordedBody::LARGEST >> 20));
    }
    match body {
        RecordedBody::Text(text) if depth(text) > DEEPEST => {
            Err(format!("an answer is nested more than {DEEPEST} levels deep"))
        }
        _ => Ok(()),
    }
}

/// How deep brackets lie in each other, those in texts included.
fn depth(text: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}
