//! Installs the emulator into a Python virtual environment in the user's data folder, once for all workspaces.

use std::fs::File;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::node::{self, Runtime};
use super::status::Phase;
use super::{files, packaged, pip, python, requirements};
use crate::failure::{Failure, Result};

/// The variable that names the data folder.
const VARIABLE: &str = "MSL_LEARN_DATA_DIR";

/// The name of the installation; it changes with any pinned version or hash.
pub fn name() -> String {
    let pins = files::fingerprint(requirements::TEXT);
    format!("ministack-{}-{pins:08x}", requirements::emulator_version())
}

/// The Python that has the emulator: that of the program's own environment, or else of the installation. Installs the
/// emulator if it is missing or incomplete.
pub fn ensure(progress: &mut dyn FnMut(Phase)) -> Result<PathBuf> {
    if let Some(python) = packaged::emulator_python() {
        return Ok(python);
    }
    let data = data_folder()?;
    let place = data.join(name());
    if is_complete(&place) {
        return Ok(python_in(&place));
    }
    files::create_folder(&data)?;
    let lock = files::lock(&data.join(format!("{}.lock", name())), progress)?;
    if !is_complete(&place) {
        install(&place, &lock, progress)?;
    }
    Ok(python_in(&place))
}

/// What functions in Node.js need. Installs what is missing; `python` has the emulator.
pub fn runtime(python: &Path, progress: &mut dyn FnMut(Phase)) -> Runtime {
    data_folder().map_or_else(Runtime::lacking, |data| runtime_in(&data, python, progress))
}

/// The same, in this data folder.
pub fn runtime_in(data: &Path, python: &Path, progress: &mut dyn FnMut(Phase)) -> Runtime {
    let mut locked = || {
        files::create_folder(data)?;
        files::lock(&data.join("lambda-node.lock"), progress)
    };
    match locked() {
        Ok(lock) => node::ensure(data, python, &lock, progress),
        Err(failure) => Runtime::lacking(failure),
    }
}

/// The Python that has the emulator, if it is installed.
pub fn emulator_python() -> Option<PathBuf> {
    let installed = || data_folder().ok().map(|data| data.join(name())).filter(|place| is_complete(place));
    packaged::emulator_python().or_else(|| installed().map(|place| python_in(&place)))
}

/// Whether the emulator came with the program, or its installation is complete.
pub fn is_there() -> bool {
    emulator_python().is_some()
}

/// The folder of all installations, which may not exist yet.
pub fn data_folder() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
        let folder = PathBuf::from(folder);
        return std::path::absolute(&folder).map_err(|error| files::failed("find", &folder, &error));
    }
    let strategy = etcetera::choose_base_strategy().map_err(|error| {
        Failure::environment(format!("cannot tell where your data folder is: {error}"))
            .hint(format!("Set HOME, or name a folder for the emulator: `export {VARIABLE}=/path/to/folder`."))
    })?;
    Ok(strategy.data_dir().join("msl-learn"))
}

/// Installs from scratch. What an interrupted installation left has no marker, and is removed first.
fn install(place: &Path, lock: &File, progress: &mut dyn FnMut(Phase)) -> Result<()> {
    let python = python::find()?;
    files::remove_folder(place)?;
    progress(Phase::CreatingEnvironment);
    python::create_environment(&python, place, lock)?;
    let list = place.join("requirements.txt");
    files::write(&list, requirements::TEXT)?;
    pip::install(&python_in(place), &list, lock, progress)?;
    files::write(&marker(place), real_python(place).unwrap_or_default())
}

/// Whether the installation was finished with the Python that it still leads to. An upgrade of the system's Python
/// leaves an environment that does not find its packages.
fn is_complete(place: &Path) -> bool {
    let finished_with = files::read(&marker(place)).ok().flatten();
    finished_with.is_some() && finished_with == real_python(place)
}

fn marker(place: &Path) -> PathBuf {
    place.join("installed")
}

fn python_in(place: &Path) -> PathBuf {
    place.join("bin").join("python")
}

fn real_python(place: &Path) -> Option<String> {
    let path = python_in(place).canonicalize().ok()?;
    Some(path.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installation_is_complete_when_its_marker_names_its_python() {
        let place = tempfile::tempdir().unwrap();
        let place = place.path();
        assert!(!is_complete(place));
        std::fs::create_dir(place.join("bin")).unwrap();
        std::fs::write(python_in(place), "").unwrap();
        assert!(!is_complete(place));
        std::fs::write(marker(place), real_python(place).unwrap()).unwrap();
        assert!(is_complete(place));
        std::fs::remove_file(python_in(place)).unwrap();
        assert!(!is_complete(place));
    }
}
