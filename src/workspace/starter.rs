//! The starter files of an exercise in the workspace. Missing ones are added, those of earlier exercises replaced if they are
//! as they were added; a learner's own are never touched.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::iter::once;
use std::path::{Path, PathBuf};

use super::{Workspace, own, write_atomically};
use crate::catalog::{self, Exercise};
use crate::failure::{Failure, Result};
use crate::practice::Files;

/// The most backups of one file.
const BACKUPS: usize = 100;

/// A starter file and what became of it.
#[derive(Debug)]
pub struct Starter {
    /// The path in the workspace, such as `website/index.html`.
    pub path: &'static str,
    pub fate: Fate,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Fate {
    Added,
    /// It exists as it was added.
    Unchanged,
    /// It was as an earlier exercise had added it, so nothing of the learner's was in it.
    Renewed,
    /// It is as that later exercise lays it out, and what follows builds on it: kept.
    OfLater(String),
    /// It exists and is the learner's own: kept.
    Changed(Change),
    /// It was replaced; the learner's own is the backup, a path in the workspace.
    Replaced {
        backup: PathBuf,
    },
    /// Something else has its name, or leads out of the workspace: nothing was written. Says what it is.
    InTheWay(String),
}

/// A learner's file beside the starter file.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// `None` if it is no text.
    pub yours: Option<String>,
    pub starter: String,
}

impl Starter {
    /// What to tell the learner; an existing file is no news.
    pub fn news(&self) -> Option<String> {
        match &self.fate {
            Fate::Added => Some(format!("Added to your workspace: {}", self.path)),
            Fate::Renewed => Some(format!("Replaced in your workspace, where it was as you got it: {}", self.path)),
            Fate::InTheWay(what) => Some(format!("Not added to your workspace: {}, since {what}", self.path)),
            Fate::Unchanged | Fate::OfLater(_) | Fate::Changed(_) | Fate::Replaced { .. } => None,
        }
    }
}

/// Says that starter files of the exercise are missing in the workspace, and what lays them out; `None` if all are there.
pub fn missing(workspace: &Workspace, exercise: &Exercise) -> Option<String> {
    let is_missing = |path: &&str| fs::symlink_metadata(workspace.root.join(path)).is_err();
    let missing: Vec<&str> = exercise.files.iter().map(|(path, _)| *path).filter(|path| is_missing(path)).collect();
    let (verb, what) = if missing.len() == 1 { ("is", "it") } else { ("are", "them") };
    let id = exercise.id();
    (!missing.is_empty()).then(|| {
        let names = missing.join(", ");
        format!("{names} of {id} {verb} not in your workspace: `msl-learn start {id}` adds {what}.")
    })
}

/// Adds the missing starter files of `exercise`. With `force`, also replaces the changed ones.
///
/// # Errors
/// If a file cannot be read or written. Those before it are laid out then.
pub fn lay_out(workspace: &Workspace, exercise: &Exercise, force: bool) -> Result<Vec<Starter>> {
    let learner = workspace.learner();
    let lay = |(path, template): &(&'static str, &str)| {
        let failed = |error: &dyn std::fmt::Display| {
            let message = format!("{} cannot be written: {error}", workspace.root.join(path).display());
            Failure::environment(message)
                .hint("Make room on the disk, or make the folder writable, and run the command again.")
        };
        let fill = |template: &str| learner.fill_as(path, template).map_err(|error| failed(&error));
        let text = fill(template)?;
        let earlier = before(exercise, path).map(fill).collect::<Result<Vec<String>>>()?;
        let fate = lay_file(&workspace.root, Path::new(path), &text, &earlier, force);
        let fate = fate.map_err(|error| failed(&error))?;
        let later = if let Fate::Changed(Change { yours: Some(yours), .. }) = &fate {
            of_later(workspace, exercise, path, yours)?
        } else {
            None
        };
        Ok(Starter { path, fate: later.map_or(fate, Fate::OfLater) })
    };
    exercise.files.iter().map(lay).collect()
}

/// The later exercise that lays out the file like that.
fn of_later(workspace: &Workspace, exercise: &Exercise, path: &str, yours: &str) -> Result<Option<String>> {
    let later = catalog::exercises().skip_while(|other| other.slug != exercise.slug).skip(1);
    for other in later {
        let texts = fill_all(workspace, path, of_path(once(other), path))?;
        if texts.iter().any(|text| text == yours.as_bytes()) {
            return Ok(Some(other.id()));
        }
    }
    Ok(None)
}

/// What the exercise lays out at a place in the book that an account is brought to, which has the files `there`, and what it
/// does not: a file is the learner's own unless it equals a version that the book has of it.
///
/// # Errors
/// If a file cannot be read.
pub fn for_place(workspace: &Workspace, exercise: &Exercise, there: &Files) -> Result<(Files, Vec<&'static str>)> {
    let (mut laid_out, mut kept) = (Files::new(), Vec::new());
    for (path, template) in exercise.files {
        if let Some(content) = there.get(*path) {
            // What solutions have made of it until there stays.
            if !fill_all(workspace, path, before(exercise, path))?.contains(content) {
                continue;
            }
        } else if is_own(workspace, path)? {
            kept.push(*path);
            continue;
        }
        laid_out.insert((*path).to_owned(), filled(workspace, path, template)?);
    }
    Ok((laid_out, kept))
}

