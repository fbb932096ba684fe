//! `msl-learn progress`: how far the learner has come in each chapter, how long that took, and what is next.

use std::path::Path;

use serde::Serialize;

use crate::catalog::CHAPTERS;
use crate::cli::Format;
use crate::failure::{EXIT_DONE, Result};
use crate::pages::drill;
use crate::pages::progress::bars;
use crate::progress::{Drills, Progress, Tally};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// The version of the document that `progress --format json` prints.
const SCHEMA: u32 = 2;

/// `progress --format json`; a promise to scripts.
#[derive(Serialize)]
struct ProgressDocument<'a> {
    schema: u32,
    /// `all` or `exercises`, from the settings.
    steps: &'a str,
    chapters: Vec<Tally>,
    next: Option<Next>,
    /// The exercise to work on, which may come after what is next.
    current: Option<Current<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    drills: Option<DrillCounts>,
}

/// How the drills ended.
#[derive(Serialize)]
struct DrillCounts {
    won: u32,
    without_hint: u32,
    given_up: u32,
}

/// The next step.
#[derive(Serialize)]
struct Next {
    id: String,
    slug: String,
    kind: &'static str,
    title: &'static str,
}

#[derive(Serialize)]
struct Current<'a> {
    id: String,
    slug: &'a str,
    title: &'a str,
}

/// # Errors
/// If there is no workspace, or its progress is damaged.
pub fn run(format: Format, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let progress = Progress::read(&workspace.root)?;
    let plan = workspace.settings.steps;
    let chapters: Vec<Tally> = CHAPTERS.iter().map(|chapter| progress.tally(chapter, plan)).collect();
    let next = progress.step(plan);
    if format == Format::Human {
        printer.lines(&bars(&chapters, printer.width()))?;
        drill::tally(progress.drills()).map_or(Ok(()), |tally| printer.text(&tally))?;
        printer.text(&match next {
            Some(step) => format!("Next: {}", step.heading()),
            None => "Next: nothing. `msl-learn next` checks everything again.".to_owned(),
        })?;
        return Ok(EXIT_DONE);
    }
    let next = next.map(|step| Next { id: step.id(), slug: step.slug(), kind: step.kind(), title: step.title() });
    let current = progress.exercise(plan);
    let current = current.map(|exercise| Current { id: exercise.id(), slug: exercise.slug, title: exercise.title });
    let document = ProgressDocument {
        schema: SCHEMA,
        steps: plan.name(),
        chapters,
        next,
        current,
        drills: counts(progress.drills()),
    };
    printer.json(&document)?;
    Ok(EXIT_DONE)
}

fn counts(drills: &Drills) -> Option<DrillCounts> {
    let Drills { won, unaided, given_up, .. } = *drills;
    (won + given_up > 0).then_some(DrillCounts { won, without_hint: unaided, given_up })
}
