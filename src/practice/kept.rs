//! What a learner had before the practice account was brought to another state: copies beside it, the latest last.
//!
//! A copy holds the account and the files of the workspace that were replaced. While one is exchanged for the other, a journal
//! names the copy. If the program ends in between, the next command that starts or stops the account goes back to the copy.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::files;
use super::folder::Folder;
use super::stations::Files;
use crate::failure::{Failure, Result};

/// The files of the workspace as the learner had them, in a copy.
const REPLACED: &str = "replaced";
/// The files as they were written instead, in a copy.
const WRITTEN: &str = "written";
/// Below it, the folders that were not there before, in a copy.
const FOLDERS: &str = "folders";
/// The most files of one name that are put aside.
const ASIDE: usize = 100;

/// The copies of one practice account, which must not be running.
pub struct Copies<'a> {
    folder: &'a Folder,
    workspace: &'a Path,
}

impl<'a> Copies<'a> {
    pub fn of(folder: &'a Folder, workspace: &'a Path) -> Self {
        Self { folder, workspace }
    }

    /// The numbers of the copies, the latest last.
    pub fn numbers(&self) -> Result<Vec<u32>> {
        let root = self.folder.kept();
        let entries = match fs::read_dir(&root) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(files::failed("read", &root, &error)),
        };
        let names = entries.flatten().map(|entry| entry.file_name());
        let numbers: BTreeSet<u32> = names.filter_map(|name| name.to_str()?.parse().ok()).collect();
        Ok(numbers.into_iter().collect())
    }

    /// Keeps what is there, and puts these files of the account and of the workspace in its place. Returns the copy's number.
    pub fn exchange(&self, account: &Files, workspace: &Files) -> Result<u32> {
        workspace.keys().try_for_each(|path| self.refuse_links(path))?;
        let number = self.numbers()?.last().map_or(1, |last| last + 1);
        files::write(&self.folder.journal(), number.to_string())?;
        self.keep(number, workspace)?;
        self.folder.fill_account(account)?;
        for (path, content) in workspace {
            files::write_below(self.workspace, path, content)?;
        }
        files::remove_file(&self.folder.journal())?;
        Ok(number)
    }

    /// Puts the latest copy back, and removes it. Returns its number and what was put aside, as paths in the workspace.
    pub fn go_back(&self) -> Result<Option<(u32, Vec<String>)>> {
        let Some(number) = self.numbers()?.last().copied() else { return Ok(None) };
        files::write(&self.folder.journal(), number.to_string())?;
        self.put_back(number).map(|aside| Some((number, aside)))
    }

    /// Ends an exchange that was cut off, with what the learner had before it.
    pub fn recover(&self) -> Result<()> {
        let Some(number) = files::read(&self.folder.journal())? else { return Ok(()) };
        let number = number.trim().parse().unwrap_or_default();
        if self.copy(number).is_dir() {
            return self.put_back(number).map(|_| ());
        }
        // It was cut off before anything was replaced.
        files::remove_folder(&self.unfinished())?;
        files::remove_file(&self.folder.journal())
    }

    fn keep(&self, number: u32, workspace: &Files) -> Result<()> {
        let new = self.unfinished();
        files::remove_folder(&new)?;
        files::create_folder(&new)?;
        for part in [self.folder.state(), self.folder.objects()] {
            files::copy_folder(&part, &new.join(part.file_name().unwrap_or_default()))?;
        }
        for (path, content) in workspace {
            files::write_below(&new.join(WRITTEN), path, content)?;
            let mut missing = folders(path).filter(|folder| !self.workspace.join(folder).exists());
            missing.try_for_each(|folder| files::create_folder(&new.join(FOLDERS).join(folder)))?;
            if let Some(yours) = files::read_bytes(&self.workspace.join(path))? {
                files::write_below(&new.join(REPLACED), path, &yours)?;
            }
        }
        files::rename(&new, &self.copy(number))
    }

    fn put_back(&self, number: u32) -> Result<Vec<String>> {
        let copy = self.copy(number);
        self.folder.fill_account_from(&copy)?;
        let mut aside = Vec::new();
        for path in files::below(&copy.join(WRITTEN))? {
            aside.extend(self.put_file_back(&copy, &path)?);
        }
        self.remove_empty(&copy.join(FOLDERS), Path::new(""));
        files::remove_file(&self.folder.journal())?;
        files::remove_folder(&copy)?;
        Ok(aside)
    }

    /// Puts one file back. What the learner has made of the written one since is put aside, under the name returned.
    fn put_file_back(&self, copy: &Path, path: &str) -> Result<Option<String>> {
        self.refuse_links(path)?;
        let place = self.workspace.join(path);
        let now = files::read_bytes(&place)?;
        let written = files::read_bytes(&copy.join(WRITTEN).join(path))?;
        let before = files::read_bytes(&copy.join(REPLACED).join(path))?;
        let is_own = now.is_some() && now != written && now != before;
        let aside = if is_own { Some(self.put_aside(path)?) } else { None };
        match before {
            Some(yours) => files::write_below(self.workspace, path, &yours)?,
            None => files::remove_file(&place)?,
        }
        Ok(aside)
    }

    /// Removes the folders that are below `made`, unless there is something in them now.
    fn remove_empty(&self, made: &Path, below: &Path) {
        let entries = fs::read_dir(made.join(below)).into_iter().flatten().flatten();
        for entry in entries {
            let folder = below.join(entry.file_name());
            self.remove_empty(made, &folder);
            // What is not empty stays.
            let _ = fs::remove_dir(self.workspace.join(folder));
        }
    }

    fn put_aside(&self, path: &str) -> Result<String> {
        let name =
            |number: usize| format!("{path}.away{}", if number == 0 { String::new() } else { number.to_string() });
        let mut names = (0..ASIDE).map(name);
        let free = names.find(|name| !self.workspace.join(name).exists()).ok_or_else(|| {
            Failure::environment(format!("there are {ASIDE} files {path}.away already")).hint("Remove some of them.")
        })?;
        files::rename(&self.workspace.join(path), &self.workspace.join(&free))?;
        Ok(free)
    }

    /// A link may lead out of the workspace, where nothing is to be written.
    fn refuse_links(&self, path: &str) -> Result<()> {
        let parts = Path::new(path).ancestors().filter(|part| !part.as_os_str().is_empty());
        let link = parts.map(|part| self.workspace.join(part)).find(|part| part.is_symlink());
        link.map_or(Ok(()), |link| {
            Err(Failure::usage(format!("{} is a symbolic link, so nothing was written to it", link.display()))
                .hint("Move it away, and run the command again."))
        })
    }

    fn copy(&self, number: u32) -> PathBuf {
        self.folder.kept().join(number.to_string())
    }

    fn unfinished(&self) -> PathBuf {
        self.folder.kept().join("new")
    }
}