/// The files in the workspace that exercises after the first `reached` lay out, and none before: nothing of that place in the
/// book reads them.
pub fn of_later_alone(workspace: &Workspace, reached: usize) -> Vec<&'static str> {
    let paths = |exercise: &'static Exercise| exercise.files.iter().map(|(path, _)| *path);
    let earlier: BTreeSet<&str> = catalog::exercises().take(reached).flat_map(paths).collect();
    let later: BTreeSet<&str> = catalog::exercises().skip(reached).flat_map(paths).collect();
    let is_there = |path: &&str| fs::symlink_metadata(workspace.root.join(path)).is_ok();
    later.difference(&earlier).copied().filter(is_there).collect()
}

/// Whether something is at the path that is no version of the file that the book has, by an exercise or by a solution.
fn is_own(workspace: &Workspace, path: &str) -> Result<bool> {
    let failed = |error: io::Error| {
        Failure::environment(format!("{} cannot be read: {error}", workspace.root.join(path).display()))
    };
    if obstacle(&workspace.root, Path::new(path)).map_err(failed)?.is_some() {
        return Ok(true);
    }
    let yours = match fs::read(workspace.root.join(path)) {
        Ok(yours) => yours,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(false),
        Err(error) => return Err(failed(error)),
    };
    let is_starter = fill_all(workspace, path, of_path(catalog::exercises(), path))?.contains(&yours);
    Ok(!is_starter && !own::stations(workspace).has_made(path, &yours))
}

fn fill_all<'a>(workspace: &Workspace, path: &str, templates: impl Iterator<Item = &'a str>) -> Result<Vec<Vec<u8>>> {
    templates.map(|template| filled(workspace, path, template)).collect()
}

/// A starter file with the names of the workspace.
///
/// # Errors
/// If its template is wrong.
pub fn filled(workspace: &Workspace, path: &str, template: &str) -> Result<Vec<u8>> {
    let text = workspace.learner().fill_as(path, template);
    text.map(String::into_bytes).map_err(|error| Failure::environment(format!("{path} cannot be written: {error}")))
}

/// The templates of the file in earlier exercises.
fn before<'a>(exercise: &'a Exercise, path: &'a str) -> impl Iterator<Item = &'static str> {
    let earlier = catalog::exercises().take_while(|earlier| earlier.slug != exercise.slug);
    of_path(earlier, path)
}

/// The templates of the file in these exercises.
fn of_path<'a>(
    exercises: impl Iterator<Item = &'static Exercise> + 'a,
    path: &'a str,
) -> impl Iterator<Item = &'static str> + 'a {
    let files = exercises.flat_map(|exercise| exercise.files);
    files.filter(move |(other, _)| *other == path).map(|(_, template)| *template)
}

/// Lays out one file, under whose name `earlier` exercises put these texts.
fn lay_file(root: &Path, path: &Path, starter: &str, earlier: &[String], force: bool) -> io::Result<Fate> {
    if let Some(obstacle) = obstacle(root, path)? {
        return Ok(Fate::InTheWay(obstacle));
    }
    let file = root.join(path);
    let yours = match fs::read(&file) {
        Ok(yours) => yours,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(file.parent().unwrap_or(root))?;
            return write_atomically(&file, starter).map(|()| Fate::Added);
        }
        Err(error) => return Err(error),
    };
    if yours == starter.as_bytes() {
        return Ok(Fate::Unchanged);
    }
    if earlier.iter().any(|text| text.as_bytes() == yours) {
        return write_atomically(&file, starter).map(|()| Fate::Renewed);
    }
    if !force {
        let yours = String::from_utf8(yours).ok();
        return Ok(Fate::Changed(Change { yours, starter: starter.to_owned() }));
    }
    let backup = back_up(root, path, &yours)?;
    write_atomically(&file, starter)?;
    Ok(Fate::Replaced { backup })
}

/// What stands in the way of the file: something that is neither a folder nor a file of the workspace.
fn obstacle(root: &Path, path: &Path) -> io::Result<Option<String>> {
    let mut below: Vec<&Path> = path.ancestors().filter(|part| !part.as_os_str().is_empty()).collect();
    below.reverse();
    for part in below {
        let kind = match fs::symlink_metadata(root.join(part)) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
            Err(error) => return Err(error),
        };
        let (wanted, fits) = if part == path { ("file", kind.is_file()) } else { ("folder", kind.is_dir()) };
        if !fits {
            return Ok(Some(format!("{} is {}, not a {wanted}", part.display(), name(kind))));
        }
    }
    Ok(None)
}

fn name(kind: fs::FileType) -> &'static str {
    match kind {
        kind if kind.is_symlink() => "a symbolic link",
        kind if kind.is_dir() => "a folder",
        kind if kind.is_file() => "a file",
        _ => "something special",
    }
}

/// Keeps `content` beside the file under the first free name. No backup is ever overwritten.
fn back_up(root: &Path, path: &Path, content: &[u8]) -> io::Result<PathBuf> {
    for number in 0..BACKUPS {
        let ending = if number == 0 { ".bak".to_owned() } else { format!(".bak.{number}") };
        let backup = PathBuf::from(format!("{}{ending}", path.display()));
        match File::create_new(root.join(&backup)) {
            Ok(mut file) => {
                file.write_all(content).and_then(|()| file.sync_all())?;
                return Ok(backup);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    let message = format!("there are {BACKUPS} backups of it already: remove some");
    Err(io::Error::new(ErrorKind::AlreadyExists, message))
}
