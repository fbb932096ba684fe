//! `msl-learn practice`: the practice account and its workspace.

mod beginning;
mod goto;

use std::path::{Path, PathBuf};
use std::{env, fs};

use inquire::Confirm;
use jiff::Timestamp;

use super::check::remind;
use super::running::start;
use super::slip::{is_exercise, refuse_command};
use super::{lead_to, next, say_kept};
use crate::catalog;
use crate::cli::{PracticeAction, PracticeArgs, PracticeFolder};
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Failure, Result};
use crate::pages::dojo;
use crate::practice::{ACCOUNT, Practice, Shell, Status, Stopped};
use crate::progress::Progress;
use crate::ui::{Printer, prompt};
use crate::workspace::{FILE, PRACTICE_FOLDER, Settings, Workspace, name, options, own};

/// The domain to practise with if none is named.
const DOMAIN: &str = "example.com";

/// # Errors
/// If the practice account cannot be installed, started or reached, or the workspace is a real one.
pub fn run(practice: &PracticeArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let Some(action) = &practice.action else { return set_up(practice, directory, printer) };
    if let Some(named) = named(action) {
        lead_to_existing(&folder(named, directory)?, printer);
    }
    match action {
        PracticeAction::Start(named) => start_alone(&existing(named, directory)?, printer),
        PracticeAction::Stop(named) => stop(&existing(named, directory)?, printer),
        PracticeAction::Status(named) => status(&existing(named, directory)?, printer),
        PracticeAction::Reset { folder: named, yes } => reset(&existing(named, directory)?, *yes, printer),
        PracticeAction::Goto { back: true, .. } => goto::back(directory, printer),
        PracticeAction::Goto { exercise: Some(exercise), done, .. } => goto::run(exercise, *done, directory, printer),
        PracticeAction::Goto { .. } => Err(goto::nowhere()),
        PracticeAction::MakeStations => {
            own::make(&Workspace::open(directory)?)?;
            Ok(EXIT_DONE)
        }
        PracticeAction::Shell(named) => shell(&existing(named, directory)?),
        PracticeAction::Env { folder: named, shell } => environment(&existing(named, directory)?, *shell, printer),
    }
}

/// The folder that an action may name.
fn named(action: &PracticeAction) -> Option<&PracticeFolder> {
    match action {
        PracticeAction::Start(named)
        | PracticeAction::Stop(named)
        | PracticeAction::Status(named)
        | PracticeAction::Shell(named)
        | PracticeAction::Reset { folder: named, .. }
        | PracticeAction::Env { folder: named, .. } => Some(named),
        PracticeAction::Goto { .. } | PracticeAction::MakeStations => None,
    }
}

fn lead_to_existing(root: &Path, printer: &mut Printer) {
    if root.join(FILE).exists() {
        lead_to(root, printer);
    }
}

fn set_up(practice: &PracticeArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let root = folder(&practice.folder, directory)?;
    let is_new = !root.join(FILE).exists();
    let mut workspace = if is_new { create(&root, practice)? } else { existing_for(&root, practice, printer)? };
    lead_to(&workspace.root, printer);
    start(&workspace, printer)?;
    if is_new && practice.steps.is_none() {
        workspace = beginning::choose(workspace, printer)?;
    }
    let code = next::begin(&workspace, printer)?;
    if let Some(way) = way_to(&workspace.root) {
        let shorter = if options(&workspace.root, false).is_some() { ", and leave out -C" } else { "" };
        printer.note(&format!("\nYour workspace is {}. Work there{shorter}: `cd {way}`", workspace.root.display()))?;
    }
    remind(&workspace, printer)?;
    Ok(code)
}

/// How `cd` leads to the workspace; `None` from within it.
fn way_to(root: &Path) -> Option<String> {
    let here = env::current_dir().ok()?;
    if here.starts_with(root) {
        return None;
    }
    let way = root.strip_prefix(&here).unwrap_or(root).to_string_lossy();
    Some(shell_words::quote(&way).into_owned())
}

fn create(root: &Path, practice: &PracticeArgs) -> Result<Workspace> {
    if let Some(dir) = &practice.folder.dir {
        refuse_command(dir, "practice")?;
    }
    let domain = practice.domain.as_deref().unwrap_or(DOMAIN);
    name::domain(domain).map_err(|problem| Failure::usage(format!("--domain {problem}")))?;
    let settings =
        Settings { practice: true, steps: practice.steps.unwrap_or_default(), ..Settings::new(domain, ACCOUNT) };
    Workspace::create(root, &settings)?;
    // Now that it is there, its name can do without links and dots.
    open(&absolute(root)?)
}

/// Opens a workspace that is there, with the steps that are wanted now. Its domain is in all that was built, and stays.
fn existing_for(root: &Path, practice: &PracticeArgs, printer: &mut Printer) -> Result<Workspace> {
    let workspace = open(root)?;
    let (domain, place) = (&workspace.settings.domain, root.display());
    if let Some(wanted) = practice.domain.as_ref().filter(|wanted| *wanted != domain) {
        return Err(Failure::usage(format!("{place} is a workspace for {domain}, and its domain stays"))
            .hint(format!("Make another one: `msl-learn practice DIR --domain {}`.", shell_words::quote(wanted))));
    }
    match practice.steps.filter(|steps| *steps != workspace.settings.steps) {
        Some(steps) => beginning::change(workspace, steps, printer),
        None => Ok(workspace),
    }
}

