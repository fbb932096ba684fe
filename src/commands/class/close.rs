//! `msl-learn class close`: deletes what was kept of the learners.

use std::fs;
use std::path::Path;

use inquire::Confirm;
use jiff::Timestamp;

use crate::class::closed::{CLOUD_FOLDER, close, is_settings};
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
    let left = left_in(&class.root);
    if !left.is_empty() {
        let message = format!("these stay in the folder, and may name learners:\n{}", left.join("\n"));
        printer.warning(&message, Some("Look at them, and delete what does: lists, sheets, boards and hand-ins."))?;
    }
    printer.note("Nor does this delete what is elsewhere: exports, sheets, hand-ins, and what your LMS has.")?;
    if had_cloud {
        tell_of_cloud(&class.settings, printer)?;
    }
    if class.settings.accounts == ClassAccounts::Own {
        printer.note("Each learner deletes the role with the command that `msl-learn class leave` prints.")?;
    }
    Ok(EXIT_DONE)
}

/// What else is in the folder of a class that was closed.
fn left_in(root: &Path) -> Vec<String> {
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let named = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() { format!("{name}/") } else { name }
    };
    let mut left: Vec<String> = entries.map(named).filter(|name| !is_settings(name)).collect();
    left.sort();
    left
}

/// The commands themselves: what `class cloud` wrote and printed is gone by now.
fn tell_of_cloud(settings: &ClassSettings, printer: &mut Printer) -> Result<()> {
    let names = CloudNames::of(&settings.id, settings.instructor_account.as_deref().unwrap_or_default())?;
    printer.text("If you deployed what `class cloud` wrote, it is still in your account. This removes it:")?;
    printer.script(&removal(&names, settings.profile.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_in_the_folder_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["class.toml", "class-closed-1.toml", "g.csv", "board.html"] {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        fs::create_dir(folder.path().join("in")).expect("a folder");
        assert_eq!(left_in(folder.path()), ["board.html", "g.csv", "in/"]);
    }
}
