//! `msl-learn report`: checks one exercise, and writes what was asked and answered into a file, redacted.

use std::path::{Path, PathBuf};

use inquire::Confirm;
use jiff::Timestamp;
use msl_learn_checks::check;

use super::{named_or_current, output};
use crate::check::{AccountSpec, EventLoop};
use crate::cli::ReportArgs;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::pages;
use crate::report::{CheckReport, RecordedCheck};
use crate::ui::{Printer, prompt};
use crate::workspace::Workspace;

/// # Errors
/// If there is no such exercise or no workspace, the account is another one, or the file cannot be written.
pub fn run(report: &ReportArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let exercise = named_or_current(report.exercise.as_deref(), &workspace)?;
    if exercise.asks.is_some() {
        return Err(Failure::usage(format!("{} asks you, and nothing of your account", exercise.heading()))
            .hint("A report is of an exercise that is checked."));
    }
    let default = || PathBuf::from(format!("msl-learn-report-{}.json", exercise.id()));
    let file = report.output.clone().unwrap_or_else(default);
    output::format(None, Some(&file), &[("json", ())])?;
    output::refuse(&file)?;
    CheckReport::is_free(&file)?;
    let spec = AccountSpec::of(&workspace.settings, &workspace.root)?;
    let learner = workspace.learner();
    let (written, findings, sent) = EventLoop::new()?.block_on(async {
        let account = spec.reach().await?;
        account.caller.as_ref().map_err(unreached)?;
        let at = Timestamp::now();
        let (aws, recorder) = account.aws.recorded(at);
        let findings = check(exercise.slug, &aws, &learner).await.unwrap_or_else(|| unreachable!("it asks nothing"));
        let recorded = RecordedCheck {
            exercise,
            learner: &learner,
            at,
            world: aws.world(),
            recorder: &recorder,
            findings: &findings,
        };
        let written = CheckReport::of(recorded).await;
        Ok::<_, Failure>((written, findings, aws.sent()))
    })?;
    printer.lines(&pages::report::held(&written, exercise, &findings, &sent, printer.width()))?;
    let question = format!("Write it to {}?", file.display());
    if !report.yes && !prompt(|| Confirm::new(&question).with_default(false).prompt(), "--yes")? {
        printer.note("Nothing was written.")?;
        return Ok(EXIT_DONE);
    }
    written.write(&file)?;
    printer.note(&format!("Written to {}. Read it before you pass it on; nothing was sent.", file.display()))?;
    Ok(EXIT_DONE)
}

fn unreached(fault: &msl_learn_checks::Fault) -> Failure {
    Failure::environment(format!("the account cannot be reached: {}", fault.message())).hint(fault.advice())
}
