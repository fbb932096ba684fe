//! The practice account: an AWS emulator (MiniStack) for one workspace, on this machine, without an AWS account.
//!
//! A Python package that brings the program can bring the emulator, too; otherwise the first start installs it.
//! It listens on 127.0.0.1 only, and keeps its state in `.msl-learn/practice/` under the workspace. It continues to run
//! when the command that started it ends. Environment variables that change what it does:
//!
//! | variable | value |
//! |---|---|
//! | `MSL_LEARN_DATA_DIR` | the folder to install the emulator into; without it `msl-learn` in the user's data folder |
//! | `MSL_LEARN_PYTHON` | the Python to install it with; without it the first suitable one of `python3`, `python3.14` … `python3.10` |
//! | `MSL_LEARN_PRACTICE_PORT` | the port to listen on; without it the one used last, or the first free one from 4566 on |

mod emulator;
mod environment;
mod files;
mod folder;
mod http;
mod identity;
mod install;
mod kept;
mod launch;
mod making;
mod node;
mod packaged;
mod pip;
mod pointing;
mod port;
mod process;
mod python;
mod record;
mod requirements;
mod script;
mod session;
mod shell;
mod stations;
mod status;
mod tail;
mod times;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::failure::{Failure, Result};
use environment::CliEnvironment;
use folder::Folder;
use kept::Copies;
use record::Record;

pub use http::Visited;
pub use identity::{ACCESS_KEY, ACCOUNT, SECRET_KEY};
pub use node::Runtime;
pub use pointing::{Pointing, command as pointing_command, pointing};
pub use shell::Shell;
pub use stations::{Files, Station, Stations, StationsInProgress};
pub use status::{Phase, Running, Started, Status, Stopped};

/// Files by their paths; those without content were removed.
pub type ChangedFiles = BTreeMap<String, Option<Vec<u8>>>;

/// The practice account of one workspace, running or not.
pub struct Practice {
    workspace: PathBuf,
    folder: Folder,
}

/// The Python that the practice account is or would be installed with, such as `python3 (is 3.13)`.
///
/// # Errors
/// If no suitable Python is found.
pub fn python() -> Result<String> {
    python::find().map(|python| python::describe(&python))
}

/// The Node.js that runs the learner's functions, such as `v24.1.0, on the path`.
///
/// # Errors
/// If there is none that will do.
pub fn node() -> Result<String> {
    node::describe(install::emulator_python().as_deref())
}

/// The folder that the emulator is installed into, which may not exist yet.
///
/// # Errors
/// If the user's data folder cannot be found.
pub fn data_folder() -> Result<PathBuf> {
    install::data_folder()
}

/// Whether the emulator is installed. If not, the first start installs it.
pub fn is_installed() -> bool {
    install::is_there()
}

/// What functions in Node.js need, installed into `data` if it is missing. `python` has the emulator.
pub fn runtime(data: &Path, python: &Path) -> Runtime {
    install::runtime_in(data, python, &mut |_| ())
}

/// Whether an `aws` CLI came with the program. [`Practice::env`] puts it on the path.
pub fn brings_cli() -> bool {
    packaged::cli_folder().is_some()
}

impl Practice {
    /// The practice account of `workspace`. Creates and reads nothing yet.
    pub fn of(workspace: &Path) -> Self {
        Self { workspace: workspace.to_owned(), folder: Folder::of(workspace) }
    }

    /// Makes sure that the account runs and answers: installs and starts the emulator if necessary. It starts without what
    /// functions in Node.js need if that cannot be installed.
    ///
    /// # Errors
    /// If no suitable Python is found, the installation fails (no network, a wrong hash, no space), the requested port is
    /// taken, or the emulator ends or does not answer within 30 seconds.
    pub fn start(&self, progress: &mut dyn FnMut(Phase)) -> Result<Started> {
        process::supported()?;
        self.folder.create()?;
        let _lock = files::lock(&self.folder.lock(), progress)?;
        let mut without_node = None;
        let record = match self.running()? {
            Some(record) if record.version == launch::version() => record,
            older => {
                self.end(older)?;
                self.copies().recover()?;
                let python = install::ensure(progress)?;
                let runtime = install::runtime(&python, progress);
                let record = emulator::start(&self.folder, &python, &runtime, progress)?;
                without_node = runtime.lacks;
                record
            }
        };
        emulator::await_health(&self.folder, &record)?;
        Ok(Started { running: self.describe(&record), without_node })
    }

