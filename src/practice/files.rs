//! File operations whose errors name the path and the fix.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use atomic_write_file::AtomicWriteFile;

use super::status::Phase;
use crate::failure::{Failure, Result};

pub fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| failed("create the folder", path, &error))
}

/// Writes the whole file or, on an error, leaves it as it was.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    let write = || {
        let mut file = AtomicWriteFile::open(path)?;
        file.write_all(content.as_ref())?;
        file.commit()
    };
    write().map_err(|error| failed("write", path, &error))
}

/// Writes the whole file at a path below `folder`, with the folders that lead to it.
pub fn write_below(folder: &Path, path: &str, content: &[u8]) -> Result<()> {
    let place = folder.join(path);
    place.parent().map_or(Ok(()), create_folder)?;
    write(&place, content)
}

/// The file's content; `None` if it does not exist.
pub fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed("read", path, &error)),
    }
}

/// The file's bytes; `None` if it does not exist.
pub fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed("read", path, &error)),
    }
}

/// The paths of all files below the folder, each relative to it; none if there is no such folder.
pub fn below(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop().filter(|next| next.is_dir()) {
        let entries = fs::read_dir(&next).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        for entry in entries.map_err(|error| failed("read", &next, &error))? {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap_or(&path);
            found.push(name.to_string_lossy().into_owned());
        }
    }
    Ok(found)
}

/// Copies the folder with all files in it, if it exists.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    create_folder(to)?;
    for name in below(from)? {
        let (from, to) = (from.join(&name), to.join(&name));
        to.parent().map_or(Ok(()), create_folder)?;
        fs::copy(&from, &to).map_err(|error| failed("copy", &from, &error))?;
    }
    Ok(())
}

/// Removes the file if it exists.
pub fn remove_file(path: &Path) -> Result<()> {
    unless_missing(fs::remove_file(path)).map_err(|error| failed("remove", path, &error))
}

/// Removes the folder and all in it, if it exists.
pub fn remove_folder(path: &Path) -> Result<()> {
    unless_missing(fs::remove_dir_all(path)).map_err(|error| failed("remove", path, &error))
}

/// Renames the file or folder if it exists; nothing has the new name yet.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    unless_missing(fs::rename(from, to)).map_err(|error| failed("rename", from, &error))
}

/// Keeps other `msl-learn` processes out until the returned file and any [`held`] one are dropped.
pub fn lock(path: &Path, progress: &mut dyn FnMut(Phase)) -> Result<File> {
    let mut lock = || {
        let file = File::options().create(true).read(true).append(true).open(path)?;
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) => progress(Phase::WaitingForAnother),
        }
        file.lock().map(|()| file)
    };
    lock().map_err(|error| failed("lock", path, &error))
}

/// The lock, with this process's number in its file; `None` if another process has it.
pub fn try_lock(path: &Path) -> Result<Option<File>> {
    let lock = || {
        let mut file = File::options().create(true).read(true).append(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) => return Ok(None),
        }
        file.set_len(0)?;
        write!(file, "{}", std::process::id())?;
        Ok(Some(file))
    };
    lock().map_err(|error| failed("lock", path, &error))
}

/// The number of the process that has the lock of [`try_lock`]; `None` if nobody has it.
pub fn locked_by(path: &Path) -> Option<u32> {
    let file = File::open(path).ok()?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => read(path).ok()??.trim().parse().ok(),
        _ => None,
    }
}

/// The lock as a child's standard input, which is empty: the child holds it even when this program is killed.
pub fn held(lock: &File) -> Stdio {
    lock.try_clone().map_or_else(|_| Stdio::null(), Stdio::from)
}

/// Redirects both streams of the command to the file at `path`, which is emptied first.
pub fn log_to(path: &Path, command: &mut Command) -> Result<()> {
    let mut open = || {
        let log = File::create(path)?;
        command.stdout(log.try_clone()?).stderr(log);
        Ok(())
    };
    open().map_err(|error| failed("write", path, &error))
}

/// Makes `link` lead to the folder `to`.
#[cfg(unix)]
pub fn link(to: &Path, link: &Path) -> Result<()> {
    std::os::unix::fs::symlink(to, link).map_err(|error| failed("write", link, &error))
}

/// No practice account runs here: see `process::supported`.
#[cfg(not(unix))]
pub fn link(_: &Path, link: &Path) -> Result<()> {
    Err(failed("write", link, &ErrorKind::Unsupported.into()))
}

/// FNV-1a, 32 bits: short, and the same with every compiler.
pub fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The failure of `action` (such as "write") at `path`.
pub fn failed(action: &str, path: &Path, error: &io::Error) -> Failure {
    let failure = Failure::environment(format!("cannot {action} {}: {error}", path.display()));
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => failure.hint(
            "Make the folder writable for you, or choose another one: `-C DIR` names the workspace, \
             MSL_LEARN_DATA_DIR the folder that the emulator is installed into.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            failure.hint("Make room on that disk, then run the command again.")
        }
        _ => failure,
    }
}

fn unless_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_fnv_1a() {
        assert_eq!(fingerprint(""), 0x811c_9dc5);
        assert_eq!(fingerprint("foobar"), 0xbf9c_f968);
    }
}
