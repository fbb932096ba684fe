//! The stations for a workspace's own names: a process in the background makes them once, in an account of its own beside the
//! learner's, and keeps one after each exercise.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use flate2::Compression;

use super::shell::Shell;
use super::stations::{Files, Stations};
use super::{Practice, files, port, process, script, tail};
use crate::failure::{Failure, Result};

/// The command that the process runs; it tells the process from others in a process list.
pub const COMMAND: &str = "make-stations";
/// The longest time that is waited for its beginning, so that whoever asks next finds it.
const BEGUN_WITHIN: Duration = Duration::from_secs(5);
/// The number of lines of a solution that failed.
const TAIL: usize = 6;

impl Practice {
    /// The stations for names of the learner's own, as far as they are made of this.
    pub fn own_stations(&self, made_of: &str) -> Option<Stations> {
        Stations::read(&self.folder.own_stations()).filter(|stations| stations.made_of == made_of)
    }

    /// Keeps them. There is one more after each exercise, so that they are packed in a hurry.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn keep_stations(&self, stations: &Stations) -> Result<()> {
        stations.write(&self.folder.own_stations(), Compression::fast())
    }

    /// Whether a process is making them.
    pub fn makes_stations(&self) -> bool {
        files::locked_by(&self.folder.walk_lock()).is_some()
    }

    /// Starts the process that makes them, which outlives this program.
    ///
    /// # Errors
    /// If a program that solutions need is missing, or the process cannot be started.
    pub fn begin_stations(&self, region: &str) -> Result<()> {
        process::supported()?;
        self.folder.create()?;
        files::create_folder(&self.folder.scripts())?;
        script::run(&self.commands(0, Shell::Posix, region)?, "", &self.folder.scripts(), None)?;
        files::remove_file(&self.folder.walk_trouble())?;
        let program = std::env::current_exe().map_err(|error| files::failed("find", Path::new("msl-learn"), &error))?;
        let mut command = Command::new(&program);
        command.arg("-C").arg(&self.workspace).args(["practice", COMMAND]);
        port::on_a_free_one(&mut command);
        process::in_background(&mut command).map_err(|error| files::failed("run", &program, &error))?;
        let deadline = Instant::now() + BEGUN_WITHIN;
        while !self.makes_stations() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// Ends that process and its account; what it has made is kept.
    pub(super) fn end_stations(&self) -> Result<()> {
        let Some(pid) = files::locked_by(&self.folder.walk_lock()) else { return Ok(()) };
        process::end(pid, COMMAND);
        // The solution that it was at was ended with it, and has not failed.
        files::remove_file(&self.folder.walk_trouble())?;
        Self::of(&self.folder.walk()).stop().map(|_| ())
    }

    /// The lock of the process that makes them; `None` if another one does.
    ///
    /// # Errors
    /// If the lock cannot be written.
    pub fn lock_stations(&self) -> Result<Option<File>> {
        self.folder.create()?;
        files::try_lock(&self.folder.walk_lock())
    }

    /// The folder of the workspace in which they are made.
    pub fn walk(&self) -> PathBuf {
        self.folder.walk()
    }

    /// Why they could not be made, if they could not. It is said once: whoever asks again tries again.
    ///
    /// # Errors
    /// If the file cannot be read or removed.
    pub fn take_trouble(&self) -> Result<Option<String>> {
        let trouble = files::read(&self.folder.walk_trouble())?;
        files::remove_file(&self.folder.walk_trouble())?;
        Ok(trouble)
    }

    /// Notes why, and removes the workspace in which they were made.
    ///
    /// # Errors
    /// If a file cannot be written or removed.
    pub fn end_walk(&self, trouble: Option<&Failure>) -> Result<()> {
        if let Some(trouble) = trouble {
            files::write(&self.folder.walk_trouble(), &trouble.message)?;
        }
        Self::of(&self.folder.walk()).stop()?;
        files::remove_folder(&self.folder.walk())
    }

    /// Where the book's scripts run, beside the account's folder.
    fn book(&self) -> PathBuf {
        self.workspace.join("book")
    }

    /// Runs a script where the files of [`Practice::write_files`] are.
    ///
    /// # Errors
    /// If it fails, a program that it needs is missing, or the account is not running.
    pub fn solve(&self, region: &str, script: &str) -> Result<()> {
        let log = self.folder.walk_log();
        let is_done = script::run(&self.env(Shell::Posix, region)?, script, &self.book(), Some(&log))?;
        files::remove_file(&self.book().join(script::SCRIPT))?;
        if is_done {
            return Ok(());
        }
        let said = files::read(&log)?.unwrap_or_default();
        Err(Failure::environment(tail::tail(said.lines(), TAIL)))
    }

    /// Writes files for the book's scripts.
    ///
    /// # Errors
    /// If one cannot be written.
    pub fn write_files(&self, written: &Files) -> Result<()> {
        files::create_folder(&self.book())?;
        written.iter().try_for_each(|(path, content)| files::write_below(&self.book(), path, content))
    }

    /// The files of the account, which is saved before it answers to a change, and those that the scripts work with.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn read_files(&self) -> Result<(Files, Files)> {
        let mut account = Files::new();
        for part in [self.folder.state(), self.folder.objects()] {
            let name = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
            account.extend(read_below(&part)?.into_iter().map(|(path, content)| (format!("{name}/{path}"), content)));
        }
        Ok((account, read_below(&self.book())?))
    }
}

fn read_below(folder: &Path) -> Result<Files> {
    let read = |path: String| {
        let content = files::read_bytes(&folder.join(&path))?.unwrap_or_default();
        Ok((path, content))
    };
    files::below(folder)?.into_iter().map(read).collect()
}
