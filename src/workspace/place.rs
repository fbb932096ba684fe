//! Places in the book: what a practice account and its workspace hold there, from the stations that ship with the program,
//! or those that were made for names of the learner's own.

use std::collections::BTreeSet;
use std::fs;

use jiff::Timestamp;

use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::practice::{Files, Practice};

use super::{Workspace, own, starter};

/// A place in the book: the first exercises are done, and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How many exercises are done there.
    pub reached: usize,
}

/// The files of a place.
pub struct PlaceFiles {
    pub account: Files,
    /// By the path in the workspace.
    pub workspace: Files,
    /// The paths of those that are as exercises lay them out.
    pub starters: BTreeSet<String>,
}

impl Place {
    /// Where the exercise begins, or where it is done.
    pub fn of(exercise: &Exercise, is_done: bool) -> Self {
        let before = catalog::exercises().take_while(|earlier| earlier.slug != exercise.slug).count();
        Self { reached: before + usize::from(is_done) }
    }

    /// What is there, with the names of this workspace.
    ///
    /// # Errors
    /// If the station is not there, since it is not made yet for names of the learner's own: see [`own::prepare`].
    pub fn files(self, workspace: &Workspace) -> Result<PlaceFiles> {
        let stations = own::stations(workspace);
        let starters = starters(self, workspace)?;
        let Some(last) = self.reached.checked_sub(1).and_then(|last| catalog::exercises().nth(last)) else {
            return Ok(PlaceFiles { account: Files::new(), workspace: starters, starters: BTreeSet::new() });
        };
        let station = stations.after(last.slug).ok_or_else(|| {
            Failure::environment(format!("there is no saved state of {} with your names yet", last.heading()))
                .hint("`msl-learn practice status` says how far they are made.")
        })?;
        let account = stations.account(station, Timestamp::now());
        let (mut files, made) = (starters, stations.workspace(station));
        let starters = files.keys().filter(|path| !made.contains_key(*path)).cloned().collect();
        files.extend(made);
        Ok(PlaceFiles { account, workspace: files, starters })
    }
}

/// The starter files of all exercises that are done there; those of later ones replace those of earlier ones.
pub fn starters(place: Place, workspace: &Workspace) -> Result<Files> {
    let files = catalog::exercises().take(place.reached).flat_map(|exercise| exercise.files);
    files.map(|(path, template)| Ok(((*path).to_owned(), starter::filled(workspace, path, template)?))).collect()
}

/// Keeps what the learner has, and brings the account and the workspace to the place. Returns the number of the copy.
/// Afterwards the account is stopped.
///
/// # Errors
/// As [`Practice::exchange`].
pub fn bring(workspace: &Workspace, files: &PlaceFiles) -> Result<u32> {
    Practice::of(&workspace.root).exchange(&files.account, &files.workspace)
}

/// Writes a file of the workspace, or removes it if it has no content.
///
/// # Errors
/// If that fails.
pub fn write(workspace: &Workspace, path: &str, content: Option<&[u8]>) -> Result<()> {
    let place = workspace.root.join(path);
    let done = match content {
        Some(content) => fs::write(&place, content),
        None => fs::remove_file(&place),
    };
    done.map_err(|error| Failure::environment(format!("{} cannot be written: {error}", place.display())))
}

/// Refuses a workspace in which nothing may be replaced; `what` is the command, such as `practice goto`.
///
/// # Errors
/// If the workspace is for a real account, or for an emulator that another program has started.
pub fn refuse_real(workspace: &Workspace, what: &str) -> Result<()> {
    let root = workspace.root.display();
    if !workspace.settings.practice {
        let message = format!("{root} is a workspace for a real account, and `{what}` replaces what is in an account");
        return Err(Failure::usage(message).hint("Use a practice workspace: `msl-learn practice` makes one."));
    }
    let Some(endpoint) = &workspace.settings.endpoint else { return Ok(()) };
    let message =
        format!("the account of {root} is at {endpoint}, where msl-learn cannot replace it, as `{what}` would");
    Err(Failure::usage(message).hint("Use a practice workspace of msl-learn's own: `msl-learn practice` makes one."))
}
