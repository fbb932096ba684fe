//! `msl-learn check`: checks exercises, and records none as done. What it asks about availability is kept.

use std::path::Path;
use std::time::{Duration, Instant};

use msl_learn_checks::{Finding, Verdict};
use serde::Serialize;

use super::{drill, named_or_current};
use crate::catalog::{self, Exercise, Plan, Step};
use crate::check::{self, Account, AccountSpec, Check, EventLoop, LastLook};
use crate::checked::Checked;
use crate::cli::{CheckArgs, Format};
use crate::dialogue::{Answers, availability};
use crate::failure::{EXIT_CANNOT_TELL, EXIT_DONE, EXIT_NOT_DONE, Failure, Result};
use crate::pages::{drill as page, findings};
use crate::progress::Progress;
use crate::ui::time::day;
use crate::ui::{Line, Printer};
use crate::workspace::{Workspace, starter};

/// The version of the document that `check --format json` prints.
const SCHEMA: u32 = 3;

/// `check --format json`; a promise to scripts.
#[derive(Serialize)]
struct CheckDocument<'a> {
    schema: u32,
    account: &'a str,
    region: &'a str,
    practice: bool,
    endpoint: Option<&'a str>,
    exercises: Vec<CheckRow<'a>>,
}

#[derive(Serialize)]
struct CheckRow<'a> {
    id: String,
    slug: &'a str,
    title: &'a str,
    verdict: Verdict,
    findings: &'a [Finding],
}

/// # Errors
/// If an exercise does not exist, or the account is another one.
pub fn run(check: &CheckArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let wanted = wanted(check, &workspace)?;
    if check.format == Format::Human && !check.all && check.chapter.is_none() {
        ask_availability(&wanted, &workspace, printer)?;
    }
    let progress = Progress::read(&workspace.root)?;
    let last = LastLook::read(&workspace.root);
    let start = Instant::now();
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    let (account, checked) = EventLoop::new()?.block_on(async {
        let account = spec.reach().await?.for_checking(wanted.len());
        let learner = workspace.learner();
        let check = Check { account: &account, learner: &learner, progress: &progress, last_look: Some(&last) };
        let checked = check.run(&wanted).await;
        Ok((account, checked))
    })?;
    last.write(&workspace.root);
    warn(&account, printer)?;
    match check.format {
        Format::Json => json(&workspace, &account, &checked, printer)?,
        Format::Human => human(&checked, &workspace, &progress, printer)?,
    };
    if check.stats {
        printer.note(&stats(&account, start.elapsed()))?;
    }
    Ok(exit_code(&checked))
}

/// Asks of each exercise that not every account can have, where that is not known yet. That answer is all that is kept.
fn ask_availability(wanted: &[&'static Exercise], workspace: &Workspace, printer: &mut Printer) -> Result<()> {
    let progress = Progress::read(&workspace.root)?;
    for exercise in wanted.iter().filter(|exercise| availability::is_due(exercise, &progress, &Answers::Terminal)) {
        availability::ask(exercise, workspace, &Answers::Terminal, printer)?;
    }
    Ok(())
}

/// The exit code of a check: *not done* outweighs *cannot tell*, and that outweighs *not ready yet*.
pub fn exit_code(all: &[Checked]) -> u8 {
    let any = |verdict| all.iter().any(|checked| checked.verdict == verdict);
    if any(Verdict::NotDone) {
        return EXIT_NOT_DONE;
    }
    if any(Verdict::CannotTell) {
        return EXIT_CANNOT_TELL;
    }
    if any(Verdict::NotReady) { EXIT_NOT_DONE } else { EXIT_DONE }
}

/// Prints on stderr what the learner should know of the account before reading the findings.
///
/// # Errors
/// If stderr cannot be written.
pub fn warn(account: &Account, printer: &mut Printer) -> Result<()> {
    for note in account.notes() {
        printer.note(&note)?;
    }
    Ok(())
}

/// Prints on stderr what must be done before the `aws` CLI of this terminal works on a practice account.
///
/// # Errors
/// If stderr cannot be written.
pub fn remind(workspace: &Workspace, printer: &mut Printer) -> Result<()> {
    check::reminder(&workspace.settings, &workspace.root).map_or(Ok(()), |reminder| printer.note(&reminder))
}

fn wanted(check: &CheckArgs, workspace: &Workspace) -> Result<Vec<&'static Exercise>> {
    if check.all {
        return Ok(catalog::exercises().collect());
    }
    if let Some(number) = check.chapter {
        return Ok(catalog::chapter(number)?.exercises.iter().collect());
    }
    if !check.exercises.is_empty() {
        let mut wanted: Vec<&'static Exercise> = Vec::new();
        for name in &check.exercises {
            let exercise = catalog::exercise(name).map_err(|failure| with_chapter(name, failure))?;
            if !wanted.iter().any(|known| known.slug == exercise.slug) {
                wanted.push(exercise);
            }
        }
        return Ok(wanted);
    }
    Ok(vec![named_or_current(None, workspace)?])
}

