//! Writes the progress file on a thread of its own, so that the screen waits neither for the disk nor for another program.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use jiff::Timestamp;

use super::session::{Event, Note, Recorded};
use crate::failure::Result;
use crate::progress::Progress;
use crate::workspace::Workspace;
use crate::workspace::starter::{Fate, Starter, lay_out};

pub struct ProgressWriter {
    notes: Sender<Note>,
    thread: JoinHandle<()>,
}

impl ProgressWriter {
    /// Starts the thread; the result of each note goes to `events`.
    pub fn start(workspace: Workspace, events: Sender<Event>) -> Self {
        let (notes, waiting) = mpsc::channel();
        let thread = thread::spawn(move || {
            for note in waiting {
                let event = record(&workspace, note).map_or_else(Event::NotRecorded, Event::Recorded);
                // If the program is about to end, nobody listens, and the rest is written all the same.
                let _ = events.send(event);
            }
        });
        Self { notes, thread }
    }

    pub fn write(&self, note: Note) {
        // The thread ends earlier only by a panic, which has been shown.
        let _ = self.notes.send(note);
    }

    /// Waits until everything is written.
    pub fn finish(self) {
        drop(self.notes);
        let _ = self.thread.join();
    }
}

fn record(workspace: &Workspace, note: Note) -> Result<Recorded> {
    let now = Timestamp::now();
    let (mut news, mut added) = (None, Vec::new());
    if let Note::Entered(exercise) = note
        && Progress::read(&workspace.root)?.entry(exercise).is_new()
    {
        added = describe(&lay_out(workspace, exercise, false)?);
    }
    let progress = Progress::update(&workspace.root, |progress| match &note {
        Note::Entered(exercise) => progress.start(exercise, now),
        Note::Checked(checked, account) => news = Some((checked.exercise, progress.note(checked, account, now))),
        Note::Solution(exercise) => progress.show_solution(exercise, now),
        Note::Shown(chapter) => progress.show_chapter(chapter, now),
        Note::Read(chapter) => progress.finish_reading(chapter, now),
        Note::Returned => {}
        Note::Skipped(step) => {
            progress.skip_step(*step, now);
        }
        Note::Hint(exercise) => {
            progress.hint(exercise, exercise.hints.len(), now);
        }
    })?;
    Ok(Recorded { progress, news, added })
}

/// One sentence for all starter files that were added, and one for each that could not be.
fn describe(starters: &[Starter]) -> Vec<String> {
    let (added, others): (Vec<_>, Vec<_>) = starters.iter().partition(|starter| starter.fate == Fate::Added);
    let paths: Vec<&str> = added.iter().map(|starter| starter.path).collect();
    let added = (!paths.is_empty()).then(|| format!("Added to your workspace: {}", paths.join(", ")));
    added.into_iter().chain(others.into_iter().filter_map(Starter::news)).collect()
}
