//! `msl-learn class close`: deletes what was kept of the learners.

use std::path::Path;

use inquire::Confirm;
use jiff::Timestamp;

use crate::class::closed::{CLOUD_FOLDER, close};
use crate::class::cloud::commands::removal;
use crate::class::cloud::stack::CloudNames;
use crate::class::folder::ClassFolder;
use crate::class::kinds::ClassAccounts;
use crate::class::settings::ClassSettings;
use crate::failure::{EXIT_DONE, Result};
use crate::ui::{Printer, prompt};

/// # Errors
/// If there is no class, or a file cannot be deleted.
pub fn run(yes: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let class = ClassFolder::open(directory)?;
    let question = format!(
        "Delete the results, decisions, roster and pseudonyms of the class {} in {}?",
        class.settings.name,
        class.root.display()
    );
    if !yes && !prompt(|| Confirm::new(&question).with_default(false).prompt(), "--yes")? {
        printer.note("Nothing was deleted.")?;
        return Ok(EXIT_DONE);
    }
    let had_cloud = class.settings.accounts == ClassAccounts::Own && class.root.join(CLOUD_FOLDER).exists();
    close(&class.root, Timestamp::now())?;
    printer.text("Deleted. class.toml is left, which names no learner.")?;
    printer
        .note("Not deleted by this: exports, filled sheets and hand-ins that are elsewhere, and what your LMS has.")?;
    if had_cloud {
        tell_of_cloud(&class.settings, printer)?;
    }
    if class.settings.accounts == ClassAccounts::Own {
        printer.note("Each learner deletes the role with the command that `msl-learn class leave` prints.")?;
    }
    Ok(EXIT_DONE)
}

/// The commands themselves: what `class cloud` wrote and printed is gone by now.
fn tell_of_cloud(settings: &ClassSettings, printer: &mut Printer) -> Result<()> {
    let names = CloudNames::of(&settings.id, settings.instructor_account.as_deref().unwrap_or_default())?;
    printer.text("If you deployed what `class cloud` wrote, it is still in your account. This removes it:")?;
    printer.script(&removal(&names, settings.profile.as_deref()))
}
