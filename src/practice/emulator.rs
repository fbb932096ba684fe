//! The emulator's process: its start, its first answer, its end, and the last lines of its log.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::folder::Folder;
use super::node::Runtime;
use super::record::Record;
use super::status::Phase;
use super::tail::tail;
use super::{files, http, launch, port, process};
use crate::failure::{Failure, Result};

/// The longest time that the emulator may take to answer. On an idle machine it takes half a second.
const HEALTHY_WITHIN: Duration = Duration::from_secs(30);
/// The number of log lines that a failure shows.
const TAIL: usize = 12;
/// The words of which one is in the log if the emulator broke.
const ERRORS: [&str; 4] = ["ERROR", "CRITICAL", "Traceback", "Error:"];

/// Starts the emulator with the Python that it is installed with, and with what functions in Node.js need, as far as that
/// is there. It does not answer yet: see [`await_health`].
pub fn start(folder: &Folder, python: &Path, runtime: &Runtime, progress: &mut dyn FnMut(Phase)) -> Result<Record> {
    let last = Record::read(folder)?.map(|record| record.port);
    let listener = port::listen(port::asked()?, last)?;
    progress(Phase::Starting);
    folder.prepare()?;
    folder.link_modules(runtime.modules.as_deref())?;
    let record = launch::emulator(folder, python, listener, runtime.node.as_deref())?;
    record.write(folder).inspect_err(|_| {
        process::end(record.pid, &record.mark());
    })?;
    progress(Phase::WaitingForHealth);
    Ok(record)
}

/// Waits for the emulator's answer; ends it if none comes.
pub fn await_health(folder: &Folder, record: &Record) -> Result<()> {
    let deadline = Instant::now() + HEALTHY_WITHIN;
    while !http::is_healthy(record.port) {
        if !record.is_running(folder) {
            return Err(trouble(folder, "the practice account's emulator ended at its start".into()));
        }
        if Instant::now() > deadline {
            process::end(record.pid, &record.mark());
            let seconds = HEALTHY_WITHIN.as_secs();
            let message = format!("the practice account's emulator did not answer within {seconds} seconds");
            return Err(trouble(folder, message));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Ends the emulator; what is in the account is kept.
pub fn stop(folder: &Folder, record: &Record) -> Result<()> {
    if !process::end(record.pid, &record.mark()) {
        let message = format!("process {}, the practice account's emulator, does not end", record.pid);
        return Err(Failure::environment(message).hint(format!("End it with `kill -9 {}`.", record.pid)));
    }
    leave_in_good_order(folder)
}

/// Ends the Lambda functions that continued to run when the emulator crashed or was killed.
pub fn clear_up_after_crash(folder: &Folder) -> Result<()> {
    let Some(record) = Record::read(folder)? else {
        return Ok(());
    };
    if folder.ended().exists() {
        return Ok(());
    }
    process::end_leftovers(record.pid, &folder.temporary());
    leave_in_good_order(folder)
}

fn leave_in_good_order(folder: &Folder) -> Result<()> {
    files::write(&folder.ended(), "")?;
    files::remove_folder(&folder.temporary())
}

/// The last lines of the emulator's log.
pub fn log_tail(folder: &Folder) -> String {
    let log = std::fs::read(folder.log()).unwrap_or_default();
    let log = String::from_utf8_lossy(&log);
    tail(log.lines(), TAIL)
}

/// The last lines of the emulator's log, if they name an error.
pub fn errors_in_log(folder: &Folder) -> Option<String> {
    let end = log_tail(folder);
    ERRORS.iter().any(|word| end.contains(word)).then_some(end)
}

fn trouble(folder: &Folder, message: String) -> Failure {
    let log = folder.log();
    Failure::environment(format!("{message}; the last lines of {}:\n{}", log.display(), log_tail(folder))).hint(
        "Run the command again. If that does not help, `msl-learn practice reset` deletes what is in the account.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_of_a_log_is_its_last_written_lines() {
        let workspace = tempfile::tempdir().unwrap();
        let folder = Folder::of(workspace.path());
        assert_eq!(log_tail(&folder), "");
        folder.create().unwrap();
        let lines: Vec<String> = (1..=TAIL + 5).map(|number| number.to_string()).collect();
        std::fs::write(folder.log(), lines.join("\n\n")).unwrap();
        assert_eq!(log_tail(&folder), lines[5..].join("\n"));
        assert_eq!(errors_in_log(&folder), None);
        std::fs::write(folder.log(), "INFO started\nMemoryError: no room\n").unwrap();
        assert_eq!(errors_in_log(&folder).as_deref(), Some("INFO started\nMemoryError: no room"));
    }
}
