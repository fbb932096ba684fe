//! A file that is to be written.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A file, and what it will hold.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// From the repository's root.
    pub path: PathBuf,
    pub text: String,
    /// Whether there was no such file before.
    pub is_new: bool,
}

/// Such as `new checks/ch07/user_pool.rs`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", if self.is_new { "new" } else { "changed" }, self.path.display())
    }
}

impl Change {
    /// A file that must not be there yet.
    ///
    /// # Errors
    /// If it is there.
    pub(crate) fn create(root: &Path, path: String, text: String) -> Result<Self, String> {
        if root.join(&path).exists() {
            return Err(format!("{path} is there already; nothing was written"));
        }
        Ok(Self { path: path.into(), text, is_new: true })
    }

    /// A file with other content; `change` gets what it holds, or nothing if it is not there.
    ///
    /// # Errors
    /// If it cannot be read, or `change` refuses.
    pub(crate) fn edit(
        root: &Path,
        path: String,
        change: impl FnOnce(Option<&str>) -> Result<String, String>,
    ) -> Result<Self, String> {
        let file = root.join(&path);
        let before = match file.exists() {
            true => Some(fs::read_to_string(&file).map_err(|error| format!("{path}: {error}"))?),
            false => None,
        };
        let text = change(before.as_deref())?;
        Ok(Self { path: path.into(), text, is_new: before.is_none() })
    }

    /// Writes the file below `root`.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, root: &Path) -> Result<(), String> {
        let file = root.join(&self.path);
        let write = || {
            fs::create_dir_all(file.parent().unwrap_or(root))?;
            fs::write(&file, &self.text)
        };
        write().map_err(|error| format!("{}: {error}", self.path.display()))
    }
}
