//! The workspace: its settings, its progress, and whether it can be written.

use std::fs;
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

use super::Observation;
use crate::catalog;
use crate::failure::Result;
use crate::progress::Progress;
use crate::workspace::{BOOK_REGION, Workspace};

const WORKSPACE: &str = "workspace";
const SETTINGS: &str = "settings";
const PROGRESS: &str = "progress";

pub fn observe(found: &Result<Option<Workspace>>) -> Vec<Observation> {
    match found {
        Ok(Some(workspace)) => {
            let root = Observation::ok(WORKSPACE, workspace.root.display().to_string());
            vec![root, settings(workspace), progress(workspace)]
        }
        Ok(None) => vec![
            Observation::not_checked(
                WORKSPACE,
                "there is none in this folder or above it; `msl-learn practice` or `msl-learn init` makes one",
            ),
            Observation::not_checked(PROGRESS, "there is no workspace"),
        ],
        Err(failure) => vec![Observation::failed(SETTINGS, failure)],
    }
}

fn settings(workspace: &Workspace) -> Observation {
    let settings = &workspace.settings;
    let kind = if settings.practice { "a practice account" } else { "a real account" };
    let found = format!("{} in {}, {kind} {}", settings.domain, settings.region, settings.account);
    if settings.region == BOOK_REGION {
        return Observation::ok(SETTINGS, found);
    }
    let fix = format!("Keep it if you chose it on purpose: the book works in {BOOK_REGION} throughout.");
    Observation::warning(SETTINGS, found, fix)
}

fn progress(workspace: &Workspace) -> Observation {
    let progress = match Progress::read(&workspace.root) {
        Ok(progress) => progress,
        Err(failure) => return Observation::failed(PROGRESS, &failure),
    };
    if let Err(error) = try_to_write(&workspace.root) {
        return Observation::problem(
            PROGRESS,
            format!("cannot be written in {}: {error}", workspace.root.display()),
            "Make room on the disk, or make the folder writable for you.",
        );
    }
    let done = catalog::exercises().filter(|exercise| progress.entry(exercise).done.is_some()).count();
    let all = catalog::exercises().count();
    Observation::ok(PROGRESS, format!("{done} of {all} exercises done; its folder can be written"))
}

/// Goes as far as a write of the progress does, and leaves nothing. Its folder may not exist yet.
fn try_to_write(root: &Path) -> std::io::Result<()> {
    let folder = root.join(".msl-learn");
    let folder = if fs::exists(&folder)? { folder.as_path() } else { root };
    AtomicWriteFile::open(folder.join("progress.toml"))?.discard()
}
