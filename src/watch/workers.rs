//! The workers of a session: they do what it wants, apart from what needs the screen.

use std::sync::mpsc::{self, Receiver, Sender};

use super::checker::Checker;
use super::progress_writer::ProgressWriter;
use super::session::{Event, Note};
use crate::catalog::Exercise;
use crate::failure::Result;
use crate::workspace::Workspace;

pub struct Workers {
    checker: Checker,
    writer: ProgressWriter,
    pub events: Receiver<Event>,
    say: Sender<Event>,
}

impl Workers {
    /// # Errors
    /// If the operating system provides no event loop.
    pub fn new(workspace: &Workspace) -> Result<Self> {
        let (say, events) = mpsc::channel();
        Ok(Self {
            checker: Checker::start(workspace.clone(), say.clone())?,
            writer: ProgressWriter::start(workspace.clone(), say.clone()),
            events,
            say,
        })
    }

    /// # Errors
    /// As [`Checker::check`].
    pub fn check(&self, exercises: Vec<&'static Exercise>) -> Result<()> {
        self.checker.check(exercises)
    }

    pub fn record(&self, note: Note) {
        self.writer.write(note);
    }

    /// Opens a page in the browser, and says so. Only the browser shows whether the page comes up.
    pub fn browse(&self, url: &str) {
        self.tell(Event::Said(match open::that_detached(url) {
            Ok(()) => format!("Opened in your browser: {url}"),
            Err(_) => format!("No browser can be started here. The page is {url}"),
        }));
    }

    pub fn tell(&self, event: Event) {
        // The receiver is this struct's own.
        let _ = self.say.send(event);
    }

    /// Waits until the progress is written. Abandons the check under way.
    pub fn finish(self) {
        self.writer.finish();
    }
}
