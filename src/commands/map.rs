//! `msl-learn map`: draws the application as it is in the account.

use std::path::Path;

use super::check::warn;
use super::output;
use crate::catalog;
use crate::check::{AccountSpec, EventLoop};
use crate::cli::{MapArgs, MapFormat};
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, Failure, Result};
use crate::map::{Map, NodeState, chapters, look};
use crate::pages::map as page;
use crate::progress::Progress;
use crate::ui::{Line, Printer};
use crate::workspace::Workspace;

/// What the ending of a file's name means.
const ENDINGS: [(&str, MapFormat); 4] =
    [("txt", MapFormat::Text), ("svg", MapFormat::Svg), ("html", MapFormat::Html), ("htm", MapFormat::Html)];

/// # Errors
/// If there is no workspace or no such chapter, the account is another one, or the file cannot be written.
pub fn run(args: &MapArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let format = output::format(args.format, args.output.as_deref(), &ENDINGS)?.unwrap_or(MapFormat::Text);
    args.output.as_deref().map_or(Ok(()), output::refuse)?;
    let wanted = args.chapter.map(with_map).transpose()?;
    let progress = Progress::read(&workspace.root)?;
    let seen = if args.offline { None } else { seen(&workspace, &progress, printer)? };
    let code = if seen.is_none() && !args.offline { EXIT_CANNOT_TELL } else { EXIT_DONE };
    let map = seen.map_or_else(|| Map::recorded(&workspace.learner(), &progress), Ok)?;
    match (format, &args.output) {
        (MapFormat::Text, None) => {
            printer.lines(&page::page(&map, wanted, printer.width()))?;
            printer.lines(&page::legend(&map, wanted, printer.width()))?;
        }
        (format, None) => printer.generated(&document(&map, wanted, format, &workspace, printer.width()))?,
        (format, Some(file)) => {
            output::write(file, &document(&map, wanted, format, &workspace, printer.width()))?;
            printer.note(&format!("Written to {}.", file.display()))?;
        }
    }
    let is_told = map.seen.iter().all(|seen| seen.state != Some(NodeState::Unknown));
    Ok(if is_told { code } else { EXIT_CANNOT_TELL })
}

/// The chapter, if something of it is on the map.
fn with_map(number: u8) -> Result<u8> {
    catalog::chapter(number)?;
    if chapters().contains(&number) {
        return Ok(number);
    }
    let numbers = chapters().iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    Err(Failure::usage(format!("nothing is built in chapter {number}"))
        .hint(format!("The chapters that have something on the map: {numbers}.")))
}

/// The map as it is in the account; none, and a note why, if the account cannot be asked.
fn seen(workspace: &Workspace, progress: &Progress, printer: &mut Printer) -> Result<Option<Map>> {
    let spec = match AccountSpec::of(&workspace.settings, &workspace.root) {
        Ok(spec) => spec,
        Err(failure) => return from_progress(&failure.message, failure.hint.as_deref(), printer),
    };
    let learner = workspace.learner();
    let (account, map) = EventLoop::new()?.block_on(async {
        let account = spec.reach().await?.for_checking(usize::MAX);
        let map = match &account.caller {
            Ok(_) => Some(look(&account, &learner, progress).await?),
            Err(_) => None,
        };
        Ok::<_, Failure>((account, map))
    })?;
    warn(&account, printer)?;
    match &account.caller {
        Ok(_) => Ok(map),
        Err(fault) => from_progress(&fault.message(), Some(&fault.advice()), printer),
    }
}

fn from_progress(why: &str, hint: Option<&str>, printer: &mut Printer) -> Result<Option<Map>> {
    printer.warning(&format!("the account cannot be asked: {why}"), hint)?;
    printer.note("This is the map as your progress has it.")?;
    Ok(None)
}

fn document(map: &Map, wanted: Option<u8>, format: MapFormat, workspace: &Workspace, width: usize) -> String {
    match format {
        MapFormat::Text => text(map, wanted, width),
        MapFormat::Svg => page::svg(map, wanted),
        MapFormat::Html => page::html(map, wanted, &workspace.settings.account),
    }
}

/// The page without colours, for a file.
fn text(map: &Map, wanted: Option<u8>, width: usize) -> String {
    let lines = page::page(map, wanted, width).into_iter().chain(page::legend(map, wanted, width));
    lines.map(|line: Line| format!("{}\n", line.trim_end().text())).collect()
}
