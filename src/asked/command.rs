//! A program on the learner's machine whose answer must hold something: run only after a yes, without a shell, within a
//! time limit, and no more of its answer is kept than is looked at.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use msl_learn_checks::Finding;

use super::Answers;
use crate::catalog::Exercise;
use crate::checked::{fails, holds, skipped};
use crate::failure::{Failure, Result};

/// Longer than any program takes to say its version.
pub const LIMIT: Duration = Duration::from_secs(10);
/// The most bytes of each stream of its answer that are looked at.
const LARGEST: u64 = 64 * 1024;
/// The most characters of its answer that are shown.
const SHOWN: usize = 200;
const PAUSE: Duration = Duration::from_millis(20);

/// One finding for the program and one for each thing that its answer must hold.
pub fn look(
    exercise: &Exercise,
    run: &[&str],
    wanted: &[String],
    root: &Path,
    answers: &Answers,
) -> Result<Vec<Finding>> {
    let words = run.join(" ");
    let there = format!("`{words}` answers on your machine");
    let clause = |text: &String| format!("its answer holds {text}");
    let refused = |finding: Finding| {
        let rest = wanted.iter().map(|text| skipped(clause(text), "not checked: first, the program answers"));
        std::iter::once(finding).chain(rest).collect()
    };
    if !answers.confirm(exercise, &format!("May msl-learn run `{words}` on this machine?"))? {
        let advice = format!("Answer yes next time, or go on with `msl-learn skip {}`.", exercise.id());
        return Ok(refused(fails(there, "your yes to running it", "no", advice)));
    }
    let Some(answer) = answer(run, root, LIMIT)? else {
        let found = format!("no program {} on your path", run[0]);
        return Ok(refused(fails(
            there,
            "an answer",
            found,
            "Install it as the walkthrough shows, and open a new terminal.",
        )));
    };
    let shown = excerpt(&answer);
    let of = |text: &String| {
        if answer.contains(text.as_str()) {
            return holds(clause(text), &shown);
        }
        fails(clause(text), text, &shown, "Compare it with the walkthrough.")
    };
    Ok(std::iter::once(holds(there, &shown)).chain(wanted.iter().map(of)).collect())
}

/// What the program says on both streams; nothing when there is no such program.
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
    // It has ended, or it has had its time.
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

/// Reads a stream to its end or its bound on a thread of its own, since a program may keep it open for ever.
fn collect(stream: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error is still its answer; nobody waits any more when the time is up.
        let _ = stream.take(LARGEST).read_to_end(&mut bytes);
        let _ = sender.send(bytes);
    });
    receiver
}

/// The streams' text once the program has ended; nothing when it does not end in time.
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

/// The first line that says something, cut to what one can read.
fn excerpt(answer: &str) -> String {
    let line = answer.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing").trim();
    let cut: String = line.chars().take(SHOWN).collect();
    if cut.len() < line.len() { cut + "…" } else { cut }
}
