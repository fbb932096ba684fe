//! `msl-learn progress`: how far the learner has come in each chapter, how long that took, and what is next.

use std::path::Path;

use serde::Serialize;

use super::shown;
use crate::catalog::CHAPTERS;
use crate::cli::Format;
use crate::failure::Result;
use crate::progress::{Progress, Tally};
use crate::ui::{Printer, bars};
use crate::workspace::Workspace;

/// The version of the document that `progress --format json` prints.
const SCHEMA: u32 = 1;

/// `progress --format json`; a promise to scripts.
#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    chapters: Vec<Tally>,
    current: Option<Current<'a>>,
}

#[derive(Serialize)]
struct Current<'a> {
    id: String,
    slug: &'a str,
    title: &'a str,
}

/// # Errors
/// When there is no workspace, or its progress is not right.
pub fn run(format: Format, place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(place)?;
    let progress = Progress::read(&workspace.root)?;
    let chapters: Vec<Tally> = CHAPTERS.iter().map(|chapter| progress.tally(chapter)).collect();
    let current = progress.current();
    if format == Format::Human {
        shown(printer.lines(&bars::page(&chapters, printer.width())))?;
        return shown(printer.text(&match current {
            Some(exercise) => format!("Next: {}", exercise.heading()),
            None => "Next: nothing. `msl-learn next` looks at everything again.".to_owned(),
        }));
    }
    let current = current.map(|exercise| Current { id: exercise.id(), slug: exercise.slug, title: exercise.title });
    let document = Document { schema: SCHEMA, chapters, current };
    shown(printer.raw(&serde_json::to_string_pretty(&document).unwrap_or_default()))
}
