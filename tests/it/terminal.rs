//! The real program on a terminal of its own: what it writes there, byte for byte, while keys are pressed.

use std::io::{Read as _, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::tools;
use crate::workspace::{Workspace, search_path};

/// Longer than any step takes, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that runs on a terminal.
pub struct Terminal {
    /// Closing it would end the programs.
    master: Box<dyn MasterPty + Send>,
    program: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    written: Receiver<Vec<u8>>,
    bytes: Vec<u8>,
}

/// What a program left on its terminal, with its exit code.
pub struct Left {
    pub text: String,
    pub code: u32,
    /// The terminal as the next program finds it.
    pub after: vt100::Screen,
}

impl Terminal {
    /// Starts msl-learn in `workspace` on a terminal of 80 columns, with nothing of this machine's environment.
    pub fn start(workspace: &Workspace, arguments: &[&str], rows: u16, environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows, cols: 80, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_msl-learn"));
        command.args(arguments);
        command.cwd(workspace.path());
        command.env_clear();
        command.env("HOME", workspace.home());
        command.env("PATH", search_path());
        command.env("MSL_LEARN_DATA_DIR", tools::folder().join("data"));
        environment.iter().for_each(|(name, value)| command.env(name, value));
        let program = pair.slave.spawn_command(command).expect("the program starts");
        let keyboard = pair.master.take_writer().expect("the only writer");
        let written = written(&*pair.master);
        // The terminal ends with the last program on it.
        drop(pair.slave);
        Self { master: pair.master, program, keyboard, written, bytes: Vec::new() }
    }

    pub fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, ..PtySize::default() };
        self.master.resize(size).expect("a terminal of that size");
    }

    /// The process that runs on the terminal.
    pub fn pid(&self) -> u32 {
        self.program.process_id().expect("it runs")
    }

    /// Waits until a terminal of that size shows `text`; gives all that it shows.
    pub fn shows(&mut self, text: &str, columns: u16, rows: u16) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let shown = shown(&self.bytes, columns, rows).contents();
            if shown.contains(text) {
                return shown;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.written.recv_timeout(left) else {
                panic!("`{text}` did not come; the terminal shows:\n{shown}");
            };
            self.bytes.extend(bytes);
        }
    }

    /// Waits until `text` is on the terminal.
    pub fn see(&mut self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.text().contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.written.recv_timeout(left) else {
                panic!("`{text}` did not come; on the terminal is:\n{}", self.text());
            };
            self.bytes.extend(bytes);
        }
    }

    /// Waits until the program and all that it started have left the terminal.
    pub fn end(mut self) -> Left {
        let deadline = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.written.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            self.bytes.extend(bytes);
        }
        assert!(Instant::now() < deadline, "the program did not end; on the terminal is:\n{}", self.text());
        let status = self.program.wait().expect("a child of this process");
        let after = shown(&self.bytes, 80, 24);
        Left { text: self.text().replace("\r\n", "\n"), code: status.exit_code(), after }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// What a terminal makes of these bytes.
fn shown(bytes: &[u8], columns: u16, rows: u16) -> vt100::Screen {
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    terminal.process(bytes);
    terminal.screen().clone()
}

/// What comes to the terminal, read on a thread of its own; the channel closes with the terminal.
fn written(master: &dyn MasterPty) -> Receiver<Vec<u8>> {
    let mut reader = master.try_clone_reader().expect("a reader of the terminal");
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    receiver
}
