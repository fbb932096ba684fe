//! Lets one program at a time write the progress of a workspace, and none wait forever.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How long to wait for another program, which needs the lock for a few milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(10);

/// Takes the lock, which is held until the returned file is dropped or the program ends.
///
/// # Errors
/// [`io::ErrorKind::TimedOut`] if another program holds it for five seconds; otherwise the error of the file system, which
/// may know no locks at all.
pub fn acquire(path: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if Instant::now() >= deadline => return Err(busy()),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
        }
    }
}

fn busy() -> io::Error {
    let message = format!("another program has held it for {} seconds", PATIENCE.as_secs());
    io::Error::new(io::ErrorKind::TimedOut, message)
}
