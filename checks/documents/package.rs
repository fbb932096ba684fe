//! The code package of a function: a .zip file of somebody else's, read in memory and within bounds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use zip::ZipArchive;

use crate::documents::code::{Code, Run, Variables};

/// The most entries of a package, those of libraries included, whose names are all that is read of them.
const ENTRIES: usize = 20_000;
/// The most files of the package's own.
const FILES: usize = 1000;
/// The most that a file holds, and all files together, in bytes.
const FILE: u64 = 1024 * 1024;
const TOTAL: u64 = 8 * FILE;

/// Folders of libraries: nobody's own code.
const LIBRARIES: &[&str] = &["node_modules/", "site-packages/", "python/lib/"];
/// The endings of files that are read.
const SOURCES: &[&str] = &[".mjs", ".js", ".cjs", ".py", "package.json"];

/// A package that was read.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// Every file, by its path from the package's root; with its text when it is a source file of the package's own.
    files: BTreeMap<String, Option<String>>,
    has_libraries: bool,
    /// How Lambda runs it.
    handler: Option<String>,
    variables: Variables,
    /// Its own code, once it was asked for.
    #[serde(skip)]
    code: OnceLock<Code>,
}

/// Why a package was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is something else than a .zip file.
    NoZip,
    /// It breaks off, or does not fit together.
    Damaged(String),
    /// It holds more or other things than are read here.
    Unfit(String),
}

impl Package {
    /// Reads a .zip file.
    ///
    /// # Errors
    /// When it is none, is damaged, or is outside of the bounds.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Unread> {
        if !bytes.starts_with(b"PK") {
            return Err(Unread::NoZip);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let count = archive.len();
        if count > ENTRIES {
            return Err(Unread::Unfit(format!("the package has {count} entries; up to {ENTRIES} are read")));
        }
        if archive.has_duplicate_names() {
            return Err(Unread::Unfit("the package has two files of the same name".into()));
        }
        let (mut package, mut room, mut own) = (Self::default(), TOTAL, 0);
        for index in 0..count {
            package.add(&mut archive, index, &mut room, &mut own)?;
        }
        Ok(package)
    }

    fn add(
        &mut self,
        archive: &mut ZipArchive<Cursor<Vec<u8>>>,
        index: usize,
        room: &mut u64,
        own: &mut usize,
    ) -> Result<(), Unread> {
        let entry = archive.by_index_data(index).map_err(damaged)?;
        let name = entry.name().map_err(damaged)?.into_owned();
        let (is_file, encrypted) = (entry.is_file(), entry.encrypted());
        check_name(&name)?;
        if !is_file {
            return Ok(());
        }
        let is_of_library =
            LIBRARIES.iter().any(|folder| name.starts_with(folder) || name.contains(&format!("/{folder}")));
        self.has_libraries |= is_of_library;
        if is_of_library || !SOURCES.iter().any(|ending| name.ends_with(ending)) {
            self.files.insert(name, None);
            return Ok(());
        }
        *own += 1;
        if *own > FILES {
            return Err(Unread::Unfit(format!("the package has more than {FILES} files of code")));
        }
        if encrypted {
            return Err(Unread::Unfit(format!("the file {} is encrypted", shown(&name))));
        }
        let text = text(archive, index, &name, *room)?;
        *room -= text.len() as u64;
        self.files.insert(name, Some(String::from_utf8_lossy(&text).into_owned()));
        Ok(())
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The text of a source file of the package's own.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// The source files of the package's own, and their text.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    /// The package as a function has it, with the function's handler and environment variables.
    pub fn of_function(self, handler: Option<&str>, variables: &Variables) -> Self {
        Self { handler: handler.map(str::to_owned), variables: variables.clone(), ..self }
    }

    /// The package's own code, which is read once for all that is judged of it.
    pub fn code(&self) -> &Code {
        self.code.get_or_init(|| Code::of_package(self.sources()))
    }

    /// Its code as Lambda runs it.
    pub fn run(&self) -> Run<'_> {
        self.code().in_lambda(self.handler.as_deref(), &self.variables)
    }

    /// Whether libraries lie in it, which may do what the code itself does not show.
    pub fn has_libraries(&self) -> bool {
        self.has_libraries
    }
}

/// Reads no more than there is room for, whatever size the entry claims.
fn text(archive: &mut ZipArchive<Cursor<Vec<u8>>>, index: usize, name: &str, room: u64) -> Result<Vec<u8>, Unread> {
    let most = FILE.min(room);
    let mut text = Vec::new();
    let file = archive.by_index(index).map_err(damaged)?;
    file.take(most + 1).read_to_end(&mut text).map_err(|error| Unread::Damaged(error.to_string()))?;
    if text.len() as u64 > most {
        return Err(Unread::Unfit(format!("the file {} is larger than what is read of a package", shown(name))));
    }
    Ok(text)
}

/// Ignores paths that lead out of the package.
fn check_name(name: &str) -> Result<(), Unread> {
    let leads_out =
        name.starts_with('/') || name.contains(['\\', '\0', ':']) || name.split('/').any(|part| part == "..");
    if leads_out {
        return Err(Unread::Unfit(format!("the package has a file with the path {}", shown(name))));
    }
    Ok(())
}

/// A foreign name, of a length that is read.
fn shown(name: &str) -> String {
    name.chars().take(100).collect()
}

fn damaged(error: impl std::fmt::Display) -> Unread {
    Unread::Damaged(format!("the package is no whole .zip file: {error}"))
}
