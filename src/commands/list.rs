//! `msl-learn list`: chapters and exercises with their states, from the progress alone.

use std::path::Path;

use serde::Serialize;

use super::{fill, shown};
use crate::catalog::{self, CHAPTERS, Chapter, Exercise, Section};
use crate::cli::Format;
use crate::commands::read::learner_or_example;
use crate::failure::Result;
use crate::progress::Progress;
use crate::ui::states::{CURRENT, mark};
use crate::ui::{Line, Meaning, Printer, Span};
use crate::workspace::Workspace;

/// One exercise in `list --format json`; part of the promise to scripts.
#[derive(Serialize)]
struct Row<'a> {
    id: String,
    slug: &'a str,
    chapter: u8,
    kind: &'a str,
    number: u8,
    title: &'a str,
    state: &'a str,
    current: bool,
    cost: String,
    superseded_by: Option<String>,
}

/// # Errors
/// When the workspace or its progress is not right.
pub fn run(format: Format, place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::find(place)?;
    let progress = workspace.as_ref().map_or_else(|| Ok(Progress::default()), |w| Progress::read(&w.root))?;
    if format == Format::Human {
        let lines: Vec<Line> = CHAPTERS.iter().flat_map(|chapter| human(chapter, &progress)).collect();
        return shown(printer.lines(&lines));
    }
    let learner = learner_or_example(workspace.as_ref());
    let rows = catalog::exercises().map(|exercise| {
        Ok(Row {
            id: exercise.id(),
            slug: exercise.slug,
            chapter: exercise.chapter,
            kind: exercise.kind.name(),
            number: exercise.number,
            title: exercise.title,
            state: progress.state(exercise).name(),
            current: progress.is_current(exercise),
            cost: fill(&learner, exercise.cost)?,
            superseded_by: exercise.superseded_by.and_then(catalog::by_slug).map(Exercise::id),
        })
    });
    let rows = rows.collect::<Result<Vec<_>>>()?;
    shown(printer.raw(&serde_json::to_string_pretty(&rows).unwrap_or_default()))
}

fn human(chapter: &Chapter, progress: &Progress) -> Vec<Line> {
    let title = format!("Chapter {}: {}", chapter.number, chapter.title);
    let mut lines = vec![Line::from(Span::new(&title, Meaning::Heading))];
    lines.extend(sections(chapter));
    if chapter.exercises.is_empty() {
        return lines;
    }
    lines.extend(chapter.exercises.iter().map(|exercise| {
        let state = progress.state(exercise);
        let (mark, meaning) = if progress.is_current(exercise) { CURRENT } else { mark(state) };
        Line::from(Span::new(&format!("  {mark} {:<11}", state.name()), meaning)).with(Span::plain(&exercise.heading()))
    }));
    let done = chapter.exercises.iter().filter(|e| progress.entry(e).is_done()).count();
    lines.push(Line::from(Span::new(&format!("  {done} of {} done", chapter.exercises.len()), Meaning::Dim)));
    lines
}

/// The sections that are only read, by the names that `read` takes.
fn sections(chapter: &Chapter) -> Vec<Line> {
    let name = |section: &Section| format!("{}.{}", chapter.number, section.anchor);
    let widest = chapter.sections.iter().map(|section| name(section).len()).max().unwrap_or(0);
    let line = |section| {
        let name = format!("  {:<widest$}  ", name(section));
        Line::from(Span::new(&name, Meaning::Dim)).with(Span::plain(section.title))
    };
    chapter.sections.iter().map(line).collect()
}