    /// Stops the account and all that it started, and the making of stations; what is in it is kept.
    ///
    /// # Errors
    /// If its files cannot be read or written, or its process does not end even when it is killed.
    pub fn stop(&self) -> Result<Stopped> {
        if !self.folder.exists() {
            return Ok(Stopped::WasNotRunning);
        }
        self.end_stations()?;
        let _lock = files::lock(&self.folder.lock(), &mut |_| ())?;
        self.end(self.running()?)
    }

    /// The account's status. Changes nothing.
    ///
    /// # Errors
    /// If its files cannot be read.
    pub fn status(&self) -> Result<Status> {
        let Some(record) = Record::read(&self.folder)? else {
            return Ok(Status::NotThere);
        };
        if record.is_running(&self.folder) {
            return Ok(Status::Running(self.describe(&record)));
        }
        if self.folder.ended().exists() {
            return Ok(Status::Stopped);
        }
        let log = self.folder.log();
        Ok(match emulator::errors_in_log(&self.folder) {
            Some(tail) => Status::Crashed { tail, log },
            None => Status::Gone,
        })
    }

    /// The port that the account used last; `None` if it was never started.
    ///
    /// # Errors
    /// If its files cannot be read.
    pub fn last_port(&self) -> Result<Option<u16>> {
        Ok(Record::read(&self.folder)?.map(|record| record.port))
    }

    /// Empties the account. Afterwards it runs if it ran before.
    ///
    /// # Errors
    /// If its files cannot be removed, or the running emulator cannot be emptied.
    pub fn reset(&self) -> Result<()> {
        if !self.folder.exists() {
            return Ok(());
        }
        let _lock = files::lock(&self.folder.lock(), &mut |_| ())?;
        match self.running()? {
            Some(record) => http::reset(record.port),
            None => {
                self.copies().recover()?;
                self.folder.empty_account()
            }
        }
    }

    /// Replaces everything in the account by what is in it at `station`. Afterwards it is stopped.
    ///
    /// # Errors
    /// If its files cannot be read or written, or its process does not end even when it is killed.
    pub fn restore(&self, stations: &Stations, station: &Station) -> Result<()> {
        let contents = stations.account(station, Timestamp::now());
        self.folder.create()?;
        let _lock = files::lock(&self.folder.lock(), &mut |_| ())?;
        self.end(self.running()?)?;
        self.folder.fill_account(&contents)
    }

    /// Keeps everything in the account beside it, and puts other contents in its place; likewise files of the workspace.
    /// Returns the number of the copy. Afterwards the account is stopped. If the program ends in between, the next start
    /// brings back what was there.
    ///
    /// # Errors
    /// If its files cannot be read or written, or its process does not end even when it is killed.
    pub fn exchange(&self, account: &Files, workspace: &Files) -> Result<u32> {
        self.folder.create()?;
        let _lock = files::lock(&self.folder.lock(), &mut |_| ())?;
        self.end(self.running()?)?;
        self.copies().recover()?;
        self.copies().exchange(account, workspace)
    }

    /// Brings back what was kept last. Returns the number of that copy, and the files of the workspace that were put aside,
    /// since the learner has changed them; `None` if nothing is kept. Afterwards the account is stopped.
    ///
    /// # Errors
    /// As [`Practice::exchange`].
    pub fn go_back(&self) -> Result<Option<(u32, Vec<String>)>> {
        if !self.folder.exists() {
            return Ok(None);
        }
        let _lock = files::lock(&self.folder.lock(), &mut |_| ())?;
        if self.copies().numbers()?.is_empty() {
            return Ok(None);
        }
        self.end(self.running()?)?;
        self.copies().recover()?;
        self.copies().go_back()
    }

    /// How many states are kept that [`Practice::go_back`] brings back, one at a time.
    ///
    /// # Errors
    /// If its files cannot be read.
    pub fn kept(&self) -> Result<usize> {
        Ok(self.copies().numbers()?.len())
    }

