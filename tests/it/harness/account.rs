//! An account of an emulator at rest: nothing happens in it, and copies of it are served at once.

use std::io::{BufRead, BufReader, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::Duration;

use crate::harness::emulator::Emulator;
use crate::harness::launcher::Family;

/// Longer than any answer takes on a machine that does much else.
const LIMIT: Duration = Duration::from_secs(60);

/// Dropping it ends the process that holds it; its copies live on.
pub struct Account {
    family: &'static Family,
    name: String,
    /// None of the first of a family, which ends with the family.
    _owner: Option<Line>,
}

impl Account {
    /// The empty account that a family begins with.
    pub fn first(family: &'static Family) -> Self {
        Self { family, name: "0".into(), _owner: None }
    }

    /// The account that a copy has come to rest in.
    pub fn at_rest(family: &'static Family, name: String, owner: Line) -> Self {
        Self { family, name, _owner: Some(owner) }
    }

    /// A copy that is served at a port of its own.
    pub fn copy(&self) -> Emulator {
        let name = self.family.new_name();
        let mut line = self.tell("copy", &name);
        let port = line.answer();
        Emulator::serving(self.family, name, &port, line)
    }

    /// Writes the account to a folder as a practice account does that ends. The folder is the caller's.
    pub fn save(&self) -> PathBuf {
        let name = self.family.new_name();
        assert_eq!(self.tell("save", &name).answer(), "saved", "{}", self.family.log_tail(&name));
        self.family.folder.join(name)
    }

    fn tell(&self, command: &str, name: &str) -> Line {
        let socket = self.family.folder.join(format!("{}.socket", self.name));
        let stream = UnixStream::connect(&socket).unwrap_or_else(|error| panic!("{}: {error}", socket.display()));
        let mut line = Line::of(stream);
        line.say(&format!("{command} {name}"));
        line
    }
}

/// The connection to a process of a family. The process ends when it is dropped.
pub struct Line(BufReader<UnixStream>);

impl Line {
    fn of(stream: UnixStream) -> Self {
        stream.set_read_timeout(Some(LIMIT)).expect("a time limit that is not zero");
        Self(BufReader::new(stream))
    }

    pub fn say(&mut self, words: &str) {
        // A process that has gone gives no answer, which is told where one is waited for.
        let _ = self.0.get_mut().write_all(format!("{words}\n").as_bytes());
    }

    /// The line that it answers; empty if it has gone, or does not answer in time.
    pub fn answer(&mut self) -> String {
        let mut answer = String::new();
        let _ = self.0.read_line(&mut answer);
        answer.trim_end().to_owned()
    }

    /// Ends the process, and waits until it has gone.
    pub fn end(&mut self) {
        let _ = self.0.get_mut().shutdown(Shutdown::Write);
        self.answer();
    }
}