fn start_alone(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let running = start(workspace, printer)?;
    printer.note(&format!("The practice account answers at {}.", running.endpoint))?;
    remind(workspace, printer)?;
    Ok(EXIT_DONE)
}

fn stop(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    printer.note(match Practice::of(&workspace.root).stop()? {
        Stopped::WasRunning => "The practice account has stopped. What you have built is kept.",
        Stopped::WasNotRunning => "The practice account was not running.",
    })?;
    Ok(EXIT_DONE)
}

fn status(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let (text, code) = match Practice::of(&workspace.root).status()? {
        Status::Running(running) => (format!("running at {} (process {})", running.endpoint, running.pid), EXIT_DONE),
        Status::Stopped => ("stopped; what you have built is kept".into(), EXIT_NOT_DONE),
        Status::NotThere => ("not set up yet".into(), EXIT_NOT_DONE),
        Status::Gone => ("not running any more; what you have built is kept".into(), EXIT_NOT_DONE),
        Status::Crashed { tail, log } => (format!("crashed; the end of {}:\n{tail}", log.display()), EXIT_NOT_DONE),
    };
    printer.text(&text)?;
    if let Some(making) = own::going_on(workspace) {
        printer.lines(&dojo::going_on(making, printer.width()))?;
    }
    Ok(code)
}

fn reset(workspace: &Workspace, yes: bool, printer: &mut Printer) -> Result<u8> {
    let question = "Empty the practice account? Everything you have built in it is lost; your progress is kept.";
    if !yes && !prompt(|| Confirm::new(question).with_default(false).prompt(), "--yes")? {
        printer.note("Nothing was changed.")?;
        return Ok(EXIT_DONE);
    }
    let practice = Practice::of(&workspace.root);
    practice.reset()?;
    let mut brought = 0;
    let now = Timestamp::now();
    let (progress, earlier) =
        Progress::overwrite(&workspace.root, now, |progress| brought = progress.empty_account(now))?;
    let has_done = catalog::exercises().any(|exercise| progress.entry(exercise).is_done());
    let next = progress.exercise(workspace.settings.steps);
    printer.lines(&dojo::emptied(brought, has_done, next, practice.kept()? > 0, printer.width()))?;
    say_kept(earlier.as_deref(), printer)?;
    Ok(EXIT_DONE)
}

fn environment(workspace: &Workspace, shell: Shell, printer: &mut Printer) -> Result<u8> {
    let commands = Practice::of(&workspace.root).env(shell, &workspace.settings.region)?;
    printer.script(&printer.with_commands(&commands))?;
    Ok(EXIT_DONE)
}

fn shell(workspace: &Workspace) -> Result<u8> {
    Practice::of(&workspace.root).shell(&workspace.root, &workspace.settings.region)
}

/// Opens the practice workspace, which must exist.
fn existing(named: &PracticeFolder, directory: Option<&Path>) -> Result<Workspace> {
    let root = folder(named, directory)?;
    if !root.join(FILE).exists() {
        return Err(no_workspace(&root, named.dir.as_deref().or(directory)));
    }
    open(&root)
}

fn no_workspace(root: &Path, named: Option<&Path>) -> Failure {
    let failure = Failure::usage(format!("there is no practice workspace in {}", root.display()));
    match named.map(Path::to_string_lossy) {
        Some(word) if is_exercise(&word) => failure.hint(format!(
            "{word} is an exercise: `msl-learn practice goto {word}` brings the account to where it begins."
        )),
        Some(dir) => {
            // A word that looks like a command makes no folder as it is.
            let is_command = refuse_command(Path::new(&*dir), "practice").is_err();
            let dir = if is_command { format!("./{dir}") } else { dir.into_owned() };
            let dir = shell_words::quote(&dir);
            failure.hint(format!("Make one with `msl-learn practice {dir}`, or name the folder of yours."))
        }
        None => failure.hint("Make one with `msl-learn practice`, or name the folder of yours."),
    }
}

fn open(root: &Path) -> Result<Workspace> {
    let workspace = Workspace::at(root)?;
    if workspace.settings.practice {
        return Ok(workspace);
    }
    Err(Failure::usage(format!("{} is a workspace for a real account", root.display()))
        .hint("Name another folder: `msl-learn practice DIR`."))
}

/// The named folder, or the practice workspace around the current folder, or msl-practice in it.
fn folder(named: &PracticeFolder, directory: Option<&Path>) -> Result<PathBuf> {
    if let Some(dir) = named.dir.as_deref().or(directory) {
        return absolute(dir);
    }
    if let Some(around) = Workspace::find(None)?.filter(|workspace| workspace.settings.practice) {
        return Ok(around.root);
    }
    absolute(Path::new(PRACTICE_FOLDER))
}

fn absolute(dir: &Path) -> Result<PathBuf> {
    fs::canonicalize(dir)
        .or_else(|_| std::path::absolute(dir))
        .map_err(|error| Failure::environment(format!("{}: {error}", dir.display())))
}
