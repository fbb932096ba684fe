//! `msl-learn read --html DIR`: chapters as pages to print or to hand out.

use std::fs;
use std::path::Path;

use crate::catalog::{self, CHAPTERS, Chapter, WalkthroughPart, fill};
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::pages::handout::{file, index, page};
use crate::ui::Printer;
use crate::workspace::{Workspace, write_atomically};

/// Writes the named chapter, or all of them and a page that leads to them, over pages of the same name.
///
/// # Errors
/// If there is no such chapter, or the folder cannot be written.
pub fn write(
    what: Option<&str>,
    folder: &Path,
    without: &[WalkthroughPart],
    directory: Option<&Path>,
    printer: &mut Printer,
) -> Result<u8> {
    let learner = Workspace::learner_or_example(Workspace::find(directory)?.as_ref());
    let chapters: Vec<&Chapter> = match what {
        Some(name) => vec![named(name)?],
        None => CHAPTERS.iter().collect(),
    };
    let text = |chapter: &&Chapter| Ok((file(chapter), page(chapter, &fill(&learner, &chapter.whole())?, without)));
    let mut pages = chapters.iter().map(text).collect::<Result<Vec<_>>>()?;
    if what.is_none() {
        pages.push(("index.html".into(), index(CHAPTERS)));
    }
    if folder.exists() && !folder.is_dir() {
        return Err(Failure::usage(format!("{} is a file", folder.display()))
            .hint("Pages are written into a folder: name one that is there, or that is to be made."));
    }
    let failed = |error: std::io::Error| Failure::environment(format!("{}: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(failed)?;
    for (name, page) in &pages {
        write_atomically(&folder.join(name), page).map_err(failed)?;
        printer.text(&folder.join(name).display().to_string())?;
    }
    Ok(EXIT_DONE)
}

fn named(name: &str) -> Result<&'static Chapter> {
    let number = name.trim().parse().map_err(|_| {
        Failure::usage(format!("`{name}` is no chapter"))
            .hint("A page holds a whole chapter: name it by its number, such as 4.")
    })?;
    catalog::chapter(number)
}