/// The folders that lead to a path, such as `website` and `website/account`.
fn folders(path: &str) -> impl Iterator<Item = &Path> {
    Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files_of(pairs: &[(&str, &str)]) -> Files {
        pairs.iter().map(|(path, content)| ((*path).to_owned(), content.as_bytes().to_vec())).collect()
    }

    /// A workspace with an account that holds `content`.
    fn world(content: &str) -> (tempfile::TempDir, Folder) {
        let workspace = tempfile::tempdir().unwrap();
        let folder = Folder::of(workspace.path());
        folder.create().unwrap();
        folder.fill_account(&files_of(&[("state/s3.json", content), ("s3/page", content)])).unwrap();
        (workspace, folder)
    }

    fn state(folder: &Folder) -> Option<String> {
        files::read(&folder.state().join("s3.json")).unwrap()
    }

    #[test]
    fn what_was_there_comes_back_file_by_file() {
        let (workspace, folder) = world("mine");
        let copies = Copies::of(&folder, workspace.path());
        let file = |name: &str| files::read(&workspace.path().join(name)).unwrap();
        for name in ["page.html", "edited.html"] {
            files::write(&workspace.path().join(name), "mine").unwrap();
        }
        let account = files_of(&[("state/s3.json", "theirs")]);
        files::create_folder(&workspace.path().join("mine")).unwrap();
        let written = files_of(&[
            ("page.html", "theirs"),
            ("edited.html", "theirs"),
            ("api/new.json", "theirs"),
            ("mine/new.json", "theirs"),
            ("mixed/deep/new.json", "theirs"),
        ]);
        assert_eq!(copies.exchange(&account, &written).unwrap(), 1);
        assert_eq!((state(&folder).as_deref(), folder.objects().join("page").exists()), (Some("theirs"), false));
        assert_eq!(file("api/new.json").as_deref(), Some("theirs"));
        files::write(&workspace.path().join("edited.html"), "further").unwrap();
        files::write(&workspace.path().join("mixed/own.html"), "mine").unwrap();
        assert_eq!(copies.exchange(&files_of(&[]), &files_of(&[])).unwrap(), 2, "a second copy beside the first");
        assert_eq!((state(&folder), copies.numbers().unwrap()), (None, vec![1, 2]));
        assert_eq!(copies.go_back().unwrap(), Some((2, Vec::new())));
        assert_eq!(state(&folder).as_deref(), Some("theirs"));
        assert_eq!(copies.go_back().unwrap(), Some((1, vec!["edited.html.away".to_owned()])));
        assert_eq!(state(&folder).as_deref(), Some("mine"));
        assert_eq!(["page.html", "edited.html"].map(|name| file(name).unwrap()), ["mine", "mine"]);
        assert_eq!((file("api/new.json"), file("edited.html.away").as_deref()), (None, Some("further")));
        let is_there = |folder: &str| workspace.path().join(folder).is_dir();
        assert_eq!(["api", "mine", "mixed"].map(is_there), [false, true, true], "those that were made for it are gone");
        assert_eq!(copies.go_back().unwrap(), None);
    }

    #[test]
    fn an_exchange_that_was_cut_off_leaves_the_old_account() {
        let (workspace, folder) = world("mine");
        let copies = Copies::of(&folder, workspace.path());
        copies.recover().unwrap();
        assert_eq!(state(&folder).as_deref(), Some("mine"), "nothing was cut off");
        // Before the copy was whole.
        files::write(&folder.journal(), "1").unwrap();
        files::create_folder(&copies.unfinished()).unwrap();
        copies.recover().unwrap();
        assert_eq!((state(&folder).as_deref(), copies.numbers().unwrap()), (Some("mine"), vec![]));
        // After it, with half of the new account in place.
        let page = files_of(&[("page.html", "theirs")]);
        copies.exchange(&files_of(&[("state/s3.json", "theirs")]), &page).unwrap();
        files::write(&folder.journal(), "1").unwrap();
        files::remove_folder(&folder.state()).unwrap();
        copies.recover().unwrap();
        assert_eq!((state(&folder).as_deref(), copies.numbers().unwrap()), (Some("mine"), vec![]));
        assert!(!workspace.path().join("page.html").exists() && !folder.journal().exists());
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        let (workspace, folder) = world("mine");
        let elsewhere = tempfile::tempdir().unwrap();
        files::link(elsewhere.path(), &workspace.path().join("api")).unwrap();
        let copies = Copies::of(&folder, workspace.path());
        let refused = copies.exchange(&files_of(&[]), &files_of(&[("api/x.json", "theirs")])).unwrap_err();
        assert!(refused.message.ends_with("is a symbolic link, so nothing was written to it"), "{refused}");
        assert_eq!((state(&folder).as_deref(), elsewhere.path().join("x.json").exists()), (Some("mine"), false));
    }
}