/// Who names a chapter by its number can have it checked.
fn with_chapter(name: &str, failure: Failure) -> Failure {
    let number: Option<u8> = name.trim().parse().ok();
    let is_chapter = |number: &u8| catalog::chapter(*number).is_ok_and(|chapter| !chapter.exercises.is_empty());
    match number.filter(is_chapter) {
        Some(number) => failure.hint(format!("All exercises of a chapter: `msl-learn check --chapter {number}`.")),
        None => failure,
    }
}

fn json(workspace: &Workspace, account: &Account, all: &[Checked], printer: &mut Printer) -> Result<()> {
    let rows = all.iter().map(|checked| CheckRow {
        id: checked.exercise.id(),
        slug: checked.exercise.slug,
        title: checked.exercise.title,
        verdict: checked.verdict,
        findings: &checked.findings,
    });
    let settings = &workspace.settings;
    let document = CheckDocument {
        schema: SCHEMA,
        account: &settings.account,
        region: &settings.region,
        practice: settings.practice,
        endpoint: account.endpoint.as_deref(),
        exercises: rows.collect(),
    };
    printer.json(&document)
}

fn human(all: &[Checked], workspace: &Workspace, progress: &Progress, printer: &mut Printer) -> Result<()> {
    for checked in all {
        let mut page = findings::checked(&checked.for_learner(&workspace.learner()), printer.width());
        page.push(Line::default());
        printer.lines(&page)?;
        if let Some(note) = regression(checked, progress) {
            printer.note(&note)?;
        }
    }
    unrecorded(all, workspace.settings.steps, progress).map_or(Ok(()), |note| printer.note(&note))?;
    let broken = drill::exercises_of(progress);
    if !broken.is_empty() {
        page::during(all, &broken).map_or(Ok(()), |note| printer.note(&note))?;
    }
    say_missing(all, workspace, printer)?;
    remind(workspace, printer)
}

/// Says which starter files are missing of an exercise that is not done, since the commands that fix it read them.
fn say_missing(all: &[Checked], workspace: &Workspace, printer: &mut Printer) -> Result<()> {
    let [Checked { exercise, verdict: Verdict::NotDone, .. }] = all else { return Ok(()) };
    starter::missing(workspace, exercise).map_or(Ok(()), |note| printer.note(&note))
}

/// What makes a *done* last, if one of them is not recorded yet.
fn unrecorded(all: &[Checked], plan: Plan, progress: &Progress) -> Option<String> {
    let is_new = |checked: &&Checked| checked.is_done() && progress.entry(checked.exercise).is_open();
    let new = all.iter().find(is_new)?;
    if progress.step(plan) == Some(Step::Exercise(new.exercise)) {
        return Some("`msl-learn next` records it and goes on.".into());
    }
    Some(format!("{} is recorded when `msl-learn next` has come to it.", new.exercise.id()))
}

/// A note if an exercise was done and no longer is.
pub fn regression(checked: &Checked, progress: &Progress) -> Option<String> {
    let done = progress.entry(checked.exercise).done?;
    (checked.verdict == Verdict::NotDone).then(|| {
        format!(
            "note: {} was done on {}; since then something has changed in the account.\n",
            checked.exercise.heading(),
            day(done)
        )
    })
}

fn stats(account: &Account, time: Duration) -> String {
    if account.caller.is_err() {
        return format!("no calls answered, {} ms", time.as_millis());
    }
    let sent = account.aws.sent();
    let mut names = sent.clone();
    names.sort_unstable();
    names.dedup();
    let counts = names.iter().map(|name| format!("  {:>3}  {name}", sent.iter().filter(|s| s == &name).count()));
    format!("{} calls, {} ms\n{}", sent.len(), time.as_millis(), counts.collect::<Vec<_>>().join("\n"))
}
