//! An emulator of AWS as a process of its own: on a free port of this machine, and gone with the test that started it.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::kind::Kind;
use crate::harness::tools;

/// A running emulator; dropping it ends the process and what that started.
pub struct Emulator {
    kind: Kind,
    endpoint: String,
    process: Child,
    log: PathBuf,
    _port: Port,
    _folder: TempDir,
}

impl Emulator {
    pub fn ministack() -> Self {
        Self::start(Kind::MiniStack)
    }

    pub fn moto() -> Self {
        Self::start(Kind::Moto)
    }

    /// Starts an emulator and waits until it answers. A program outside the tests may take the port first: then the
    /// emulator ends at once, and another port is tried.
    pub fn start(kind: Kind) -> Self {
        Self::start_with(kind, &[])
    }

    /// An emulator that heeds who asks: the root user's keys `test` may do everything, others what policies allow.
    pub fn heeding_policies(kind: Kind) -> Self {
        Self::start_with(kind, kind.heeding())
    }

    fn start_with(kind: Kind, more: &[(&str, &str)]) -> Self {
        const ATTEMPTS: u32 = 3;
        for _ in 1..ATTEMPTS {
            let mut emulator = Self::launch(kind, more);
            if emulator.answers() {
                return emulator;
            }
        }
        let mut last = Self::launch(kind, more);
        assert!(last.answers(), "{kind} does not start; its log {} ends:\n{}", last.log.display(), last.log_tail());
        last
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Where it listens, such as `http://127.0.0.1:4566`.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    pub fn account(&self) -> &'static str {
        self.kind.account()
    }

    /// Makes the account empty again.
    pub fn reset(&self) {
        let url = format!("{}{}", self.endpoint, self.kind.reset());
        if let Err(error) = ureq::post(&url).send_empty() {
            panic!("{} was not reset: {error}; its log ends:\n{}", self.kind, self.log_tail());
        }
    }

    /// Whether policies are heeded from now on. MiniStack, told so when it started, heeds them always and lets root pass.
    pub fn heed(&self, policies: bool) {
        let Kind::Moto = self.kind else { return };
        let url = format!("{}/moto-api/reset-auth", self.endpoint);
        let unchecked_requests = if policies { "0" } else { "inf" };
        ureq::post(&url).send(unchecked_requests).unwrap_or_else(|error| panic!("moto heeds no policies: {error}"));
    }

    fn launch(kind: Kind, more: &[(&str, &str)]) -> Self {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder under the target folder");
        let port = Port::free();
        let number = port.number.to_string();
        let log = port.path.with_extension("log");
        let program = kind.program();
        let mut command = Command::new(program.with_file_name("python"));
        command.arg("-I").arg(tools::helper("guard.py")).arg(&program).args(kind.arguments(&number));
        command
            .env_clear()
            .envs(kind.settings(&number))
            .envs(more.iter().copied())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("LANG", "C.UTF-8").envs(["HOME", "TMPDIR"].map(|name| (name, folder.path())));
        let output = tools::create(&log);
        command.stdout(output.try_clone().expect("a second handle")).stderr(output).stdin(Stdio::piped());
        let process =
            command.current_dir(&folder).spawn().unwrap_or_else(|error| panic!("cannot start {kind}: {error}"));
        let endpoint = format!("http://127.0.0.1:{number}");
        Self { kind, endpoint, process, log, _port: port, _folder: folder }
    }

    fn answers(&mut self) -> bool {
        let url = format!("{}{}", self.endpoint, self.kind.health());
        let deadline = Instant::now() + Duration::from_secs(60);
        while Instant::now() < deadline && self.process.try_wait().expect("a child of this process").is_none() {
            if ureq::get(&url).call().is_ok() {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }

    fn log_tail(&self) -> String {
        let log = fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&log[log.len().saturating_sub(4000)..]).into_owned()
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        drop(self.process.stdin.take()); // the guard's sign to end everything
        let _ = self.process.wait();
    }
}

/// A port that no other test uses: the lock is held as long as the emulator lives.
struct Port {
    number: u16,
    path: PathBuf,
    _lock: File,
}

impl Port {
    fn free() -> Self {
        let folder = tools::folder().join("ports");
        fs::create_dir_all(&folder).expect("a folder under the target folder");
        loop {
            let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on this machine");
            let number = listener.local_addr().expect("a bound socket").port();
            let path = folder.join(number.to_string());
            let lock = tools::create(&path);
            if lock.try_lock().is_ok() {
                return Self { number, path, _lock: lock };
            }
        }
    }
}
