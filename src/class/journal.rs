//! Files of JSON lines to which lines are only added: a program that is killed loses none, and two never mix.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::{Failure, Result};
use crate::progress::lock;
use crate::workspace::write_atomically;

/// Reads the lines of a file; none if there is no file. A last line that was not written to its end counts for nothing.
///
/// # Errors
/// If the file cannot be read, or another line is damaged.
pub fn read<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let text = match fs::read(file) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(file, &error)),
    };
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    let lines = (1..).zip(whole.lines()).map(|(number, line)| {
        serde_json::from_str(line).map_err(|error| {
            Failure::environment(format!("{}: line {number} is damaged: {error}", file.display()))
                .hint("Remove the line, or update msl-learn if a newer one has written it. The file was left as it is.")
        })
    });
    lines.collect()
}

/// Adds lines at the end, each whole. What a killed program left of a line goes first.
///
/// # Errors
/// If the file cannot be written.
pub fn add<T: Serialize>(file: &Path, lines: &[T]) -> Result<()> {
    let failed = |error: io::Error| failed(file, &error);
    let text = text(lines).map_err(failed)?;
    let _lock = lock::acquire(&file.with_extension("lock")).map_err(failed)?;
    let mut open = File::options().read(true).write(true).create(true).truncate(false).open(file).map_err(failed)?;
    let end = end_of_last_line(&mut open).map_err(failed)?;
    open.set_len(end).and_then(|()| open.seek(SeekFrom::Start(end))).map_err(failed)?;
    open.write_all(text.as_bytes()).and_then(|()| open.sync_data()).map_err(failed)
}

/// Keeps those lines that `is_kept` names, and deletes the others.
///
/// # Errors
/// If the file cannot be read or written.
pub fn retain<T>(file: &Path, is_kept: impl Fn(&T) -> bool) -> Result<()>
where
    T: Serialize + DeserializeOwned + Clone + PartialEq,
{
    // Who only looks at a class may have no right to lock its files.
    if read::<T>(file)?.iter().all(&is_kept) {
        return Ok(());
    }
    change(file, |mut lines| {
        lines.retain(is_kept);
        lines
    })
}

/// Makes other lines of those that are there, while nobody else writes them. Nothing is written if they stay the same.
///
/// # Errors
/// If the file cannot be read or written.
pub fn change<T>(file: &Path, change: impl FnOnce(Vec<T>) -> Vec<T>) -> Result<()>
where
    T: Serialize + DeserializeOwned + Clone + PartialEq,
{
    let failed = |error: io::Error| failed(file, &error);
    let _lock = lock::acquire(&file.with_extension("lock")).map_err(failed)?;
    let known = read::<T>(file)?;
    let lines = change(known.clone());
    if lines == known { Ok(()) } else { write_atomically(file, &text(&lines).map_err(failed)?).map_err(failed) }
}

fn text<T: Serialize>(lines: &[T]) -> io::Result<String> {
    lines.iter().map(|line| Ok(serde_json::to_string(line)? + "\n")).collect()
}

/// Where the last whole line ends.
fn end_of_last_line(file: &mut File) -> io::Result<u64> {
    let (mut end, mut byte) = (file.metadata()?.len(), [0]);
    while end > 0 {
        file.seek(SeekFrom::Start(end - 1))?;
        file.read_exact(&mut byte)?;
        if byte == [b'\n'] {
            break;
        }
        end -= 1;
    }
    Ok(end)
}

fn failed(file: &Path, error: &io::Error) -> Failure {
    Failure::environment(format!("{}: {error}", file.display()))
}