    /// The address at which a browser on this machine finds one of the learner's names, such as `example.com`.
    ///
    /// # Errors
    /// If the account is not running.
    pub fn address(&self, name: &str) -> Result<String> {
        let record = self.running()?.ok_or_else(not_running)?;
        Ok(format!("http://{name}.localhost:{}", record.port))
    }

    /// What a visitor of that name gets in the account.
    ///
    /// # Errors
    /// If the account is not running or does not answer.
    pub fn visit(&self, name: &str, path: &str) -> Result<Visited> {
        http::visit(self.running()?.ok_or_else(not_running)?.port, name, path)
    }

    /// The end of a function's log, or `None` if it has written nothing.
    ///
    /// # Errors
    /// If the account is not running or does not answer.
    pub fn log(&self, function: &str) -> Result<Option<String>> {
        http::log(self.running()?.ok_or_else(not_running)?.port, function)
    }

    /// Starts a shell in `workspace` whose `aws` works on the account, marked in its prompt. Returns its exit code.
    ///
    /// # Errors
    /// If the account is not running, or the shell cannot be started.
    pub fn shell(&self, workspace: &Path, region: &str) -> Result<u8> {
        let program = shell::program();
        let commands = self.env(Shell::of(&program), region)?;
        session::run(&program, &commands, &self.folder, workspace)
    }

    /// Runs a script for bash in a folder of its own, with these files in it; `aws` works on the account, in `region`. Returns
    /// those of the files that the script has changed, or `None` if it failed; a file that it removed has no content.
    ///
    /// # Errors
    /// If the account is not running, a program that scripts need is missing, or a file cannot be read or written.
    pub fn run_script(&self, region: &str, given: &Files, script: &str) -> Result<Option<ChangedFiles>> {
        let commands = self.env(Shell::Posix, region)?;
        let folder = self.folder.scripts();
        files::remove_folder(&folder)?;
        files::create_folder(&folder)?;
        for (path, content) in given {
            files::write_below(&folder, path, content)?;
        }
        if !script::run(&commands, script, &folder, None)? {
            return Ok(None);
        }
        let mut changed = ChangedFiles::new();
        for (path, content) in given {
            let now = files::read_bytes(&folder.join(path))?;
            if now.as_ref() != Some(content) {
                changed.insert(path.clone(), now);
            }
        }
        files::remove_folder(&folder)?;
        Ok(Some(changed))
    }

    /// Shell commands that point the ordinary `aws` CLI at the account, in `region`.
    ///
    /// # Errors
    /// If the account is not running.
    pub fn env(&self, shell: Shell, region: &str) -> Result<String> {
        self.commands(self.running()?.ok_or_else(not_running)?.port, shell, region)
    }

    fn commands(&self, port: u16, shell: Shell, region: &str) -> Result<String> {
        self.folder.write_cli_settings()?;
        let cli = packaged::cli_folder();
        let settings = CliEnvironment {
            endpoint: &http::endpoint(port),
            region,
            config: &self.folder.cli_config(),
            credentials: &self.folder.cli_credentials(),
            cli: cli.as_deref(),
        };
        Ok(environment::text(shell, &settings, std::env::vars_os()))
    }

    fn copies(&self) -> Copies<'_> {
        Copies::of(&self.folder, &self.workspace)
    }

    fn running(&self) -> Result<Option<Record>> {
        let record = Record::read(&self.folder)?;
        Ok(record.filter(|record| record.is_running(&self.folder)))
    }

    fn end(&self, running: Option<Record>) -> Result<Stopped> {
        let Some(record) = running else {
            emulator::clear_up_after_crash(&self.folder)?;
            return Ok(Stopped::WasNotRunning);
        };
        emulator::stop(&self.folder, &record)?;
        Ok(Stopped::WasRunning)
    }

    fn describe(&self, record: &Record) -> Running {
        Running {
            endpoint: http::endpoint(record.port),
            port: record.port,
            pid: record.pid,
            started: record.started,
            log: self.folder.log(),
        }
    }
}

/// The failure of what needs a running account.
pub fn not_running() -> Failure {
    Failure::environment("the practice account is not running").hint("Start it with `msl-learn practice start`.")
}
