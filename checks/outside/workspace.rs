//! Files of the learner's own that an exercise asks for. They are read in the workspace alone, wherever links lead.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::aws::fault::{Cause, Fault, Read};
use crate::judgement::{Found, NearMiss};
use crate::learner::Learner;
use crate::near::nearest;

/// The most bytes of a file that are read; an export of a small API has some ten thousand.
const LARGEST: u64 = 1024 * 1024;
/// How many names of a folder are looked through for a near miss.
const MOST_NAMES: usize = 1000;

/// A file of the workspace.
#[derive(Clone, Debug)]
pub struct Saved {
    /// From the workspace's root, with slashes.
    pub path: String,
    pub text: String,
}

impl fmt::Display for Saved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// The first of `paths` that is in the workspace; or a file that `looks_right` there or in the folder of the first path.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn saved(you: &Learner, paths: &[&str], looks_right: fn(&str) -> bool) -> Read<Found<Saved>> {
    let root = root(you)?;
    for path in paths {
        match read(&root, path)? {
            Found::Missing(None) => {}
            found => return Ok(found),
        }
    }
    Ok(Found::Missing(similar(&root, paths[0], looks_right)))
}

/// The workspace's folder itself, without links.
pub(super) fn root(you: &Learner) -> Read<PathBuf> {
    let Some(root) = &you.workspace else { return Err(fault("no workspace is known", None)) };
    fs::canonicalize(root).map_err(|error| fault("the workspace cannot be opened", Some(&error)))
}

/// The file; missing with a near miss when what is there is no file of the workspace.
fn read(root: &Path, path: &str) -> Read<Found<Saved>> {
    let failed = |error: io::Error| fault(&format!("{path} cannot be read"), Some(&error));
    let file = match fs::canonicalize(root.join(path)) {
        Ok(file) => file,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Found::Missing(None));
        }
        Err(error) => return Err(failed(error)),
    };
    if !file.starts_with(root) {
        return Ok(other(path, "is a link that leads out of the workspace"));
    }
    let metadata = fs::metadata(&file).map_err(failed)?;
    if !metadata.is_file() {
        return Ok(other(path, "is no file"));
    }
    let mut bytes = Vec::new();
    File::open(&file).and_then(|opened| opened.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Ok(other(path, "has more than 1 MiB (1,048,576 bytes)"));
    }
    let text = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned();
    Ok(Found::Here(Saved { path: path.to_owned(), text }))
}

fn other<T>(path: &str, what: &str) -> Found<T> {
    let advice = format!("Save the export itself as {path}, in your workspace.");
    Found::Missing(Some(NearMiss { found: format!("{path} {what}"), advice }))
}

/// What a beginner saved under another name or in another folder. What cannot be listed is no near miss.
fn similar(root: &Path, wanted: &str, looks_right: fn(&str) -> bool) -> Option<NearMiss> {
    let (folder, name) = wanted.rsplit_once('/').unwrap_or(("", wanted));
    let all: Vec<_> = ["", folder].iter().flat_map(|folder| names(&root.join(folder), folder)).collect();
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let named: Vec<_> = all.into_iter().map(|path| (last(&path), path)).collect();
    let near = named.iter().find(|(name, _)| looks_right(&name.to_lowercase()));
    let (_, path) = near.or_else(|| nearest(name, &named, |(name, _)| name))?;
    let advice = format!("Save it as {wanted} in your workspace, or move {path} there.");
    Some(NearMiss { found: path.clone(), advice })
}

/// The files of a folder, by their paths from the root.
fn names(folder: &Path, prefix: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(MOST_NAMES).filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut names: Vec<_> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
    names.sort();
    let slash = if prefix.is_empty() { "" } else { "/" };
    names.into_iter().map(|name| format!("{prefix}{slash}{name}")).collect()
}

pub(super) fn fault(what: &str, error: Option<&io::Error>) -> Fault {
    let why = error.map_or_else(String::new, |error| format!(": {error}"));
    Fault::new(Cause::File, None, &format!("{what}{why}"))
}

/// The folder of the tests, in which the exercises' files are.
#[cfg(any(test, feature = "testing"))]
pub fn example() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testing/workspace")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATHS: &[&str] = &["api/openapi.json", "openapi.json"];

    /// A workspace that is gone with the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("msl-learn-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(folder.join("ws/api")).unwrap();
            Self(folder)
        }

        fn write(&self, name: &str, text: &str) -> &Self {
            fs::write(self.0.join("ws").join(name), text).unwrap();
            self
        }

        fn found(&self) -> Read<Found<Saved>> {
            let you = Learner { workspace: Some(self.0.join("ws")), ..crate::learner::example() };
            saved(&you, PATHS, |name| name.contains("oas30"))
        }

        fn near(&self) -> Option<String> {
            match self.found() {
                Ok(Found::Missing(near)) => near.map(|near| near.found),
                other => panic!("{other:?}"),
            }
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_first_file_that_is_there_is_read_without_its_mark() {
        let folder = Folder::new("first");
        folder.write("openapi.json", "\u{feff}{}");
        let Ok(Found::Here(file)) = folder.found() else { panic!("not found") };
        assert_eq!((file.path.as_str(), file.text.as_str()), ("openapi.json", "{}"));
    }

    #[test]
    fn what_was_saved_elsewhere_is_named() {
        let folder = Folder::new("near");
        assert_eq!(folder.near(), None);
        folder.write("api/mock-response.json", "");
        assert_eq!(folder.near(), None);
        folder.write("api/OpenApi.jsn", "");
        assert_eq!(folder.near().as_deref(), Some("api/OpenApi.jsn"));
        folder.write("website-v1-oas30-apigateway.json", "");
        assert_eq!(folder.near().as_deref(), Some("website-v1-oas30-apigateway.json"));
    }

    #[test]
    fn a_folder_and_a_file_too_large_are_no_export() {
        let folder = Folder::new("large");
        fs::create_dir(folder.0.join("ws/api/openapi.json")).unwrap();
        assert_eq!(folder.near().as_deref(), Some("api/openapi.json is no file"));
        fs::remove_dir(folder.0.join("ws/api/openapi.json")).unwrap();
        folder.write("api/openapi.json", &" ".repeat(1024 * 1024 + 1));
        assert!(folder.near().unwrap().ends_with("has more than 1 MiB (1,048,576 bytes)"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_within_the_workspace_alone() {
        use std::os::unix::fs::symlink;
        let folder = Folder::new("link");
        fs::write(folder.0.join("secret"), "secret").unwrap();
        symlink("../../secret", folder.0.join("ws/api/openapi.json")).unwrap();
        assert_eq!(folder.near().as_deref(), Some("api/openapi.json is a link that leads out of the workspace"));
        fs::remove_file(folder.0.join("ws/api/openapi.json")).unwrap();
        symlink("export.json", folder.0.join("ws/api/openapi.json")).unwrap();
        assert_eq!(folder.near(), None, "a link that leads nowhere");
        folder.write("api/export.json", "{}");
        assert!(matches!(folder.found(), Ok(Found::Here(_))));
    }

    #[test]
    fn without_a_workspace_nothing_can_be_told() {
        let you = Learner { workspace: None, ..crate::learner::example() };
        assert!(saved(&you, PATHS, |_| true).is_err());
    }
}
