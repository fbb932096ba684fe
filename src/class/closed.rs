//! A class that was closed: what is deleted then, how its folder is told from others, and what can be done in it.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::roster::ROSTER_FILE;
use super::settings::{CLASS_FILE, ClassSettings};
use crate::failure::{Failure, Result};
use crate::ui::time::minute;
use crate::workspace::write_atomically;

/// The files that a class keeps of its learners, the roster last; class.toml holds nothing of them.
pub const LEARNER_FILES: [&str; 9] = [
    "results.jsonl",
    "results.lock",
    "decisions.jsonl",
    "decisions.lock",
    "notices.jsonl",
    "notices.lock",
    "round.json",
    "invitations.csv",
    ROSTER_FILE,
];
/// Likewise.
const FOLDERS: [&str; 2] = ["learners", CLOUD_FOLDER];
/// How the settings of a class that was closed here before are called, before their number.
const SET_ASIDE: &str = "class-closed-";
/// What `class cloud` writes, unless it is told to write elsewhere.
pub const CLOUD_FOLDER: &str = "cloud";

/// Deletes what the class keeps of its learners, and writes into class.toml when that was.
///
/// # Errors
/// If something cannot be deleted or written.
pub fn close(root: &Path, now: Timestamp) -> Result<()> {
    let failed = |file: &Path, error: std::io::Error| {
        Failure::environment(format!("{} cannot be deleted: {error}", file.display()))
    };
    for folder in present(root, &FOLDERS) {
        fs::remove_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    }
    for file in present(root, &LEARNER_FILES) {
        fs::remove_file(&file).map_err(|error| failed(&file, error))?;
    }
    let file = root.join(CLASS_FILE);
    fs::read_to_string(&file)
        .and_then(|text| write_atomically(&file, &marked(&text, now)))
        .map_err(|error| Failure::environment(format!("{} cannot be written: {error}", file.display())))
}

/// The text of class.toml, which says when the class was closed. What belongs to no table comes before all tables.
fn marked(text: &str, now: Timestamp) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    format!("# Then the results, the roster and the pseudonyms were deleted.\nclosed = \"{now}\"\n\n{text}")
}

fn present(root: &Path, names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| root.join(name)).filter(|path| path.exists()).collect()
}

/// Whether the folder has a class of which nothing is kept any more but class.toml.
pub fn is_closed(root: &Path) -> bool {
    root.join(CLASS_FILE).is_file() && present(root, &LEARNER_FILES).is_empty() && present(root, &FOLDERS).is_empty()
}

/// Whether a file of that name has the settings of a class, which name no learner.
pub fn is_settings(name: &str) -> bool {
    name == CLASS_FILE || (name.starts_with(SET_ASIDE) && name.ends_with(".toml"))
}

/// # Errors
/// If the class has no roster: it was closed, or the file is missing.
pub fn refuse(root: &Path, settings: &ClassSettings) -> Result<()> {
    if root.join(ROSTER_FILE).exists() {
        return Ok(());
    }
    if !is_closed(root) {
        let message = format!(
            "{ROSTER_FILE} is missing in {}, and without it nobody knows whose results these are",
            root.display()
        );
        return Err(Failure::usage(message)
            .hint("Bring the file back from a copy. `msl-learn class init` makes a new class in another folder."));
    }
    let when = settings.closed.map_or_else(String::new, |at| format!(" at {}", minute(at)));
    Err(Failure::usage(format!("the class {} in {} was closed{when}: nothing is kept of its learners", settings.name, root.display()))
        .hint(
            "A new class can be made in this folder or in another one: `msl-learn class init DIR --from FILE`. `class teach`, \
             `class handout` and `class quiz` need no class.",
        ))
}

/// Keeps class.toml of a closed class under another name, so that a new class can be made there. Returns that name.
///
/// # Errors
/// If it cannot be renamed.
pub fn set_aside(root: &Path) -> Result<PathBuf> {
    let file = root.join(CLASS_FILE);
    let named = |number: u32| root.join(format!("{SET_ASIDE}{number}.toml"));
    let free = (1..).map(named).find(|kept| !kept.exists()).unwrap_or_else(|| unreachable!("some number is free"));
    fs::rename(&file, &free)
        .map_err(|error| Failure::environment(format!("{} cannot be renamed: {error}", file.display())))?;
    Ok(free)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::folder::ClassFolder;
    use crate::class::testing;

    #[test]
    fn a_closed_class_says_so_and_leaves_room_for_a_new_one() {
        let (folder, class) = testing::class(&["Doe, Jane"]);
        let at = "2026-11-30T17:00:00Z".parse().expect("a time");
        assert!(!is_closed(&class.root));
        close(&class.root, at).expect("closed");
        assert!(is_closed(&class.root));
        let failure = ClassFolder::at(folder.path()).expect_err("no class");
        assert!(failure.message.contains("was closed at 2026-11-30 "), "{failure:?}");
        assert!(ClassFolder::find(Some(folder.path())).expect("readable").is_none());
        let settings = ClassSettings::read(folder.path()).expect("settings");
        assert_eq!((settings.closed, settings.chapters.as_slice()), (Some(at), &[4][..]));
        assert!(set_aside(folder.path()).expect("renamed").ends_with("class-closed-1.toml"));
        assert!(!folder.path().join(CLASS_FILE).exists());
    }

    /// Somebody moved the file: results of learners are still there, and no new class may take them for its own.
    #[test]
    fn a_roster_that_is_missing_is_no_closed_class() {
        let (folder, class) = testing::class(&["Doe, Jane"]);
        fs::write(class.root.join("results.jsonl"), "").expect("a file");
        fs::remove_file(class.root.join(ROSTER_FILE)).expect("removed");
        assert!(!is_closed(folder.path()));
        let failure = ClassFolder::at(folder.path()).expect_err("no roster");
        assert!(failure.message.contains("roster.csv is missing"), "{failure:?}");
    }
}
