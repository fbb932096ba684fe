//! `msl-learn list`: chapters and their steps with their states, from the progress alone.

use std::path::Path;

use serde::Serialize;

use crate::catalog::{self, CHAPTERS, Chapter, Exercise, Plan, Section, Step, fill};
use crate::cli::Format;
use crate::failure::{EXIT_DONE, Result};
use crate::pages::states::{CURRENT, mark};
use crate::progress::{Progress, StepState};
use crate::ui::{Line, Meaning, Printer, Span};
use crate::workspace::Workspace;

/// The columns of a state, and those where an exercise is brought here.
const COLUMN: usize = 11;
const BROUGHT_COLUMN: usize = 13;

/// One step in `list --format json`; part of the promise to scripts.
#[derive(Serialize)]
struct StepRow {
    id: String,
    slug: String,
    chapter: u8,
    kind: &'static str,
    /// The number of an exercise.
    number: Option<u8>,
    title: &'static str,
    state: &'static str,
    current: bool,
    /// The cost of an exercise.
    cost: Option<String>,
    superseded_by: Option<String>,
}

/// # Errors
/// If the settings are invalid, or the progress is damaged.
pub fn run(chapter: Option<u8>, format: Format, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::find(directory)?;
    let progress = workspace.as_ref().map_or_else(|| Ok(Progress::default()), |w| Progress::read(&w.root))?;
    let plan = workspace.as_ref().map(|workspace| workspace.settings.steps).unwrap_or_default();
    if format == Format::Human {
        let wanted = CHAPTERS.iter().filter(|one| chapter.is_none_or(|number| one.number == number));
        let lines: Vec<Line> = wanted.flat_map(|chapter| human(chapter, plan, &progress)).collect();
        printer.lines(&lines)?;
        if catalog::exercises().any(|exercise| progress.state(exercise) == StepState::Superseded) {
            printer.note("superseded: done, and a later exercise has undone or replaced it on purpose.")?;
        }
        if catalog::exercises().any(|exercise| progress.state(exercise) == StepState::CleanedUp) {
            printer.note("cleaned up: done, and then removed from the account with `cleanup`.")?;
        }
        if catalog::exercises().any(|exercise| progress.state(exercise) == StepState::NoAccess) {
            printer.note("no access: not available to you, as you said. It counts neither as done nor as open.")?;
        }
        if catalog::exercises().any(|exercise| progress.state(exercise) == StepState::Brought) {
            printer.note(
                "brought here: the practice account was brought to a state in which it is done. It does not count as done.",
            )?;
        }
        return Ok(EXIT_DONE);
    }
    let learner = Workspace::learner_or_example(workspace.as_ref());
    let current = progress.step(plan);
    let wanted = Plan::All.steps().filter(|step| chapter.is_none_or(|number| step.chapter() == number));
    let rows = wanted.map(|step| {
        let exercise = step.exercise();
        Ok(StepRow {
            id: step.id(),
            slug: step.slug(),
            chapter: step.chapter(),
            kind: step.kind(),
            number: exercise.map(|exercise| exercise.number),
            title: step.title(),
            state: progress.step_state(step, plan).name(),
            current: current == Some(step),
            cost: exercise.map(|exercise| fill(&learner, exercise.cost)).transpose()?,
            superseded_by: exercise.and_then(Exercise::successor).map(Exercise::id),
        })
    });
    let rows = rows.collect::<Result<Vec<_>>>()?;
    printer.json(&rows)?;
    Ok(EXIT_DONE)
}

/// A chapter with the steps that the learner wants, and its sections if it is a chapter to read.
fn human(chapter: &'static Chapter, plan: Plan, progress: &Progress) -> Vec<Line> {
    let is_brought = |exercise: &Exercise| progress.state(exercise) == StepState::Brought;
    let column = if catalog::exercises().any(is_brought) { BROUGHT_COLUMN } else { COLUMN };
    let mut lines = vec![Line::from(Span::new(&chapter.heading(), Meaning::Heading))];
    for step in chapter.steps() {
        lines.extend(plan.has(step).then(|| row(step, plan, progress, column)));
        if let Step::Read(chapter) = step {
            lines.extend(sections(chapter));
        }
    }
    let (done, all) = progress.done_of(chapter.steps().filter(|step| plan.has(*step)));
    if all > 0 {
        lines.push(Line::from(Span::new(&format!("  {done} of {all} done"), Meaning::Dim)));
    }
    lines
}

fn row(step: Step, plan: Plan, progress: &Progress, column: usize) -> Line {
    let state = progress.step_state(step, plan);
    let (mark, meaning) = if progress.step(plan) == Some(step) { CURRENT } else { mark(state) };
    Line::from(Span::new(&format!("  {mark} {:<column$}", state.name()), meaning)).with(Span::plain(&step.label()))
}

/// The sections of a chapter to read, by the names that `read` takes.
fn sections(chapter: &Chapter) -> Vec<Line> {
    let name = |section: &Section| format!("{}.{}", chapter.number, section.anchor);
    let widest = chapter.sections.iter().map(|section| name(section).len()).max().unwrap_or(0);
    let line = |section| {
        let name = format!("{:17}{:<widest$}  ", "", name(section));
        Line::from(Span::new(&name, Meaning::Dim)).with(Span::plain(section.title))
    };
    chapter.sections.iter().map(line).collect()
}
