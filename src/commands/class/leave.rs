//! `msl-learn class leave`: forgets the class, and says how its role is deleted.

use std::path::Path;

use crate::class::joined::{JoinedClass, delete};
use crate::class::kinds::ClassAccounts;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If there is no workspace that is in a class, or it cannot be written.
pub fn run(directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let joined = Workspace::find(directory)?.map(|workspace| JoinedClass::find(&workspace)).transpose()?.flatten();
    let joined = joined.ok_or_else(|| {
        Failure::usage("there is no class to leave here").hint(
            "A learner leaves a class in the workspace that joined it: `msl-learn -C DIR class leave`. An instructor ends a \
             class with `msl-learn class close`.",
        )
    })?;
    joined.leave()?;
    printer.text(&format!("You have left the class {}.", joined.code.name))?;
    if joined.code.accounts == ClassAccounts::Own {
        printer
            .text("Its role is still in your account. This deletes it, and then nobody of the class reads anything:")?;
        printer.script(&delete())?;
    }
    printer.note(
        "What your instructor has already got is deleted by `msl-learn class close`, which is the instructor's.",
    )?;
    Ok(EXIT_DONE)
}
