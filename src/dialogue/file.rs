//! A file of the learner's workspace that must hold something.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use msl_learn_checks::Finding;

use crate::checked::{fails, holds, skipped};
use crate::failure::{Failure, Result};

/// The most bytes of a file that are checked.
const LARGEST: u64 = 1024 * 1024;

/// Returns one finding for the file and one for each thing that it must hold.
pub fn check(root: &Path, path: &str, wanted: &[String]) -> Result<Vec<Finding>> {
    let exists = format!("{path} is in your workspace");
    let clause = |text: &String| format!("{path} holds {text}");
    let Some(content) = read(&root.join(path))? else {
        let missing = fails(exists, "a file", "no file of that name", format!("Save it as {path} in your workspace."));
        let rest = wanted.iter().map(|text| skipped(clause(text), "not checked until the file exists"));
        return Ok(std::iter::once(missing).chain(rest).collect());
    };
    let of = |text: &String| {
        if content.contains(text.as_str()) {
            return holds(clause(text), text);
        }
        fails(clause(text), text, "no such text", format!("Open {path} and compare it with the walkthrough."))
    };
    Ok(std::iter::once(holds(exists, path)).chain(wanted.iter().map(of)).collect())
}

/// The file's text; `None` if there is no such file. Only a regular file is opened: a pipe would not end.
fn read(file: &Path) -> Result<Option<String>> {
    let failed = |error: io::Error| {
        Failure::environment(format!("{} cannot be read: {error}", file.display()))
            .hint("Make it readable for you, and run the command again.")
    };
    match fs::metadata(file) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Ok(None),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(failed(error)),
    }
    let mut content = Vec::new();
    File::open(file).and_then(|opened| opened.take(LARGEST).read_to_end(&mut content)).map_err(failed)?;
    Ok(Some(String::from_utf8_lossy(&content).into_owned()))
}
