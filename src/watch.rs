//! The watch screen at work: draws, waits for what happens, and does what the session wants.

mod announcer;
mod checker;
pub mod plain;
mod progress_writer;
mod screen;
mod session;
mod signals;
mod terminal_task;
mod workers;

use std::io;
use std::time::Duration;

use jiff::Timestamp;

use crate::failure::{Failure, Result};
use crate::progress::{AccountSeen, Progress};
use crate::ui::Color;
use crate::ui::screen::Screen;
use crate::workspace::Workspace;
use session::{Effect, Event, Note, Session, TerminalTask};
use signals::{Signal, Signals};
use workers::Workers;

/// How long to wait for a key before asking workers and signals: short for the eye, and next to no work.
const PATIENCE: Duration = Duration::from_millis(100);

/// Watches until the learner leaves. Returns the exit code.
///
/// # Errors
/// If the workspace's progress is damaged, or the terminal cannot be drawn on.
pub fn run(workspace: &Workspace, color: Color) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    // Before the terminal is taken over, so that no signal can end the program without giving it back.
    let signals = Signals::catch()?;
    let terminal = Screen::open(color).map_err(undrawn)?;
    let size = terminal.size().map_err(undrawn)?;
    let (session, effects) =
        Session::new(workspace.learner(), progress, workspace.settings.steps, size, Timestamp::now());
    let mut shown = Shown { session, terminal };
    // The first frame needs neither network nor workers.
    shown.draw()?;
    let mut watch = Watch { shown, workers: Workers::new(workspace)?, signals, workspace };
    let code = watch.until_left(effects);
    let Watch { shown, workers, .. } = watch;
    drop(shown);
    workers.finish();
    code
}

/// A session and the terminal that shows it.
struct Shown {
    session: Session,
    terminal: Screen,
}

impl Shown {
    fn draw(&mut self) -> Result<()> {
        let page = screen::page(&self.session);
        self.terminal.draw(&page).map_err(undrawn)?;
        self.session.drawn(page.body.len());
        Ok(())
    }
}

struct Watch<'a> {
    shown: Shown,
    workers: Workers,
    signals: Signals,
    workspace: &'a Workspace,
}

impl Watch<'_> {
    fn until_left(&mut self, first: Vec<Effect>) -> Result<u8> {
        if let Some(code) = self.carry_out(first)? {
            return Ok(code);
        }
        loop {
            let events = self.events()?;
            let is_changed = !events.is_empty();
            for event in events {
                let effects = self.shown.session.on(event, Timestamp::now());
                if let Some(code) = self.carry_out(effects)? {
                    return Ok(code);
                }
            }
            if let Some(code) = self.obey_signals()? {
                return Ok(code);
            }
            if is_changed {
                self.shown.draw()?;
            }
        }
    }

    /// What the learner and the workers did, and a tick each second.
    fn events(&mut self) -> Result<Vec<Event>> {
        let inputs = self.shown.terminal.inputs(PATIENCE).map_err(undrawn)?;
        let mut events: Vec<Event> = inputs.into_iter().map(Event::Input).collect();
        events.extend(self.workers.events.try_iter());
        if Timestamp::now().as_second() != self.shown.session.now.as_second() {
            events.push(Event::Tick);
        }
        Ok(events)
    }

    fn obey_signals(&mut self) -> Result<Option<u8>> {
        for signal in self.signals.pending() {
            match signal {
                Signal::End(code) => return Ok(Some(code)),
                Signal::Stop => self.stop()?,
                Signal::Continue => self.resume()?,
            }
        }
        Ok(None)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<Option<u8>> {
        for effect in effects {
            match effect {
                Effect::Check(exercises) => self.workers.check(exercises)?,
                Effect::Record(note) => self.workers.record(note),
                Effect::Open(url) => self.workers.browse(&url),
                Effect::Copy(text) => self.copy(&text)?,
                Effect::Lend(task) => self.lend(task)?,
                Effect::Stop => self.stop()?,
                Effect::Quit(code) => return Ok(Some(code)),
            }
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str) -> Result<()> {
        self.shown.terminal.copy(text).map_err(undrawn)?;
        self.workers.tell(Event::Said("Copied, if your terminal lets programs copy (OSC 52).".into()));
        Ok(())
    }

    /// Runs a task on the plain terminal. An answer is recorded like the result of a check.
    fn lend(&mut self, task: TerminalTask) -> Result<()> {
        let (workspace, color) = (self.workspace, self.shown.terminal.color());
        let answered = self.shown.terminal.lend(|| terminal_task::run(task, workspace, color)).map_err(undrawn)?;
        self.workers.record(match answered {
            Some(answered) => Note::Checked(answered, AccountSeen::of(&workspace.settings, None)),
            None => Note::Returned,
        });
        self.workers.tell(Event::Continued);
        Ok(())
    }

    /// Takes the terminal over again: whoever stopped the program may have left it in another state.
    fn resume(&mut self) -> Result<()> {
        self.shown.terminal.lend(|| ()).map_err(undrawn)?;
        self.workers.tell(Event::Continued);
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        self.shown.terminal.lend(signals::stop).map_err(undrawn)??;
        self.workers.tell(Event::Continued);
        Ok(())
    }
}

fn undrawn(error: io::Error) -> Failure {
    Failure::environment(format!("the screen cannot be drawn: {error}"))
        .hint("`msl-learn --plain` needs no screen: it prints one line a change.")
}
