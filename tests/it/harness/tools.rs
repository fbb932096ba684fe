//! The programs that the tests use, installed once under the target folder; those from PyPI pinned by version and hash.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A Python program and the file that pins it and all that it needs.
pub struct Tool {
    name: &'static str,
    requirements: &'static str,
}

pub const AWSCLI: Tool = Tool { name: "awscli", requirements: "tests/tools/requirements-awscli.txt" };
pub const MOTO: Tool = Tool { name: "moto", requirements: "tests/tools/requirements-moto.txt" };
/// The same file as the program's own practice account, so that both test one version.
pub const MINISTACK: Tool = Tool { name: "ministack", requirements: "src/practice/requirements.txt" };

impl Tool {
    /// What pins its version and all that it needs.
    pub fn pins(&self) -> String {
        let requirements = repository().join(self.requirements);
        fs::read_to_string(&requirements)
            .unwrap_or_else(|error| panic!("cannot read {}: {error}", requirements.display()))
    }

    /// A program of this tool's virtual environment, which is installed when it is not there yet.
    pub fn program(&self, name: &str) -> PathBuf {
        self.environment().join("bin").join(name)
    }

    fn environment(&self) -> PathBuf {
        let requirements = repository().join(self.requirements);
        let text = self.pins();
        let python = python();
        let name = format!("{}-{:016x}", self.name, fingerprint(&[&text, &python.path, &python.version]));
        let environment = folder().join(name);
        if !complete(&environment) {
            self.install_once(&environment, &requirements);
        }
        environment
    }

    /// Several test processes may come here at once: one installs, the others wait for it.
    fn install_once(&self, environment: &Path, requirements: &Path) {
        let lock = create(&folder().join(format!("{}.lock", self.name)));
        lock.lock().expect("a file lock under the target folder");
        if complete(environment) {
            return;
        }
        // What an interrupted installation left is not to be trusted.
        let _ = fs::remove_dir_all(environment);
        self.install(environment, requirements);
        create(&marker(environment));
    }

    fn install(&self, environment: &Path, requirements: &Path) {
        eprintln!("installing {} for the tests (once; from PyPI)", self.name);
        let mut venv = Command::new(&python().path);
        must(
            self.name,
            venv.args(["-m", "venv"]).arg(environment),
            "install Python 3 with its venv module (python3-venv)",
        );
        let mut pip = Command::new(environment.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes"]);
        must(
            self.name,
            pip.arg("-r").arg(requirements),
            "the first run needs PyPI: connect to the network and run it again",
        );
    }
}

fn must(name: &str, command: &mut Command, fix: &str) {
    let output = command.output().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}\n{fix}"));
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        panic!("cannot install {name}: {fix}\n{command:?} said:\n{}", String::from_utf8_lossy(&said));
    }
}

/// The C program of the tests' own, compiled when it is not there yet with the compiler that Rust links with.
pub fn compiled(name: &str) -> PathBuf {
    let source = helper(&format!("{name}.c"));
    let text = fs::read_to_string(&source).unwrap_or_else(|error| panic!("cannot read {}: {error}", source.display()));
    let program = folder().join(format!("{name}-{:016x}", fingerprint(&[&text])));
    if !program.exists() {
        let own = program.with_extension(std::process::id().to_string());
        let output = Command::new("cc").args(["-O1", "-o"]).arg(&own).arg(&source).output();
        let output = output.unwrap_or_else(|error| panic!("the tests need a C compiler as cc on the path: {error}"));
        assert!(output.status.success(), "cannot compile {}: {output:?}", source.display());
        fs::rename(&own, &program).expect("a file of the same folder");
    }
    program
}

/// The script of axe-core, which npm fetches as its lock file pins it.
pub fn axe() -> PathBuf {
    const PINS: [&str; 2] = ["package.json", "package-lock.json"];
    let pins = PINS.map(|name| fs::read(helper("axe").join(name)).expect("a file of the tests"));
    let place = folder().join(format!("axe-{:016x}", fingerprint(&pins)));
    let lock = create(&folder().join("axe.lock"));
    lock.lock().expect("a file lock under the target folder");
    if !complete(&place) {
        fs::create_dir_all(&place).expect("a folder under the target folder");
        for (name, text) in PINS.iter().zip(&pins) {
            fs::write(place.join(name), text).expect("a file under the target folder");
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&place);
        must("axe-core", &mut npm, "the first run needs npm and its registry");
        create(&marker(&place));
    }
    place.join("node_modules/axe-core/axe.min.js")
}

/// The interpreter itself, behind whatever `python3` on the path is.
pub struct Python {
    pub path: String,
    version: String,
}

pub fn python() -> &'static Python {
    static PYTHON: OnceLock<Python> = OnceLock::new();
    PYTHON.get_or_init(|| {
        let fix = "the tests need Python 3 as python3 on the path: install it (python3 and python3-venv)";
        let ask = "import sys; print(sys.executable); print(sys.version.split()[0])";
        let output =
            Command::new("python3").args(["-c", ask]).output().unwrap_or_else(|error| panic!("{fix}: {error}"));
        let answer = String::from_utf8_lossy(&output.stdout);
        let (path, version) = answer.trim().split_once('\n').unwrap_or_else(|| panic!("{fix}: it answers {output:?}"));
        Python { path: path.into(), version: version.into() }
    })
}

/// Where the tools are, and what else the tests keep between runs.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("test-tools");
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("cannot make {}: {error}", folder.display()));
    folder
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One of the tests' own Python files.
pub fn helper(name: &str) -> PathBuf {
    repository().join("tests/tools").join(name)
}

pub fn create(path: &Path) -> File {
    File::create(path).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()))
}

fn marker(environment: &Path) -> PathBuf {
    environment.join("installed")
}

fn complete(environment: &Path) -> bool {
    marker(environment).exists()
}

/// FNV-1a, which unlike the standard library's hash gives the same number in every release.
/// A number that changes when one of the parts does.
pub fn fingerprint<P: AsRef<[u8]>>(parts: &[P]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.as_ref().iter().copied().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
