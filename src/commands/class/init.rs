//! `msl-learn class init`: makes class.toml and roster.csv.

use std::fs;

use crate::class::import;
use crate::class::kinds::ClassAccounts;
use crate::class::random;
use crate::class::roster::{ROSTER_FILE, Roster};
use crate::class::settings::{CLASS_FILE, ClassSettings};
use crate::cli::ClassInitArgs;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Printer, counted};
use crate::workspace::write_atomically;

/// # Errors
/// If there is a class already, a row of the file is invalid, or the folder cannot be written. Then nothing is written.
pub fn run(init: &ClassInitArgs, printer: &mut Printer) -> Result<u8> {
    let (class_file, roster_file) = (init.dir.join(CLASS_FILE), init.dir.join(ROSTER_FILE));
    if let Some(there) = [&class_file, &roster_file].into_iter().find(|file| file.exists()) {
        return Err(Failure::usage(format!("{} exists already and is kept as it is", there.display())).hint(
            "Add learners to roster.csv by hand, or make the class in another folder: `msl-learn class init DIR --from FILE`.",
        ));
    }
    let bytes = fs::read(&init.from)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", init.from.display())))?;
    let learners = import::learners(bytes).map_err(|failure| {
        let message = format!("{} was refused:\n{}", init.from.display(), failure.message);
        Failure { message, ..failure }
    })?;
    let settings = settings(init)?;
    settings.validate()?;
    let roster = Roster::new_text(&learners)?;
    let failed =
        |error: std::io::Error| Failure::environment(format!("{} cannot be written: {error}", init.dir.display()));
    fs::create_dir_all(&init.dir).map_err(failed)?;
    write_atomically(&roster_file, &roster).map_err(failed)?;
    write_atomically(&class_file, &settings.text()).map_err(failed)?;
    printer.text(&format!("{}: {}", counted(learners.len(), "learner"), roster_file.display()))?;
    printer.text(&format!("The class itself: {}", class_file.display()))?;
    printer.note("Next, in that folder: `msl-learn class invite` writes what each learner gets.")?;
    Ok(EXIT_DONE)
}

fn settings(init: &ClassInitArgs) -> Result<ClassSettings> {
    let folder = fs::canonicalize(&init.dir).ok();
    let folder = folder.as_deref().unwrap_or(&init.dir).file_name().map(|name| name.to_string_lossy().into_owned());
    let name = init.name.clone().or(folder).unwrap_or_else(|| "class".into());
    let own = init.instructor_account.clone().filter(|_| init.accounts == ClassAccounts::Own);
    ClassSettings::new(&name, &random::name(8)?, init.accounts, &init.chapters, own)
}
