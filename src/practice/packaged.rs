//! What came with the program: a Python package brings it into a Python environment, and the emulator into the same one.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{python, requirements};

/// Prints each package of the environment as pins are written, `name==version`.
const PRINT_PACKAGES: &str = "
import importlib.metadata, re
for package in importlib.metadata.distributions():
    print(re.sub('[-_.]+', '-', package.metadata['Name']).lower() + '==' + package.version)";

/// The Python of the program's own environment, if the emulator is installed there as it is pinned. A Python that the
/// learner names counts more.
pub fn emulator_python() -> Option<PathBuf> {
    if python::is_named() {
        return None;
    }
    let python = folder()?.join("python3");
    holds_emulator(&python).then_some(python)
}

/// The folder of the program's own environment that holds the `aws` CLI, if it is installed there.
pub fn cli_folder() -> Option<PathBuf> {
    folder().filter(|folder| folder.join("aws").is_file())
}

/// The folder `node_modules` that came with the program, if it holds what this lock file of npm pins.
pub fn modules(lock: &str) -> Option<PathBuf> {
    modules_beside(&folder()?, lock)
}

fn modules_beside(folder: &Path, lock: &str) -> Option<PathBuf> {
    let place = folder.parent()?.join("share/msl-learn/lambda-node");
    let is_pinned = std::fs::read_to_string(place.join("package-lock.json")).is_ok_and(|kept| kept == lock);
    Some(place.join("node_modules")).filter(|modules| is_pinned && modules.is_dir())
}

/// The folder of the program itself, behind links to it.
fn folder() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?.canonicalize().ok()?;
    program.parent().map(Path::to_owned)
}

/// Whether `python` finds every package of the emulator in the version that is pinned.
fn holds_emulator(python: &Path) -> bool {
    if !python.is_file() {
        return false;
    }
    let output = Command::new(python).args(["-I", "-c", PRINT_PACKAGES]).output();
    output.is_ok_and(|output| is_complete(&String::from_utf8_lossy(&output.stdout)))
}

/// A package that only some versions of Python need may be missing.
fn is_complete(printed: &str) -> bool {
    let installed: HashSet<&str> = printed.lines().collect();
    let names: HashSet<&str> = installed.iter().filter_map(|package| package.split("==").next()).collect();
    requirements::pinned().all(|pin| {
        let may_be_missing = pin.is_conditional && !names.contains(pin.name());
        may_be_missing || installed.contains(pin.package)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the environment prints them that holds what is pinned.
    fn printed(conditional: bool) -> Vec<String> {
        let pins = requirements::pinned().filter(|pin| conditional || !pin.is_conditional);
        pins.map(|pin| pin.package.to_owned()).chain(["msl-learn==0.1.0".to_owned()]).collect()
    }

    #[test]
    fn an_environment_with_every_pinned_package_holds_the_emulator() {
        assert!(is_complete(&printed(true).join("\n")));
        assert!(is_complete(&printed(false).join("\n")), "a newer Python needs fewer");
    }

    #[test]
    fn a_package_that_is_missing_or_of_another_version_does_not_do() {
        let all = printed(true);
        for at in 0..all.len() - 1 {
            let name = all[at].split("==").next().unwrap().to_owned();
            let other = [&all[..at], &[format!("{name}==0.0.1")], &all[at + 1..]].concat();
            assert!(!is_complete(&other.join("\n")), "{name} of another version");
        }
        assert!(!is_complete(&printed(true)[1..].join("\n")), "without the first");
        assert!(!is_complete(""));
    }

    #[test]
    fn modules_of_another_lock_file_do_not_do() {
        let folder = tempfile::tempdir().unwrap();
        let (programs, place) = (folder.path().join("bin"), folder.path().join("share/msl-learn/lambda-node"));
        assert_eq!(modules_beside(&programs, "pins"), None, "nothing there");
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join("package-lock.json"), "pins").unwrap();
        assert_eq!(modules_beside(&programs, "pins"), None, "the lock file alone");
        std::fs::create_dir(place.join("node_modules")).unwrap();
        assert_eq!(modules_beside(&programs, "pins"), Some(place.join("node_modules")));
        assert_eq!(modules_beside(&programs, "newer pins"), None);
    }

    #[test]
    fn a_python_prints_its_packages_as_they_are_pinned() {
        let folder = tempfile::tempdir().unwrap();
        let python = folder.path().join("bin").join("python3");
        assert!(!holds_emulator(&python), "no Python there");
        let made =
            Command::new(python::find().unwrap()).args(["-m", "venv", "--without-pip"]).arg(folder.path()).status();
        assert!(made.unwrap().success());
        assert!(!holds_emulator(&python), "nothing installed");
        let packages =
            Command::new(&python).args(["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).output();
        let packages = PathBuf::from(String::from_utf8(packages.unwrap().stdout).unwrap().trim());
        for pin in requirements::pinned() {
            let (name, version) = pin.package.split_once("==").unwrap();
            // Packages spell their names as they like.
            let name = name.replace('-', "_").to_uppercase();
            let folder = packages.join(format!("{name}-{version}.dist-info"));
            std::fs::create_dir(&folder).unwrap();
            let metadata = format!("Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n");
            std::fs::write(folder.join("METADATA"), metadata).unwrap();
        }
        assert!(holds_emulator(&python));
    }
}
