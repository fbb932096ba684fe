//! A learner's workspace for an emulator, and the real program run in it with nothing of this machine's settings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Serialize;
use tempfile::TempDir;

use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::report::Report;
use crate::harness::tools;

/// Longer than any answer takes, shorter than anybody waits.
const LIMIT: Duration = Duration::from_secs(60);

/// What the placeholders of templates stand for in every test.
#[derive(Clone, Debug, Serialize)]
pub struct Names {
    pub domain: &'static str,
    pub region: &'static str,
    pub account: String,
    partition: &'static str,
    website_bucket: &'static str,
    data_bucket: &'static str,
    api_domain: &'static str,
    auth_domain: &'static str,
    website_region_endpoint: &'static str,
    website_zone_id: &'static str,
}

impl Names {
    pub fn of(account: &str) -> Self {
        Self {
            domain: "example.com",
            region: "us-east-1",
            account: account.into(),
            partition: "aws",
            website_bucket: "example.com",
            data_bucket: "example-data",
            api_domain: "api.example.com",
            auth_domain: "auth.example.com",
            website_region_endpoint: "s3-website-us-east-1.amazonaws.com",
            website_zone_id: "Z3AQBSTGFYJSTF",
        }
    }
}

/// A temporary folder with a home and, in it, a workspace that points at an emulator. Its learner wants the exercises alone.
pub struct Workspace {
    home: TempDir,
    names: Names,
    endpoint: String,
    /// The access key and its secret in a workspace that is about a real account, where an emulator stands for AWS.
    keys: Option<[String; 2]>,
}

impl Workspace {
    pub fn of(emulator: &Emulator) -> Self {
        Self::at(emulator.endpoint(), emulator.account())
    }

    /// A workspace whose account answers at `endpoint`, which may be a proxy's.
    pub fn at(endpoint: &str, account: &str) -> Self {
        // Always a path of the same length, since messages are wrapped after it.
        let home = TempDir::new_in("/tmp").expect("a temporary folder");
        Self::written(Self { home, names: Names::of(account), endpoint: endpoint.into(), keys: None })
    }

    /// The workspace as it is, copied for an emulator that answers elsewhere.
    pub fn copy_for(&self, emulator: &Emulator) -> Self {
        let copy = Self::of(emulator);
        for file in catalog::files(&self.path()) {
            let name = file.strip_prefix(self.path()).expect("a file of the workspace");
            let place = copy.path().join(name);
            fs::create_dir_all(place.parent().expect("a file in the workspace")).expect("a folder in the workspace");
            fs::copy(&file, &place).unwrap_or_else(|error| panic!("cannot copy {}: {error}", file.display()));
        }
        Self::written(copy)
    }

    /// A workspace about a real account, for which the emulator stands, in the hands of whoever has these keys.
    pub fn real(emulator: &Emulator, keys: [String; 2]) -> Self {
        let practice = Self::of(emulator);
        Self::written(Self { keys: Some(keys), ..practice })
    }

    /// The same workspace for a learner who is also led through chapters to read and quizzes.
    pub fn led_through_all(self) -> Self {
        self.write("msl-learn.toml", self.settings().replace("steps = \"exercises\"\n", "").as_bytes());
        self
    }

    fn written(workspace: Self) -> Self {
        workspace.write("msl-learn.toml", workspace.settings().as_bytes());
        workspace
    }

    fn settings(&self) -> String {
        let Names { domain, region, account, .. } = &self.names;
        let endpoint = &self.endpoint;
        let practice = self.is_practice();
        format!(
            "domain = \"{domain}\"\nregion = \"{region}\"\naccount = \"{account}\"\npractice = {practice}\nendpoint = \"{endpoint}\"\nsteps = \"exercises\"\n"
        )
    }

    pub fn names(&self) -> &Names {
        &self.names
    }

    pub fn is_practice(&self) -> bool {
        self.keys.is_none()
    }

    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The learner's home: what is written here is in no one's way.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn path(&self) -> PathBuf {
        self.home().join("workspace")
    }

    /// Writes a file of the workspace, over one that is there.
    pub fn write(&self, name: &str, content: &[u8]) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a file in the workspace")).expect("a folder in the workspace");
        fs::write(&path, content).unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
    }

    /// The program in this workspace, for a test that adds to its environment; [`Self::run`] serves the others.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_msl-learn"));
        command.args(arguments).current_dir(self.path());
        self.scrub(&mut command);
        command.env("MSL_LEARN_DATA_DIR", tools::folder().join("data"));
        if let Some([id, secret]) = &self.keys {
            command.envs([("AWS_ACCESS_KEY_ID", id), ("AWS_SECRET_ACCESS_KEY", secret)]);
        }
        command
    }

    /// Runs the program; it must end in time.
    pub fn run(&self, arguments: &[&str]) -> Output {
        process::run(self.command(arguments), LIMIT)
    }

    /// What `check` says of these exercises in its promised JSON, with the exit code that goes with it.
    pub fn check(&self, exercises: &[&str]) -> Report {
        self.check_within(exercises, LIMIT)
    }

    /// As [`Self::check`], for a test of how long it waits.
    pub fn check_within(&self, exercises: &[&str], limit: Duration) -> Report {
        let command = self.command(&[&["check", "--format", "json"], exercises].concat());
        Report::read(self, &process::run(command, limit))
    }

    /// Leaves a command nothing of this machine's or user's settings.
    pub fn scrub(&self, command: &mut Command) {
        command.env_clear().env("HOME", self.home()).env("LANG", "C.UTF-8").env("NO_COLOR", "1").env("TZ", "UTC");
        command.env("PATH", search_path());
        // No emulator has a certificate; the machine's own authorities would take a third of a check to read.
        command.env("SSL_CERT_FILE", tools::helper("authority.pem")).env("SSL_CERT_DIR", "/var/empty/no-certificates");
    }
}

/// The folders of the basic programs, of Python, wherever that is, and of the programs that tests have of their own.
pub fn search_path() -> String {
    let python = Path::new(&tools::python().path);
    let own = tools::helper("programs");
    format!("{}:/usr/bin:/bin:{}", python.parent().expect("an absolute path").display(), own.display())
}
