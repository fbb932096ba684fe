//! Files that commands write where the learner says: the format that a name means, and what keeps a file from being written.

use std::path::Path;

use crate::catalog;
use crate::class::closed::LEARNER_FILES;
use crate::class::settings::CLASS_FILE;
use crate::failure::{Failure, Result};
use crate::workspace::{FILE, write_atomically};

/// The format of a file: the one that is given, or the one that the ending of its name means. `known` are the endings; a name
/// without one means none.
///
/// # Errors
/// If the ending is another one.
pub fn format<F: Copy>(given: Option<F>, file: Option<&Path>, known: &[(&str, F)]) -> Result<Option<F>> {
    let ending = file.and_then(|file| file.extension()).map(|ending| ending.to_string_lossy().to_lowercase());
    let (None, Some(ending)) = (given, ending) else { return Ok(given) };
    let meant = known.iter().find(|(name, _)| *name == ending).map(|(_, format)| *format);
    meant.map(Some).ok_or_else(|| unknown(&ending, known))
}

fn unknown<F>(ending: &str, known: &[(&str, F)]) -> Failure {
    let endings: Vec<String> = known.iter().map(|(name, _)| format!(".{name}")).collect();
    let endings = match endings.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => endings.concat(),
    };
    let mut hint = format!("Name a file that ends in {endings}.");
    if ending == "pdf" && known.iter().any(|(name, _)| *name == "html") {
        hint.push_str(" A browser prints the .html into a PDF.");
    } else if known.len() > 1 {
        hint.push_str(" Or say with --format which it is to be.");
    }
    Failure::usage(format!("this cannot be written as .{ending}")).hint(hint)
}

/// Writes the whole file or nothing of it.
///
/// # Errors
/// As [`refuse`]; if it cannot be written.
pub fn write(file: &Path, content: &(impl AsRef<[u8]> + ?Sized)) -> Result<()> {
    refuse(file)?;
    write_atomically(file, content).map_err(|error| {
        Failure::environment(format!("{} cannot be written: {error}", file.display()))
            .hint("Name a file in a folder that you may write to, or make room on the disk.")
    })
}

/// Refuses a file that has no folder to be in, is one, or is kept for something else, before anything is done for it.
///
/// # Errors
/// If it is such a file.
pub fn refuse(file: &Path) -> Result<()> {
    if file == Path::new("-") {
        return Err(Failure::usage("`-` is no name of a file here").hint("Without the option it is printed."));
    }
    if let Some(whose) = kept_as(file) {
        return Err(Failure::usage(format!("{} is {whose}, and would be lost", file.display()))
            .hint("Name another file. Nothing was written."));
    }
    if file.is_dir() {
        return Err(Failure::usage(format!("{} is a folder", file.display())).hint("Name a file in it."));
    }
    let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) else {
        return Ok(());
    };
    let make = shell_words::join(["mkdir", "-p", &folder.to_string_lossy()]);
    Err(Failure::usage(format!("there is no folder {}", folder.display()))
        .hint(format!("Make it with `{make}`, or name a file in a folder that is there.")))
}

/// What a file is that is there and no command like this wrote: something that the program keeps, or what the learner builds,
/// which lies in the folders of the starter files.
fn kept_as(file: &Path) -> Option<&'static str> {
    let name = file.file_name()?.to_str()?;
    if !file.is_file() {
        return None;
    }
    if name == CLASS_FILE || LEARNER_FILES.contains(&name) {
        return Some("what the class keeps");
    }
    if name == FILE {
        return Some("the workspace's settings");
    }
    let path = std::path::absolute(file).ok()?;
    let root = path.ancestors().skip(2).find(|folder| folder.join(FILE).is_file())?;
    let folder = path.strip_prefix(root).ok()?.components().next();
    let is_there = |name: &str| Path::new(name).components().next() == folder;
    let mut built = catalog::exercises().flat_map(|exercise| exercise.files);
    built.any(|(name, _)| is_there(name)).then_some("a file of your workspace")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [(&str, u8); 2] = [("txt", 1), ("html", 2)];

    #[test]
    fn the_ending_decides_unless_a_format_is_given() {
        let of = |given, file: &str| format(given, Some(Path::new(file)), &KNOWN).expect("a format");
        assert_eq!([of(None, "a.html"), of(None, "a/B.TXT"), of(None, "a.b/page")], [Some(2), Some(1), None]);
        assert_eq!([of(Some(1), "a.html"), of(Some(2), "a.pdf")], [Some(1), Some(2)]);
        assert_eq!(format(None, None, &KNOWN).expect("a format"), None);
    }

    #[test]
    fn another_ending_is_refused_with_what_is_possible() {
        let said = |file: &str, known: &[(&str, u8)]| {
            let failure = format(None, Some(Path::new(file)), known).expect_err(file);
            format!("{failure}. {}", failure.hint.as_deref().unwrap_or_default())
        };
        assert_eq!(
            [said("a.pdf", &KNOWN), said("a.png", &KNOWN), said("a.txt", &[("json", 1)])],
            [
                "this cannot be written as .pdf. Name a file that ends in .txt or .html. A browser prints the .html into a PDF.",
                "this cannot be written as .png. Name a file that ends in .txt or .html. Or say with --format which it is to be.",
                "this cannot be written as .txt. Name a file that ends in .json.",
            ]
        );
    }

    #[test]
    fn what_is_kept_is_not_written_over() {
        let place = tempfile::tempdir().expect("a folder");
        let at = |name: &str| place.path().join(name);
        std::fs::create_dir(at("website")).expect("a folder");
        let kept = ["class.toml", "roster.csv", "decisions.jsonl", "msl-learn.toml", "website/index.html"];
        kept.iter().for_each(|name| std::fs::write(at(name), "kept").expect("written"));
        for name in kept {
            let failure = write(&at(name), "map").expect_err(name);
            assert_eq!(failure.exit_code(), crate::failure::EXIT_USAGE, "{name}");
            assert_eq!(std::fs::read_to_string(at(name)).expect("a text"), "kept", "{name}");
        }
        for name in ["map.html", "map.html", "website/map.svg"] {
            write(&at(name), "map").expect(name);
        }
    }

    #[test]
    fn a_folder_that_is_missing_is_named_and_nothing_is_written() {
        let place = tempfile::tempdir().expect("a folder");
        let file = place.path().join("no dir/map.svg");
        let failure = write(&file, "text").expect_err("no folder");
        assert_eq!(failure.exit_code(), crate::failure::EXIT_USAGE);
        assert!(failure.hint.is_some_and(|hint| hint.contains("no dir'`")), "it is quoted");
        assert_eq!(write(place.path(), "text").expect_err("a folder").exit_code(), crate::failure::EXIT_USAGE);
        write(&place.path().join("map.svg"), "text").expect("written");
        assert_eq!(std::fs::read_dir(place.path()).expect("a folder").count(), 1);
    }
}
