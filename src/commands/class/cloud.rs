//! `msl-learn class cloud`: writes what reads a class past one machine, and prints the commands; and takes what that has read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::check::refuse_without_accounts;
use crate::check::EventLoop;
use crate::class::closed::CLOUD_FOLDER;
use crate::class::cloud::cloud_class::CloudClass;
use crate::class::cloud::cloud_run::{CloudRun, RunAddress, UNSTARTED};
use crate::class::cloud::commands::CloudCommands;
use crate::class::cloud::program::{WorkerProgram, zip_file};
use crate::class::cloud::seats;
use crate::class::cloud::stack::{CloudNames, CloudStack, ROSTER_KEY};
use crate::class::folder::ClassFolder;
use crate::class::random;
use crate::class::reading::instructor;
use crate::class::results::ClassResults;
use crate::cli::ClassCloudArgs;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Line, Printer, counted};

/// # Errors
/// If the class reads no accounts, Lambda cannot start the program, or the folder cannot be written.
pub fn run(args: &ClassCloudArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let class = ClassFolder::open(directory)?;
    refuse_without_accounts(&class)?;
    let (roster, left_out) = seats::roster(&class);
    if roster.is_empty() {
        return Err(Failure::usage("no learner's account is known, so there is nobody to read").hint(
            "Each learner hands in once, which says which account is theirs: `msl-learn class hand-in`. Then take the hand-ins with \
             `msl-learn class collect FOLDER`.",
        ));
    }
    let program = WorkerProgram::read(args.program.as_deref())?;
    let names = CloudNames::of(&class.settings.id, class.settings.instructor_account.as_deref().unwrap_or_default())?;
    let cloud = CloudClass::of(&class);
    let (at_once, days) = (args.at_once, class.settings.keep_days);
    let stack = CloudStack { names: &names, class: &cloud, architecture: program.architecture, at_once, days };
    let folder = args.output.clone().unwrap_or_else(|| class.root.join(CLOUD_FOLDER));
    let files: [(PathBuf, Vec<u8>); 3] = [
        (folder.join("template.yaml"), stack.template().into_bytes()),
        (folder.join(ROSTER_KEY), roster.clone().into_bytes()),
        (zip_file(&folder), program.zip()?),
    ];
    write(&folder, &files)?;
    for (file, _) in &files {
        printer.text(&file.display().to_string())?;
    }
    printer.note(&format!("In the roster, by pseudonyms: {}.", counted(roster.lines().count(), "learner")))?;
    if left_out > 0 {
        printer.warning(
            &format!("not in it: {} whose account is unknown, or named twice", counted(left_out, "learner")),
            Some("Run this again once they have handed in for the first time, and upload the roster again."),
        )?;
    }
    let (worker, run) = (program.key(), format!("run-{}", random::name(6)?));
    let profile = class.settings.profile.as_deref();
    tell(&CloudCommands { names: &names, folder: &folder, worker: &worker, profile, run: &run }, printer)?;
    Ok(EXIT_DONE)
}

fn write(folder: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<()> {
    let failed =
        |error: std::io::Error| Failure::environment(format!("{} cannot be written: {error}", folder.display()));
    fs::create_dir_all(folder).map_err(failed)?;
    files.iter().try_for_each(|(file, content)| fs::write(file, content)).map_err(failed)
}

fn tell(commands: &CloudCommands, printer: &mut Printer) -> Result<()> {
    printer.note("msl-learn deploys nothing and uploads nothing. Read the template, then run these yourself:")?;
    for step in commands.steps() {
        printer.line(&Line::default())?;
        printer.text(step.heading)?;
        printer.script(&step.commands)?;
    }
    Ok(())
}

/// Takes the results of a run, if one is named, and says who has none.
///
/// # Errors
/// If the class reads no accounts, or the bucket cannot be read.
pub fn take_results(address: Option<&str>, directory: Option<&Path>, printer: &mut Printer) -> Result<()> {
    let Some(address) = address else { return Ok(()) };
    let class = ClassFolder::open(directory)?;
    let run = take(&class, &RunAddress::read(address)?)?;
    let new = counted(run.new, "new result");
    printer.note(&format!("{new} of {address}."))?;
    tell_unread(&run, printer)
}

/// Who has no result, each kind with what to do.
fn tell_unread(run: &CloudRun, printer: &mut Printer) -> Result<()> {
    if !run.refused.is_empty() {
        printer.warning(&format!("no results of this class: {}", run.refused.join(", ")), None)?;
    }
    let mut failed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, why) in &run.failed {
        failed.entry(why).or_default().push(name);
    }
    for (why, names) in failed {
        printer.warning(&format!("not read, since {why}: {}", names.join(", ")), None)?;
    }
    if !run.unstarted.is_empty() {
        printer.warning(&format!("never started, since {UNSTARTED}: {}", run.unstarted.join(", ")), None)?;
    }
    if !(run.failed.is_empty() && run.unstarted.is_empty()) {
        printer.note("This is no grade. Another run, by another name, reads everybody again.")?;
    }
    if !run.pending.is_empty() {
        let none = format!("no result yet, so neither done nor not done by this run: {}", run.pending.join(", "));
        printer.warning(
            &none,
            Some("They are being read. Once the run has ended, this says whose worker failed, and why."),
        )?;
    }
    if !run.unreadable.is_empty() {
        let text = format!("what the state machine reports was not read to its end: {}", run.unreadable.join(", "));
        printer.warning(&text, Some("The map run in the console of Step Functions names everybody who failed."))?;
    }
    Ok(())
}

/// As [`take_results`], for whoever says it otherwise.
///
/// # Errors
/// As [`take_results`].
pub fn take(class: &ClassFolder, address: &RunAddress) -> Result<CloudRun> {
    refuse_without_accounts(class)?;
    let now = Timestamp::now();
    ClassResults::forget(&class.root, class.settings.keep_days, now)?;
    EventLoop::new()?.block_on(async {
        let aws = instructor(class).await?;
        address.take(class, &aws, now).await
    })
}
