//! `msl-learn class close`: deletes what was kept of the learners.

use std::fs;
use std::path::{Path, PathBuf};

use inquire::Confirm;

use crate::class::folder::ClassFolder;
use crate::class::kinds::ClassAccounts;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Printer, prompt};

/// What a class keeps of its learners; class.toml holds nothing of them.
const KEPT: [&str; 9] = [
    "results.jsonl",
    "results.lock",
    "decisions.jsonl",
    "decisions.lock",
    "notices.jsonl",
    "notices.lock",
    "round.json",
    "invitations.csv",
    "roster.csv",
];

/// # Errors
/// If there is no class, or a file cannot be deleted.
pub fn run(yes: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let class = ClassFolder::open(directory)?;
    let folders = ["learners", "cloud"].map(|name| class.root.join(name));
    let files: Vec<PathBuf> = KEPT.iter().map(|name| class.root.join(name)).filter(|file| file.exists()).collect();
    let question = format!(
        "Delete the results, decisions, roster and pseudonyms of the class {} in {}?",
        class.settings.name,
        class.root.display()
    );
    if !yes && !prompt(|| Confirm::new(&question).with_default(false).prompt(), "--yes")? {
        printer.note("Nothing was deleted.")?;
        return Ok(EXIT_DONE);
    }
    let failed = |file: &Path, error: std::io::Error| {
        Failure::environment(format!("{} cannot be deleted: {error}", file.display()))
    };
    for folder in folders.iter().filter(|folder| folder.exists()) {
        fs::remove_dir_all(folder).map_err(|error| failed(folder, error))?;
    }
    for file in &files {
        fs::remove_file(file).map_err(|error| failed(file, error))?;
    }
    printer.text("Deleted. class.toml is left, which names no learner.")?;
    printer
        .note("Not deleted by this: exports, filled sheets and hand-ins that are elsewhere, and what your LMS has.")?;
    if class.settings.accounts == ClassAccounts::Own {
        printer.note("What `class cloud` deployed is removed by the last two commands that it printed.")?;
        printer.note("Each learner deletes the role with the command that `msl-learn class leave` prints.")?;
    }
    Ok(EXIT_DONE)
}
