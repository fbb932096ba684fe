//! The real program on a terminal of its own: what it writes there, byte for byte, while keys are pressed.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

use crate::harness::tools;
use crate::harness::workspace::{Workspace, search_path};

/// Longer than any step takes, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// Written behind everything that the programs wrote; no program writes it.
const END: &[u8] = b"\x1bPend of what was written\x1b\\";

/// Opens a terminal without making it that of the tests: O_NOCTTY.
const NOT_OURS: i32 = if cfg!(target_os = "linux") { 0o400 } else { 0x2_0000 };

/// A program that runs on a terminal.
pub struct Terminal {
    /// Closing it would end the programs.
    master: Box<dyn MasterPty + Send>,
    program: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    /// The side of the programs, held open: what is on its way when the last of them leaves a terminal may be lost.
    line: File,
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
        Self::run(workspace, env!("CARGO_BIN_EXE_msl-learn"), arguments, rows, environment)
    }

    /// Starts any program as [`Self::start`] does msl-learn.
    pub fn run(
        workspace: &Workspace,
        program: &str,
        arguments: &[&str],
        rows: u16,
        environment: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols: 80, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(workspace.path());
        command.env_clear();
        command.env("HOME", workspace.home());
        command.env("TZ", "UTC");
        command.env("PATH", search_path());
        command.env("MSL_LEARN_DATA_DIR", tools::folder().join("data"));
        environment.iter().for_each(|(name, value)| command.env(name, value));
        let program = pair.slave.spawn_command(command).expect("the program starts");
        let keyboard = pair.master.take_writer().expect("the only writer");
        let written = written(&*pair.master);
        let device = pair.master.tty_name().expect("a terminal has a name");
        let line = OpenOptions::new().write(true).custom_flags(NOT_OURS).open(device).expect("the terminal's device");
        Self { master: pair.master, program, keyboard, line, written, bytes: Vec::new() }
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
        self.screen(text, columns, rows).contents()
    }

    /// As [`Self::shows`], with the looks of what is shown.
    pub fn screen(&mut self, text: &str, columns: u16, rows: u16) -> vt100::Screen {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let screen = shown(&self.bytes, columns, rows);
            let shown = screen.contents();
            if shown.contains(text) {
                return screen;
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
        let status = self.status(deadline);
        self.line.write_all(END).expect("a terminal that can be written to");
        while !self.bytes.ends_with(END) {
            let left = deadline.saturating_duration_since(Instant::now());
            let more = self.written.recv_timeout(left);
            self.bytes.extend(more.unwrap_or_else(|_| panic!("the terminal does not end:\n{}", self.text())));
        }
        self.bytes.truncate(self.bytes.len() - END.len());
        let after = shown(&self.bytes, 80, 24);
        let text = self.text().replace("\r\n", "\n");
        drop(self.line);
        let closed = self.written.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        assert_eq!(closed, Err(RecvTimeoutError::Disconnected), "something is left on the terminal:\n{text}");
        Left { text, code: status.exit_code(), after }
    }

    /// How the program ended; meanwhile what it writes is taken in.
    fn status(&mut self, deadline: Instant) -> ExitStatus {
        loop {
            if let Some(status) = self.program.try_wait().expect("a child of this process") {
                return status;
            }
            assert!(Instant::now() < deadline, "the program did not end; on the terminal is:\n{}", self.text());
            if let Ok(bytes) = self.written.recv_timeout(Duration::from_millis(2)) {
                self.bytes.extend(bytes);
            }
        }
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
        loop {
            match reader.read(&mut buffer) {
                Ok(count @ 1..) if sender.send(buffer[..count].to_vec()).is_ok() => (),
                Err(error) if error.kind() == ErrorKind::Interrupted => (),
                _ => break,
            }
        }
    });
    receiver
}
