//! `msl-learn class init`: makes class.toml and roster.csv.

use std::collections::BTreeSet;
use std::fs;

use crate::catalog;
use crate::class::closed::{is_closed, set_aside};
use crate::class::grade_sheet::listed;
use crate::class::import;
use crate::class::kinds::ClassAccounts;
use crate::class::random;
use crate::class::roster::{ROSTER_FILE, Roster};
use crate::class::settings::{CLASS_FILE, ClassSettings, EXAMPLE};
use crate::cli::ClassInitArgs;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Printer, counted};
use crate::workspace::write_atomically;

/// # Errors
/// If there is a class already, a row of the file is invalid, or the folder cannot be written. Then nothing is written.
pub fn run(init: &ClassInitArgs, printer: &mut Printer) -> Result<u8> {
    let Some(from) = &init.from else {
        printer.generated(EXAMPLE)?;
        return Ok(EXIT_DONE);
    };
    let (class_file, roster_file) = (init.dir.join(CLASS_FILE), init.dir.join(ROSTER_FILE));
    let was_closed = is_closed(&init.dir);
    let there = [&class_file, &roster_file].into_iter().find(|file| file.exists());
    if let Some(there) = there.filter(|_| !was_closed) {
        return Err(Failure::usage(format!("{} exists already and is kept as it is", there.display())).hint(
            "Add learners to roster.csv by hand, each with a row such as 1007,Zoë Doe, or make the class in another folder: \
             `msl-learn class init DIR --from FILE`.",
        ));
    }
    let bytes =
        fs::read(from).map_err(|error| Failure::usage(format!("{} cannot be read: {error}", from.display())))?;
    let learners = import::learners(bytes).map_err(|failure| {
        let message = format!("{} was refused:\n{}", from.display(), failure.message);
        Failure { message, ..failure }
    })?;
    let settings = settings(init)?;
    let roster = Roster::new_text(&learners)?;
    let failed =
        |error: std::io::Error| Failure::environment(format!("{} cannot be written: {error}", init.dir.display()));
    fs::create_dir_all(&init.dir).map_err(failed)?;
    if was_closed {
        let kept = set_aside(&init.dir)?;
        printer.note(&format!("The settings of the class that was closed here are now in {}.", kept.display()))?;
    }
    write_atomically(&roster_file, &roster).map_err(failed)?;
    write_atomically(&class_file, &settings.text()).map_err(failed)?;
    printer.text(&format!("{}: {}", counted(learners.len(), "learner"), roster_file.display()))?;
    let without = import::without_id(&learners);
    if !without.is_empty() {
        let message =
            format!("the file has no id for these learners, and their names stand for it:\n{}", listed(&without));
        printer.warning(&message, Some("Write their ids of the LMS into roster.csv: grades are found by them."))?;
    }
    printer.text(&format!("The class itself: {}", class_file.display()))?;
    printer.note("Next, in that folder: `msl-learn class invite` writes what each learner gets.")?;
    Ok(EXIT_DONE)
}

fn settings(init: &ClassInitArgs) -> Result<ClassSettings> {
    let folder = fs::canonicalize(&init.dir).ok();
    let folder = folder.as_deref().unwrap_or(&init.dir).file_name().map(|name| name.to_string_lossy().into_owned());
    let name = init.name.clone().or(folder).unwrap_or_else(|| "class".into());
    let own = init.instructor_account.clone().filter(|_| init.accounts == ClassAccounts::Own);
    ClassSettings::new(&name, &random::name(8)?, init.accounts, &chapters(&init.chapters)?, own)
}

/// Each chapter once, in the book's order.
///
/// # Errors
/// If there is nothing to check in one.
fn chapters(named: &[u8]) -> Result<Vec<u8>> {
    let chapters: BTreeSet<u8> = named.iter().copied().collect();
    let with_exercises: BTreeSet<u8> = catalog::exercises().map(|exercise| exercise.chapter).collect();
    match chapters.iter().find(|chapter| !with_exercises.contains(chapter)) {
        None => Ok(chapters.into_iter().collect()),
        Some(read) => {
            let others: Vec<String> = with_exercises.iter().map(u8::to_string).collect();
            Err(Failure::usage(format!("chapter {read} is only read, and a class has nothing to check in it"))
                .hint(format!("The chapters with exercises: {}.", others.join(", "))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_does_chapters_with_exercises_each_once() {
        assert_eq!(chapters(&[5, 4, 5]).expect("chapters"), [4, 5]);
        let failure = chapters(&[4, 1]).expect_err("nothing to check");
        assert!(failure.message.starts_with("chapter 1 is only read"), "{failure:?}");
        assert!(failure.hint.expect("the others").starts_with("The chapters with exercises: 4, 5, "));
    }
}
