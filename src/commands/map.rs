//! `msl-learn map`: draws the application as it is in the account.

use std::path::Path;

use super::check::warn;
use crate::catalog;
use crate::check::{AccountSpec, EventLoop};
use crate::cli::{MapArgs, MapFormat};
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, Failure, Result};
use crate::map::{Map, NodeState, chapters, look};
use crate::pages::map as page;
use crate::progress::Progress;
use crate::ui::{Line, Printer};
use crate::workspace::{Workspace, write_atomically};

/// # Errors
/// If there is no workspace or no such chapter, the account is another one, or the file cannot be written.
pub fn run(args: &MapArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let wanted = args.chapter.map(with_map).transpose()?;
    let progress = Progress::read(&workspace.root)?;
    let seen = if args.offline { None } else { seen(&workspace, &progress, printer)? };
    let code = if seen.is_none() && !args.offline { EXIT_CANNOT_TELL } else { EXIT_DONE };
    let map = seen.map_or_else(|| Map::recorded(&workspace.learner(), &progress), Ok)?;
    print(&map, wanted, args, &workspace, printer)?;
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

fn print(map: &Map, wanted: Option<u8>, args: &MapArgs, workspace: &Workspace, printer: &mut Printer) -> Result<()> {
    let document = match args.format {
        MapFormat::Text => text(map, wanted, printer.width()),
        MapFormat::Svg => page::svg(map, wanted),
        MapFormat::Html => page::html(map, wanted, &workspace.settings.account),
    };
    if let Some(file) = &args.output {
        write_atomically(file, &document).map_err(|error| {
            Failure::environment(format!("{} cannot be written: {error}", file.display()))
                .hint("Name a file in a folder that is there and that you may write to.")
        })?;
        return printer.note(&format!("Written to {}.", file.display()));
    }
    if args.format != MapFormat::Text {
        return printer.generated(&document);
    }
    printer.lines(&page::page(map, wanted, printer.width()))?;
    printer.lines(&page::legend(printer.width()))
}

/// The page without colours, for a file.
fn text(map: &Map, wanted: Option<u8>, width: usize) -> String {
    let lines = page::page(map, wanted, width).into_iter().chain(page::legend(width));
    lines.map(|line: Line| format!("{}\n", line.trim_end().text())).collect()
}
