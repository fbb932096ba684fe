//! `msl-learn class invite`: what each learner gets.

use std::path::Path;

use crate::class::folder::ClassFolder;
use crate::class::join_code::JoinCode;
use crate::class::role;
use crate::class::roster::ClassLearner;
use crate::class::sheet::{as_text, line};
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Printer, counted};
use crate::workspace::{Settings, write_atomically};

const FILE: &str = "invitations.csv";

/// # Errors
/// If there is no class, nobody of that id, or the file cannot be written.
pub fn run(learner: Option<&str>, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let class = ClassFolder::open(directory)?;
    match learner {
        Some(name) => one(&class, class.roster.learner(name)?, printer)?,
        None => all(&class, printer)?,
    }
    Ok(EXIT_DONE)
}

fn all(class: &ClassFolder, printer: &mut Printer) -> Result<()> {
    let row = |learner: &ClassLearner| {
        line([as_text(&learner.id), as_text(&learner.name), JoinCode::of(class, learner).text()])
    };
    let text: String = std::iter::once(line(["id", "name", "code"])).chain(class.roster.0.iter().map(row)).collect();
    let file = class.root.join(FILE);
    write_atomically(&file, &text)
        .map_err(|error| Failure::environment(format!("{} cannot be written: {error}", file.display())))?;
    printer.text(&format!("{}: {}", counted(class.roster.0.len(), "invitation"), file.display()))?;
    printer.note(
        "Give each learner their own code, and no other's: it decides whose account and whose work is whose. It is no key. The \
         learner runs `msl-learn class join CODE` in the workspace.",
    )
}

fn one(class: &ClassFolder, learner: &ClassLearner, printer: &mut Printer) -> Result<()> {
    let code = JoinCode::of(class, learner);
    printer.text(&format!("{} ({})", learner.name, learner.pseudonym))?;
    printer.script(&format!("msl-learn class join {}", code.text()))?;
    let settings = class.settings_of(learner)?;
    let is_known = settings.is_some();
    let settings = settings.unwrap_or_else(Settings::example);
    let Some(template) = role::template(&code, &settings.learner())? else {
        return printer.note("The class reads no accounts, so there is no role: the learner hands in.");
    };
    printer.text(&format!("External id: {}", code.external_id))?;
    printer.script(&template)?;
    if !is_known {
        let Settings { domain, account, .. } = Settings::example();
        printer.note(&format!(
            "In this template, {domain} and account {account} stand for the learner's own, which are not known yet: do not send \
             it. `class join` writes the learner's template, with what the learner's workspace says."
        ))?;
    }
    Ok(())
}
