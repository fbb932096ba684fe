//! Starts each emulator once in a test process, with an empty account at rest from which all others are copied.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};

use msl_learn::Runtime;

use crate::harness::account::Account;
use crate::harness::kind::Kind;
use crate::harness::tools;

/// The processes of one emulator. They end with this test process, however it ends; see `tests/tools/stations.py`.
pub struct Family {
    pub kind: Kind,
    /// Not under the target folder: the name of a socket may have 100 bytes. The family removes it.
    pub folder: PathBuf,
    names: AtomicUsize,
    /// Its standard input closes with this process, which is the sign to end.
    _process: Child,
}

impl Family {
    /// A name that no other process of the family has.
    pub fn new_name(&self) -> String {
        self.names.fetch_add(1, Ordering::Relaxed).to_string()
    }

    /// The end of what one of its processes has logged.
    pub fn log_tail(&self, name: &str) -> String {
        let log = fs::read(self.folder.join(format!("{name}.log"))).unwrap_or_default();
        String::from_utf8_lossy(&log[log.len().saturating_sub(4000)..]).into_owned()
    }
}

/// The emulator's empty account.
pub fn empty(kind: Kind) -> &'static Account {
    static EMPTY: LazyLock<Mutex<HashMap<Kind, &'static Account>>> = LazyLock::new(Mutex::default);
    let mut empty = EMPTY.lock().unwrap_or_else(PoisonError::into_inner);
    empty.entry(kind).or_insert_with(|| Box::leak(Box::new(Account::first(start(kind)))))
}

/// What functions in Node.js need: those that visitors reach. Without npm's registry it is not there, and then the tests do
/// without visitors.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
        let runtime = msl_learn::runtime(&tools::folder().join("data"), &Kind::MiniStack.program("python"));
        if let Some(failure) = &runtime.lacks {
            eprintln!("nobody looks from outside in these tests: {failure}");
        }
        runtime
    });
    &RUNTIME
}

/// Gives an emulator that plays visitors what functions need: a Node.js, and above their code the modules that Lambda's own
/// runtime brings.
fn give(command: &mut Command, folder: &Path) {
    let Runtime { node, modules, .. } = runtime();
    if let Some(modules) = modules {
        symlink(modules, folder.join("node_modules")).expect("a writable temporary folder");
    }
    let handlers = tools::repository().join("src/practice/handlers.cjs");
    command.env("NODE_OPTIONS", format!("--require \"{}\"", handlers.display()));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = node.iter().cloned().chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(folders).expect("folders of a path")).env("MSL_VISITORS", "1");
}

fn start(kind: Kind) -> &'static Family {
    let folder = tempfile::Builder::new().prefix("msl-learn-it-").tempdir_in("/tmp");
    let folder = folder.expect("a temporary folder").keep();
    let log = folder.join("log");
    let mut command = Command::new(kind.program("python"));
    command.args(["-B", "-Es"]).arg(tools::helper("stations.py")).arg(&folder).arg(kind.name());
    command.env_clear().envs(kind.settings().iter().copied());
    command.env("LANG", "C.UTF-8").env("PATH", std::env::var_os("PATH").unwrap_or_default());
    if kind.has_visitors() {
        give(&mut command, &folder);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(tools::create(&log));
    let mut process = command.spawn().unwrap_or_else(|error| panic!("cannot start {kind}: {error}"));
    let mut answer = String::new();
    let read = BufReader::new(process.stdout.take().expect("a piped stream")).read_line(&mut answer);
    let ready = read.is_ok() && answer == "ready\n";
    assert!(ready, "{kind} does not start:\n{}", fs::read_to_string(&log).unwrap_or_default());
    Box::leak(Box::new(Family { kind, folder, names: AtomicUsize::new(1), _process: process }))
}
