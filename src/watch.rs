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

use std::time::Duration;

use jiff::Timestamp;

use crate::failure::{Failure, Result};
use crate::progress::{Place, Progress};
use crate::ui::Color;
use crate::ui::screen::Screen;
use crate::workspace::Workspace;
use session::{Effect, Event, Note, Session, TerminalTask};
use signals::Asked;
use workers::Workers;

/// How long a key is waited for before helpers and signals are asked; short for the eye, and next to no work.
const PATIENCE: Duration = Duration::from_millis(100);

/// Watches until the learner leaves; gives the exit code.
///
/// # Errors
/// When the workspace's progress is not right, and when the terminal does not let itself be drawn on.
pub fn run(workspace: &Workspace, color: Color) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    let mut terminal = Screen::open(color).map_err(|error| undrawn(&error))?;
    let size = terminal.size().map_err(|error| undrawn(&error))?;
    let (mut session, effects) =
        Session::new(workspace.learner(), progress, workspace.settings.steps, size, Timestamp::now());
    // The first frame needs neither network nor helpers.
    draw(&mut session, &mut terminal)?;
    let mut watch = Watch { session, terminal, workers: Workers::new(workspace)?, workspace };
    let code = watch.until_left(effects);
    let Watch { terminal, workers, .. } = watch;
    drop(terminal);
    workers.finish();
    code
}

struct Watch<'a> {
    session: Session,
    terminal: Screen,
    workers: Workers,
    workspace: &'a Workspace,
}

impl Watch<'_> {
    fn until_left(&mut self, first: Vec<Effect>) -> Result<u8> {
        if let Some(code) = self.carry_out(first)? {
            return Ok(code);
        }
        loop {
            let happened = self.happened()?;
            let anything = !happened.is_empty();
            for event in happened {
                let effects = self.session.on(event, Timestamp::now());
                if let Some(code) = self.carry_out(effects)? {
                    return Ok(code);
                }
            }
            if let Some(code) = self.signalled()? {
                return Ok(code);
            }
            if anything {
                draw(&mut self.session, &mut self.terminal)?;
            }
        }
    }

    /// What the learner and the helpers did, and each second that it has passed.
    fn happened(&mut self) -> Result<Vec<Event>> {
        let inputs = self.terminal.inputs(PATIENCE).map_err(|error| undrawn(&error))?;
        let mut events: Vec<Event> = inputs.into_iter().map(Event::Input).collect();
        events.extend(self.workers.events.try_iter());
        if Timestamp::now().as_second() != self.session.now.as_second() {
            events.push(Event::Tick);
        }
        Ok(events)
    }

    fn signalled(&mut self) -> Result<Option<u8>> {
        for asked in self.workers.signals.pending() {
            match asked {
                Asked::End(code) => return Ok(Some(code)),
                Asked::Stop => self.stop()?,
                Asked::Continue => self.resume()?,
            }
        }
        Ok(None)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<Option<u8>> {
        for effect in effects {
            match effect {
                Effect::Look(exercises) => self.workers.look(exercises)?,
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
        self.terminal.copy(text).map_err(|error| undrawn(&error))?;
        self.workers.tell(Event::Said("Copied, if your terminal lets programs copy (OSC 52).".into()));
        Ok(())
    }

    /// What an exercise asked and the learner answered is noted like anything that is seen.
    fn lend(&mut self, task: TerminalTask) -> Result<()> {
        let (workspace, color) = (self.workspace, self.terminal.color());
        let lent = self.terminal.lend(|| terminal_task::run(task, workspace, color));
        if let Some(answered) = lent.map_err(|error| undrawn(&error))? {
            let place = Place::of(&workspace.settings, None);
            self.workers.record(Note::Seen(answered, place));
        } else {
            self.workers.record(Note::Returned);
        }
        self.workers.tell(Event::Continued);
        Ok(())
    }

    /// Whoever stopped the program may have left the terminal in another state.
    fn resume(&mut self) -> Result<()> {
        self.terminal.lend(|| ()).map_err(|error| undrawn(&error))?;
        self.workers.tell(Event::Continued);
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        self.terminal.lend(signals::stop).map_err(|error| undrawn(&error))??;
        self.workers.tell(Event::Continued);
        Ok(())
    }
}

fn draw(session: &mut Session, terminal: &mut Screen) -> Result<()> {
    let page = screen::page(session);
    terminal.draw(&page).map_err(|error| undrawn(&error))?;
    session.drawn(page.body.len());
    Ok(())
}

fn undrawn(error: &std::io::Error) -> Failure {
    Failure::environment(format!("the screen cannot be drawn: {error}"))
        .hint("`msl-learn --plain` needs no screen: it prints one line a change.")
}
