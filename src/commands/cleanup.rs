//! `msl-learn cleanup`: lists what the exercises left and writes a script that removes it; removes nothing itself.

use std::path::Path;

use jiff::Timestamp;
use msl_learn_checks::Learner;
use serde::Serialize;

use crate::catalog::{self, Exercise};
use crate::check::{AccountSpec, EventLoop};
use crate::cli::{CleanupArgs, Format};
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, EXIT_NOT_DONE, Failure, Result};
use crate::left::{self, Disposal, Looked, Removed, Target, Thing};
use crate::pages::left as pages;
use crate::progress::Progress;
use crate::ui::Printer;
use crate::workspace::{Workspace, write_atomically};

/// The script, in the workspace.
const SCRIPT: &str = "cleanup.sh";
/// The version of the document that `cleanup --format json` prints.
const SCHEMA: u32 = 1;

/// `cleanup --format json`; a promise to scripts.
#[derive(Serialize)]
struct CleanupDocument<'a> {
    schema: u32,
    account: &'a str,
    region: &'a str,
    things: Vec<CleanupRow<'a>>,
}

#[derive(Serialize)]
struct CleanupRow<'a> {
    what: &'a str,
    name: &'a str,
    exercises: Vec<String>,
    /// `stands`, `gone` or `cannot tell`.
    state: &'static str,
    /// Why the script leaves it.
    stays: Option<String>,
    commands: Option<String>,
    console: Option<String>,
    lost: Option<&'a str>,
}

/// # Errors
/// If there is no such chapter or no workspace, the account is another one, or the script cannot be written.
pub fn run(cleanup: &CleanupArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let learner = workspace.learner();
    let wanted = wanted(cleanup.chapter, &learner)?;
    let looked = read_account(&workspace, wanted, printer)?;
    let progress = Progress::read(&workspace.root)?;
    let steps = left::steps(&looked, cleanup.chapter, &progress, &learner);
    match (cleanup.format, cleanup.check) {
        (Format::Json, _) => json(&workspace, &looked, &steps, printer)?,
        (Format::Human, true) => {
            printer.lines(&pages::gone(&looked, &steps, &progress, printer.width()))?;
        }
        (Format::Human, false) => {
            printer.lines(&pages::listed(&looked, &steps, printer.width()))?;
            write(&workspace, &steps, printer)?;
        }
    }
    if cleanup.check {
        record(&workspace, &looked, printer)?;
    }
    Ok(exit_code(&looked, &steps, cleanup.check))
}

/// The things of one chapter, or of the whole book.
fn wanted(chapter: Option<u8>, learner: &Learner) -> Result<Vec<Thing>> {
    let mut things = left::things(learner)?;
    if let Some(number) = chapter {
        catalog::chapter(number)?;
        things.retain(|thing| thing.of.iter().any(|exercise| exercise.chapter == number));
    }
    Ok(things)
}

/// Looks for things in the account of a workspace.
///
/// # Errors
/// If the practice account is not running, or the account is another one.
pub fn read_account(workspace: &Workspace, things: Vec<Thing>, printer: &mut Printer) -> Result<Vec<Looked>> {
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    let (account, looked) = EventLoop::new()?.block_on(async {
        let account = spec.reach().await?.without_near_misses();
        let looked = left::look(&account, &workspace.learner(), things).await;
        Ok((account, looked))
    })?;
    super::check::warn(&account, printer)?;
    Ok(looked)
}

/// Writes the script, unless there is nothing to remove.
fn write(workspace: &Workspace, steps: &[Removed<'_>], printer: &mut Printer) -> Result<()> {
    if !steps.iter().any(|step| step.state == Disposal::Goes) {
        return printer.note("There is nothing to remove, so no script was written.");
    }
    let file = workspace.root.join(SCRIPT);
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    let (learner, profile) = (workspace.learner(), workspace.settings.profile.as_deref());
    let script = left::script(steps, &Target { learner: &learner, profile, endpoint: spec.endpoint() });
    write_atomically(&file, &script).map_err(|error| {
        Failure::environment(format!("{} cannot be written: {error}", file.display()))
            .hint("Make the folder writable, or make room on the disk.")
    })?;
    printer.note(&format!(
        "Nothing was removed. {SCRIPT} in the workspace removes what goes: read it, then run `bash {SCRIPT}`. Afterwards \
         `msl-learn cleanup --check` says what is gone."
    ))?;
    super::check::remind(workspace, printer)
}

/// Records exercises as cleaned up that were done and of which nothing is left.
fn record(workspace: &Workspace, looked: &[Looked], printer: &mut Printer) -> Result<()> {
    let before = Progress::read(&workspace.root)?;
    let is_new = |exercise: &&'static Exercise| {
        let entry = before.entry(exercise);
        entry.is_done() && entry.cleaned_up.is_none() && is_cleaned_up(exercise, looked)
    };
    let cleaned: Vec<&'static Exercise> = catalog::exercises().filter(is_new).collect();
    if cleaned.is_empty() {
        return Ok(());
    }
    Progress::update(&workspace.root, |progress| {
        cleaned.iter().for_each(|exercise| progress.clean_up(exercise, Timestamp::now()));
    })?;
    let ids: Vec<String> = cleaned.iter().map(|exercise| exercise.id()).collect();
    printer.note(&format!("Done, and cleaned up: {}.", ids.join(", ")))
}

/// Whether the exercise left something, all of it was looked for, and nothing of it stands.
fn is_cleaned_up(exercise: &Exercise, looked: &[Looked]) -> bool {
    let own = |one: &&Looked| one.thing.of.iter().any(|of| of.slug == exercise.slug);
    let mut own = looked.iter().filter(own).peekable();
    own.peek().is_some() && own.all(Looked::is_gone)
}

/// With `--check`, 1 while something that goes is still there.
fn exit_code(looked: &[Looked], steps: &[Removed<'_>], is_check: bool) -> u8 {
    if looked.iter().any(|one| one.read.is_err()) {
        return EXIT_CANNOT_TELL;
    }
    let stands = steps.iter().any(|step| step.state == Disposal::Goes);
    if is_check && stands { EXIT_NOT_DONE } else { EXIT_DONE }
}

fn json(workspace: &Workspace, looked: &[Looked], steps: &[Removed<'_>], printer: &mut Printer) -> Result<()> {
    let rows = looked.iter().map(|one| {
        let step = steps.iter().find(|step| std::ptr::eq(step.thing, &raw const one.thing));
        let state = match &one.read {
            Ok(Some(_)) => "stands",
            Ok(None) => "gone",
            Err(_) => "cannot tell",
        };
        CleanupRow {
            what: &one.thing.what,
            name: &one.thing.name,
            exercises: one.thing.of.iter().map(|exercise| exercise.id()).collect(),
            state,
            stays: step.and_then(|step| step.state.reason()),
            commands: step.map(|step| step.removal.commands.clone()),
            console: step.map(|step| step.removal.console.clone()),
            lost: step.and_then(|step| step.removal.lost),
        }
    });
    printer.json(&CleanupDocument {
        schema: SCHEMA,
        account: &workspace.settings.account,
        region: &workspace.settings.region,
        things: rows.collect(),
    })
}
