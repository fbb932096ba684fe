//! The folders of the learner's workspace, for exercises that do not say what a folder is called.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::workspace::{fault, root};
use crate::aws::fault::Read;
use crate::learner::Learner;

/// The most bytes of a text that are read.
const TEXT: u64 = 1024 * 1024;
/// How many names of one folder are looked through.
const MOST_NAMES: usize = 1000;
/// How deep a folder is followed, and how many files of it are listed.
const DEEPEST: usize = 8;
const MOST_FILES: usize = 2000;
/// Where the program puts what an exercise begins with.
const STARTERS: &str = "starters";
/// How many folders are looked into for what may be anywhere, and how deep.
const MOST_PLACES: usize = 300;
const DEEPEST_PLACES: usize = 4;
/// Folders of libraries and of what was built: nobody's own work.
const NOT_OWN: &[&str] = &["node_modules", "cdk.out", "__pycache__", "venv"];

/// The workspace. Nothing outside of it is read, wherever links lead.
pub struct Tree {
    root: PathBuf,
}

impl Tree {
    /// # Errors
    /// When no workspace is known, or it cannot be opened.
    pub fn of(you: &Learner) -> Read<Self> {
        Ok(Self { root: root(you)? })
    }

    /// The workspace itself, as `""`, and the folders in it that are the learner's own, by name.
    pub fn folders(&self) -> Vec<String> {
        std::iter::once(String::new()).chain(self.folders_in("")).collect()
    }

    /// As [`Tree::folders`], and the folders in these: where an application may be. Starter files are none until they are copied.
    pub fn places(&self) -> Vec<String> {
        let mut all = self.folders();
        let mut level: Vec<String> =
            all.iter().filter(|folder| !folder.is_empty() && *folder != STARTERS).cloned().collect();
        for _ in 1..DEEPEST_PLACES {
            level = level
                .iter()
                .flat_map(|folder| self.folders_in(folder))
                .take(MOST_PLACES - all.len().min(MOST_PLACES))
                .collect();
            all.extend(level.iter().cloned());
        }
        all
    }

    /// The paths of the folders in a folder that are the learner's own.
    pub fn folders_in(&self, folder: &str) -> Vec<String> {
        let below = self.entries(folder).into_iter().filter(|(name, is_folder)| *is_folder && is_own(name));
        below.map(|(name, _)| join(folder, &name)).collect()
    }

    /// The paths of the files that are in a folder itself.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let files = self.entries(folder).into_iter().filter(|(_, is_folder)| !is_folder);
        files.map(|(name, _)| join(folder, &name)).collect()
    }

    /// The paths of the learner's own files in a folder and in those below it.
    pub fn own_files(&self, folder: &str) -> Vec<String> {
        let mut files = Vec::new();
        self.add_files(folder, DEEPEST, &mut files);
        files
    }

    fn add_files(&self, folder: &str, depth: usize, files: &mut Vec<String>) {
        for (name, is_folder) in self.entries(folder) {
            let path = join(folder, &name);
            match is_folder {
                _ if files.len() >= MOST_FILES => return,
                true if depth > 0 && is_own(&name) => self.add_files(&path, depth - 1, files),
                true => {}
                false => files.push(path),
            }
        }
    }

    /// Whether there is something at this path.
    pub fn has(&self, path: &str) -> bool {
        self.place(path).is_some_and(|place| place.exists())
    }

    /// Whether there is a file at this path, and no folder.
    pub fn is_file(&self, path: &str) -> bool {
        self.place(path).is_some_and(|place| place.is_file())
    }

    /// When the file was changed last, if there is one.
    pub fn changed(&self, path: &str) -> Option<SystemTime> {
        fs::metadata(self.place(path)?).and_then(|metadata| metadata.modified()).ok()
    }

    /// The text of a file, without the mark that some editors put before it; none if there is no such file.
    ///
    /// # Errors
    /// When it is there and cannot be read, or is no file of a readable length.
    pub fn text(&self, path: &str) -> Read<Option<String>> {
        let bytes = self.bytes(path, TEXT)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned()))
    }

    /// The bytes of a file of at most so many; none if there is no such file.
    ///
    /// # Errors
    /// As [`Tree::text`].
    pub fn bytes(&self, path: &str, most: u64) -> Read<Option<Vec<u8>>> {
        let failed = |error: io::Error| fault(&format!("{path} cannot be read"), Some(&error));
        let Some(place) = self.place(path) else { return Ok(None) };
        if !fs::metadata(&place).map_err(failed)?.is_file() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        File::open(&place).and_then(|file| file.take(most + 1).read_to_end(&mut bytes)).map_err(failed)?;
        match bytes.len() as u64 > most {
            true => Err(fault(&format!("{path} has more than {} MiB and is not read", most / 1024 / 1024), None)),
            false => Ok(Some(bytes)),
        }
    }

    /// Where a path of the workspace leads; none where there is nothing, or outside of the workspace.
    fn place(&self, path: &str) -> Option<PathBuf> {
        let place = fs::canonicalize(self.root.join(path)).ok()?;
        place.starts_with(&self.root).then_some(place)
    }

    /// The names of what is in a folder, in order, each with whether it is a folder. Links to folders are not followed.
    fn entries(&self, folder: &str) -> Vec<(String, bool)> {
        let Some(place) = self.place(folder) else { return Vec::new() };
        let entries = fs::read_dir(place).into_iter().flatten().take(MOST_NAMES).filter_map(Result::ok);
        let named = entries.filter_map(|entry| {
            let kind = entry.file_type().ok()?;
            let is_wanted = kind.is_dir() || kind.is_file();
            is_wanted.then_some((entry.file_name().into_string().ok()?, kind.is_dir()))
        });
        let mut named: Vec<_> = named.collect();
        named.sort();
        named
    }
}

