//! `msl-learn class leave`: forgets the class, and says how its role is deleted.

use std::path::Path;

use crate::class::joined::{JoinedClass, delete};
use crate::class::kinds::ClassAccounts;
use crate::failure::{EXIT_DONE, Result};
use crate::ui::Printer;
use crate::workspace::Workspace;

/// # Errors
/// If the workspace is in no class, or cannot be written.
pub fn run(directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let joined = JoinedClass::of(&workspace)?;
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
