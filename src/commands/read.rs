//! `msl-learn read`: a chapter, a section or a walkthrough, with the learner's own names in it.

use std::path::Path;

use jiff::Timestamp;

use crate::catalog::{self, Chapter, Exercise, Plan, Section, Step, fill};
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::progress::Progress;
use crate::ui::Printer;
use crate::workspace::{Workspace, starter};

mod handouts;

pub use handouts::write;

/// How to name a text.
const NAMES: &str = "Name a chapter by its number, such as 4, an exercise by its number in the book, such as 4.3, and a \
                     section by chapter and name, such as 1.lambda. `msl-learn list` shows them all.";
/// The most titles that a hint names.
const MOST_FOUND: usize = 8;

/// # Errors
/// If there is no such chapter, section or exercise, or the settings are invalid.
pub fn run(what: Option<&str>, may_page: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::find(directory)?;
    let text = match what {
        Some(what) => named(what)?,
        None => next(workspace.as_ref())?,
    };
    let filled = fill(&Workspace::learner_or_example(workspace.as_ref()), &text.markdown())?;
    printer.read(&filled, may_page)?;
    match (&workspace, &text) {
        _ if printer.is_closed() => {}
        (Some(workspace), Reading::Chapter(chapter)) => remember(chapter, workspace, printer)?,
        (Some(workspace), Reading::Exercise(exercise)) => {
            // Its commands read them.
            starter::missing(workspace, exercise).map_or(Ok(()), |note| printer.note(&note))?;
        }
        _ => {}
    }
    Ok(EXIT_DONE)
}

/// What can be read.
enum Reading {
    Chapter(&'static Chapter),
    Section(&'static Section),
    Exercise(&'static Exercise),
}

impl Reading {
    /// A template over the learner's names.
    fn markdown(&self) -> String {
        match self {
            Reading::Chapter(chapter) => chapter.whole(),
            Reading::Section(section) => section.text.to_owned(),
            Reading::Exercise(exercise) => exercise.walkthrough.to_owned(),
        }
    }
}

/// Records that a whole chapter to read was shown. If no step leads through it, it counts as read. A failure is only
/// noted: the chapter was read all the same.
fn remember(chapter: &'static Chapter, workspace: &Workspace, printer: &mut Printer) -> Result<()> {
    if !chapter.is_only_read() {
        return Ok(());
    }
    let now = Timestamp::now();
    let written = Progress::update(&workspace.root, |progress| {
        progress.show_chapter(chapter, now);
        if !workspace.settings.steps.has(Step::Read(chapter)) {
            progress.finish_reading(chapter, now);
        }
    });
    match written {
        Ok(_) => Ok(()),
        Err(failure) => printer.note(&format!("note: it is not recorded as read: {failure}")),
    }
}

fn named(what: &str) -> Result<Reading> {
    if let Ok(number) = what.parse::<u8>() {
        return catalog::chapter(number).map(Reading::Chapter);
    }
    match (catalog::exercise(what), catalog::section(what)) {
        (Ok(exercise), _) => Ok(Reading::Exercise(exercise)),
        (Err(_), Some(section)) => Ok(Reading::Section(section)),
        (Err(_), None) => Err(Failure::usage(format!("there is no chapter, section or exercise `{what}`"))
            .hint(catalog::near_miss(what).or_else(|| found(what)).unwrap_or_else(|| NAMES.to_owned()))),
    }
}

/// The sections and exercises that have the word in their titles.
fn found(word: &str) -> Option<String> {
    let word = word.trim().to_lowercase();
    let titles = catalog::titles().into_iter();
    let found: Vec<String> = titles
        .filter(|(_, title)| !word.is_empty() && title.to_lowercase().contains(&word))
        .map(|(id, title)| format!("{id} ({title})"))
        .take(MOST_FOUND)
        .collect();
    (!found.is_empty()).then(|| format!("Titles with this word: {}.", found.join(", ")))
}

/// The walkthrough of the next exercise, or the next chapter to read or to answer.
fn next(workspace: Option<&Workspace>) -> Result<Reading> {
    let step = match workspace {
        Some(workspace) => Progress::read(&workspace.root)?.step(workspace.settings.steps),
        None => None,
    };
    match step.or_else(|| Plan::All.steps().next()) {
        Some(Step::Exercise(exercise)) => Ok(Reading::Exercise(exercise)),
        Some(Step::Read(chapter) | Step::Quiz(chapter)) => Ok(Reading::Chapter(chapter)),
        None => Err(Failure::usage("there is nothing to read yet")),
    }
}