fn is_own(folder: &str) -> bool {
    !folder.starts_with('.') && !NOT_OWN.contains(&folder)
}

/// The path of something in a folder, with slashes.
pub fn join(folder: &str, name: &str) -> String {
    let folder = folder.trim_end_matches('/').trim_start_matches("./");
    match (folder, name.trim_start_matches("./")) {
        ("" | ".", "" | ".") => String::new(),
        ("" | ".", name) => name.to_owned(),
        (_, name) if name.starts_with('/') => name.to_owned(),
        (folder, "" | ".") => folder.to_owned(),
        (folder, name) => format!("{folder}/{name}"),
    }
}

/// The folder that a path is in, and its own name.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Whether the name is that of a file with this ending, in whatever case.
pub fn ends_in(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_folders_are_followed_and_others_are_not() {
        let workspace = tempfile::tempdir().unwrap();
        for path in [
            "app/template.yaml",
            "app/src/a/b/c/x",
            "app/src/index.mjs",
            "app/node_modules/a/a.js",
            ".git/config",
            "top.zip",
        ] {
            let file = workspace.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "\u{feff}text").unwrap();
        }
        let tree =
            Tree::of(&Learner { workspace: Some(workspace.path().to_owned()), ..crate::learner::example() }).unwrap();
        assert_eq!(tree.folders(), ["", "app"]);
        assert_eq!(tree.places(), ["", "app", "app/src", "app/src/a", "app/src/a/b"]);
        assert_eq!(tree.files(""), ["top.zip"]);
        assert_eq!(tree.own_files("app"), ["app/src/a/b/c/x", "app/src/index.mjs", "app/template.yaml"]);
        assert_eq!(tree.text("app/template.yaml").unwrap().as_deref(), Some("text"));
        assert!(tree.text("app/nothing").unwrap().is_none() && tree.text("app").unwrap().is_none());
        assert!(tree.bytes("top.zip", 2).is_err(), "more bytes than are read");
        assert!(tree.has("app/src") && !tree.has("../"), "nothing outside is read");
    }

    #[test]
    fn paths_are_joined_and_split() {
        assert_eq!((join("", "a"), join("./app/", "a"), join(".", "a")), ("a".into(), "app/a".into(), "a".into()));
        assert_eq!(
            (join("app", "."), join("", "./"), join("app", "./a")),
            ("app".into(), String::new(), "app/a".into())
        );
        assert_eq!(join("app", "/home/a"), "/home/a", "a path of the whole machine");
        assert_eq!((split("a/b/c"), split("c")), (("a/b", "c"), ("", "c")));
        assert!(ends_in("a/B.ZIP", "zip") && !ends_in("zip", "zip"));
    }
}
