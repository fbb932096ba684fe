//! A program on the learner's machine whose output must hold something.
//!
//! It runs only after a yes, without a shell and within a time limit. Only as much of its output is kept as is checked.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use msl_learn_checks::Finding;

use super::answers::Answers;
use crate::catalog::Exercise;
use crate::checked::{fails, holds, skipped};
use crate::failure::{Failure, Result};

/// The time limit, longer than any program takes to print its version.
pub const LIMIT: Duration = Duration::from_secs(10);
/// The most bytes of each output stream that are checked.
const LARGEST: u64 = 64 * 1024;
/// The most characters of the output that are shown.
const SHOWN: usize = 200;
const PAUSE: Duration = Duration::from_millis(20);

/// The program that is run.
pub struct Asked<'a> {
    /// Its name and its arguments.
    pub run: &'a [&'a str],
    /// What its output must hold.
    pub wanted: &'a [String],
    /// How it is installed.
    pub install: &'a str,
}

/// Returns one finding for the program and one for each thing that its output must hold.
pub fn check(exercise: &Exercise, asked: &Asked<'_>, root: &Path, answers: &Answers) -> Result<Vec<Finding>> {
    let Asked { run, wanted, install } = *asked;
    let words = run.join(" ");
    let answers_here = format!("`{words}` answers on your machine");
    let clause = |text: &String| format!("its answer holds {text}");
    let refused = |finding: Finding| {
        let rest = wanted.iter().map(|text| skipped(clause(text), "not checked until the program answers"));
        std::iter::once(finding).chain(rest).collect()
    };
    if !answers.confirm(exercise, &format!("May msl-learn run `{words}` on this machine?"))? {
        let advice = format!("Answer yes next time, or go past it with `msl-learn skip {}`.", exercise.id());
        return Ok(refused(fails(answers_here, "your yes to running it", "no", advice)));
    }
    let Some(answer) = answer(run, root, LIMIT)? else {
        let found = format!("no program {} on your path", run[0]);
        let advice = format!("{install} Then open a new terminal, which has the new path.");
        return Ok(refused(fails(answers_here, "an answer", found, advice)));
    };
    let shown = excerpt(&answer);
    let of = |text: &String| {
        if occurs(&answer, text) {
            return holds(clause(text), &shown);
        }
        fails(clause(text), text, &shown, "Compare it with the walkthrough: it may be another program, or too old.")
    };
    Ok(std::iter::once(holds(answers_here, &shown)).chain(wanted.iter().map(of)).collect())
}

/// Whether the text stands in the answer, and not in the middle of a word or a number: 2. is no part of 1.152.0.
fn occurs(answer: &str, text: &str) -> bool {
    let is_middle = |before: char| before.is_alphanumeric() || before == '.';
    answer.match_indices(text).any(|(at, _)| !answer[..at].ends_with(is_middle))
}

/// The program's output on both streams; `None` if there is no such program.
pub(super) fn answer(run: &[&str], root: &Path, limit: Duration) -> Result<Option<String>> {
    let words = run.join(" ");
    let failed = |error: io::Error| Failure::environment(format!("`{words}` cannot be run: {error}"));
    let mut child = match start(run, root) {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let deadline = Instant::now() + limit;
    let streams = [child.stdout.take().map(collect), child.stderr.take().map(collect)];
    let answer = wait(&mut child, streams.into_iter().flatten(), deadline);
    // It has ended, or its time is up.
    let _ = child.kill();
    child.wait().map_err(failed)?;
    answer.map(Some).ok_or_else(|| {
        Failure::environment(format!("`{words}` did not end within {} seconds", limit.as_secs()))
            .hint("Run it yourself to see what it waits for, then run the command again.")
    })
}

fn start(run: &[&str], root: &Path) -> io::Result<Child> {
    let mut command = Command::new(run[0]);
    command.args(&run[1..]).current_dir(root);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
}

/// Reads a stream to its end or its bound on a thread of its own, since a program may keep it open forever.
fn collect(stream: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error still counts. If the time is up, nobody waits any more.
        let _ = stream.take(LARGEST).read_to_end(&mut bytes);
        let _ = sender.send(bytes);
    });
    receiver
}

/// The text of the streams once the program has ended; `None` if it does not end in time.
fn wait(child: &mut Child, streams: impl Iterator<Item = Receiver<Vec<u8>>>, deadline: Instant) -> Option<String> {
    let mut bytes = Vec::new();
    for stream in streams {
        bytes.extend(stream.recv_timeout(deadline.saturating_duration_since(Instant::now())).ok()?);
    }
    while child.try_wait().ok()?.is_none() {
        if Instant::now() >= deadline {
            return None;
        }
        thread::sleep(PAUSE);
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The first line that is not blank, cut to a readable length.
fn excerpt(answer: &str) -> String {
    let line = answer.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing").trim();
    let cut: String = line.chars().take(SHOWN).collect();
    if cut.len() < line.len() { cut + "…" } else { cut }
}
