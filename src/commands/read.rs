//! `msl-learn read`: a walkthrough, rendered for the terminal, with the learner's own names in it.

use std::path::Path;

use msl_learn_checks::{Learner, Names};

use super::{fill, shown};
use crate::catalog::{self, CHAPTERS, Chapter, Exercise};
use crate::failure::{Failure, Result};
use crate::progress::Progress;
use crate::settings::BOOK_REGION;
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// When there is no such chapter or exercise, or the workspace is not right.
pub fn run(what: Option<&str>, may_page: bool, place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::find(place)?;
    let text = match what {
        Some(what) => named(what)?,
        None => match current(workspace.as_ref())? {
            Some(exercise) => exercise.walkthrough.to_owned(),
            None => CHAPTERS.first().map(Chapter::whole).unwrap_or_default(),
        },
    };
    let text = fill(&learner_or_example(workspace.as_ref()), &text)?;
    shown(printer.read(&text, may_page))
}

/// The learner of the workspace or, outside of one, the book's reader with the domain example.com.
pub fn learner_or_example(workspace: Option<&Workspace>) -> Learner {
    workspace.map_or_else(
        || Learner {
            domain: "example.com".into(),
            region: BOOK_REGION.into(),
            account: "123456789012".into(),
            partition: "aws".into(),
            practice: false,
            workspace: None,
            names: Names::derived_from("example.com"),
        },
        Workspace::learner,
    )
}

fn named(what: &str) -> Result<String> {
    if let Ok(number) = what.parse::<u8>() {
        return catalog::chapter(number).map(Chapter::whole);
    }
    match (catalog::exercise(what), catalog::section(what)) {
        (Ok(exercise), _) => Ok(exercise.walkthrough.to_owned()),
        (Err(_), Some(section)) => Ok(section.text.to_owned()),
        (Err(_), None) => Err(Failure::usage(format!("there is no chapter, section or exercise `{what}`")).hint(
            "Name a chapter by its number, such as 4, an exercise by its number in the book, such as 4.3, and a section \
             by chapter and name, such as 1.lambda. `msl-learn list` shows them all.",
        )),
    }
}

fn current(workspace: Option<&Workspace>) -> Result<Option<&'static Exercise>> {
    workspace.map_or(Ok(None), |workspace| Ok(Progress::read(&workspace.root)?.current()))
}
