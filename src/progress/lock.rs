//! Keeps two programs apart that want to write the progress of one workspace, and neither for ever.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// How long another program is waited for; it needs the lock for a few milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(10);

/// The lock, held until the file that it returns is dropped or the program ends, however it ends.
///
/// # Errors
/// [`io::ErrorKind::TimedOut`] when another program holds it for five seconds; otherwise as the file system says, which
/// may not know locks at all.
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
