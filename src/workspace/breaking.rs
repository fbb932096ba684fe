//! Makes a mistake in the practice account of a workspace, beside the learner's own files.

use super::Workspace;
use super::place::{PlaceFiles, write};
use crate::catalog::drill::Drill;
use crate::catalog::fill;
use crate::failure::Result;
use crate::practice::Practice;

/// Makes the mistake of the drill in the running account, which must be where its exercise is done. Returns false if its script
/// fails there.
///
/// The script works in a folder of its own. Of the files that it changes, those that a solution has made are changed in the
/// workspace too, since a check may read them; starter files are not.
///
/// # Errors
/// If a program that scripts need is missing, or a file cannot be written.
pub fn make(workspace: &Workspace, drill: Drill, files: &PlaceFiles) -> Result<bool> {
    let script = fill(&workspace.learner(), &drill.script())?;
    let practice = Practice::of(&workspace.root);
    let Some(changed) = practice.run_script(&workspace.settings.region, &files.workspace, &script)? else {
        return Ok(false);
    };
    let made = changed.iter().filter(|(path, _)| !files.starters.contains(*path));
    made.map(|(path, content)| write(workspace, path, content.as_deref())).collect::<Result<Vec<()>>>()?;
    Ok(true)
}
