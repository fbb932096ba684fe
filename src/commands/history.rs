//! `msl-learn history`: when exercises were tried, done and regressed, and which clause held them up for how long.

use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;

use crate::catalog::{self, Exercise};
use crate::cli::Format;
use crate::failure::{EXIT_DONE, Result};
use crate::pages::history;
use crate::progress::{DrillResult, Entry, Evidence, Held, Progress};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// The version of the document that `history --format json` prints.
const SCHEMA: u32 = 2;

/// `history --format json`; a promise to scripts.
#[derive(Serialize)]
struct HistoryDocument<'a> {
    schema: u32,
    exercises: Vec<HistoryRow<'a>>,
}

#[derive(Serialize)]
struct HistoryRow<'a> {
    id: String,
    slug: &'a str,
    title: &'a str,
    state: &'a str,
    started: Option<Timestamp>,
    tried: Option<Timestamp>,
    done: Option<Timestamp>,
    skipped: Option<Timestamp>,
    unavailable: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    brought: Option<Timestamp>,
    reopened: Option<Timestamp>,
    hints: usize,
    worked_seconds: u64,
    events: Vec<EventRow>,
    held_up: Vec<HeldRow<'a>>,
    evidence: Option<&'a Evidence>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    drills: Vec<&'a DrillResult>,
}

#[derive(Serialize)]
struct EventRow {
    at: Timestamp,
    event: &'static str,
    /// The number of a hint.
    number: Option<usize>,
}

#[derive(Serialize)]
struct HeldRow<'a> {
    id: Option<&'a str>,
    clause: &'a str,
    from: Timestamp,
    until: Option<Timestamp>,
    seconds: u64,
}

/// # Errors
/// If there is no such exercise or no workspace, or its progress is damaged.
pub fn run(named: Option<&str>, format: Format, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let progress = Progress::read(&workspace.root)?;
    let exercises: Vec<&Exercise> = match named {
        Some(name) => vec![catalog::exercise(name)?],
        None => catalog::exercises().filter(|exercise| is_begun(exercise, &progress)).collect(),
    };
    let now = Timestamp::now();
    if format == Format::Json {
        let rows = exercises.iter().map(|exercise| row(exercise, &progress, now)).collect();
        let document = HistoryDocument { schema: SCHEMA, exercises: rows };
        printer.json(&document)?;
        return Ok(EXIT_DONE);
    }
    if exercises.is_empty() {
        printer.note(
            "No exercise was begun yet: `msl-learn next` leads to it. `msl-learn progress` counts chapters and quizzes too.",
        )?;
        return Ok(EXIT_DONE);
    }
    let width = printer.width();
    for exercise in exercises {
        let entry = progress.entry(exercise);
        let mut page = history::exercise(exercise, progress.state(exercise), entry, now, width);
        let evidence = entry.evidence.iter().filter(|_| named.is_some());
        page.extend(history::drills(progress.drills().of(exercise.slug)));
        page.extend(evidence.flat_map(|evidence| history::evidence(evidence, width)));
        printer.lines(&page)?;
    }
    Ok(EXIT_DONE)
}

fn is_begun(exercise: &Exercise, progress: &Progress) -> bool {
    *progress.entry(exercise) != Entry::default() || progress.drills().of(exercise.slug).next().is_some()
}

fn row<'a>(exercise: &'a Exercise, progress: &'a Progress, now: Timestamp) -> HistoryRow<'a> {
    let entry = progress.entry(exercise);
    let events = entry.history.iter();
    HistoryRow {
        id: exercise.id(),
        slug: exercise.slug,
        title: exercise.title,
        state: progress.state(exercise).name(),
        started: entry.started,
        tried: entry.tried,
        done: entry.done,
        skipped: entry.skipped,
        unavailable: entry.unavailable,
        brought: entry.brought,
        reopened: entry.reopened,
        hints: entry.hints,
        worked_seconds: entry.worked_seconds,
        events: events.map(|e| EventRow { at: e.at, event: e.what.name(), number: e.what.number() }).collect(),
        held_up: entry.held_up.iter().map(|held| held_row(held, now)).collect(),
        evidence: entry.evidence.as_ref(),
        drills: progress.drills().of(exercise.slug).collect(),
    }
}

fn held_row(held: &Held, now: Timestamp) -> HeldRow<'_> {
    HeldRow {
        id: held.id.as_deref(),
        clause: &held.clause,
        from: held.from,
        until: held.until,
        seconds: held.seconds(now),
    }
}
