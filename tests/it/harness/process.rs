//! Runs a command to its end, within a time limit, and keeps what it printed.

use std::io::{ErrorKind, Read};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What a command left: its exit code (128 and the signal's number when a signal ended it) and its output.
#[derive(Debug)]
pub struct Output {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `command` with nothing on its standard input.
///
/// Panics with what was printed so far when it does not end in time, or leaves a process that holds its output open.
pub fn run(command: Command, limit: Duration) -> Output {
    follow(command, limit, |_| ())
}

/// As [`run`], with Ctrl-C for this process alone as soon as `moment` returns.
pub fn interrupt(command: Command, limit: Duration, moment: impl FnOnce()) -> Output {
    follow(command, limit, |process| {
        moment();
        signal("INT", &process.to_string());
    })
}

/// Sends a signal to a process or, with a minus before its number, to a process group.
pub fn signal(name: &str, to: &str) {
    let sent = Command::new("bash").args(["-c", "kill -\"$0\" -- \"$1\"", name, to]).status();
    sent.expect("bash, which the tests need");
}

fn follow(mut command: Command, limit: Duration, meanwhile: impl FnOnce(u32)) -> Output {
    let shown = format!("{command:?}");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
    let mut child = command.spawn().unwrap_or_else(|error| panic!("cannot start {shown}: {error}"));
    let stdout = Reader::of(child.stdout.take().expect("a piped stream"));
    let stderr = Reader::of(child.stderr.take().expect("a piped stream"));
    meanwhile(child.id());
    let deadline = Instant::now() + limit;
    let code = wait(&mut child, deadline);
    let closed = stdout.ends_by(deadline) && stderr.ends_by(deadline);
    let (stdout, stderr) = (stdout.text(), stderr.text());
    let Some(code) = code else {
        panic!("{shown}\ndid not end within {limit:?}; it printed:\n{stdout}\n{stderr}");
    };
    assert!(closed, "{shown}\nleft a process behind that holds its output open; it printed:\n{stdout}\n{stderr}");
    Output { code, stdout, stderr }
}

/// The exit code, or nothing when the process and all that it started had to be killed.
fn wait(child: &mut Child, deadline: Instant) -> Option<i32> {
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait().expect("a child of this process") {
            return Some(status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0)));
        }
        if Instant::now() > deadline {
            signal("KILL", &format!("-{}", child.id()));
            child.wait().expect("a child of this process");
            return None;
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

/// Collects a stream on a thread of its own, so that what was printed is known even when the end never comes.
struct Reader {
    bytes: Arc<Mutex<Vec<u8>>>,
    thread: JoinHandle<()>,
}

impl Reader {
    fn of(mut stream: impl Read + Send + 'static) -> Self {
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&bytes);
        let thread = thread::spawn(move || {
            let mut buffer = [0; 8192];
            loop {
                match stream.read(&mut buffer) {
                    Ok(count @ 1..) => kept.lock().expect("no panic while reading").extend_from_slice(&buffer[..count]),
                    Err(error) if error.kind() == ErrorKind::Interrupted => (),
                    _ => break,
                }
            }
        });
        Self { bytes, thread }
    }

    fn ends_by(&self, deadline: Instant) -> bool {
        while !self.thread.is_finished() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(1));
        }
        self.thread.is_finished()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes.lock().expect("no panic while reading")).into_owned()
    }
}
