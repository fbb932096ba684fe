//! The watch screen at work: draws, waits for what happens, and does what the session wants.

use std::time::Duration;

use jiff::Timestamp;

use super::event::{Effect, Errand, Event, Note};
use super::hands::Hands;
use super::signals::{self, Asked};
use super::{Session, errand};
use crate::failure::{Failure, Result};
use crate::progress::{Place, Progress};
use crate::ui::{Color, Screen};
use crate::workspace::Workspace;

/// How long a key is waited for before helpers and signals are asked; short for the eye, and next to no work.
const PATIENCE: Duration = Duration::from_millis(100);

/// Watches until the learner leaves; gives the exit code.
///
/// # Errors
/// When the workspace's progress is not right, and when the terminal does not let itself be drawn on.
pub fn run(workspace: &Workspace, color: Color) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    let mut screen = Screen::open(color).map_err(|error| undrawn(&error))?;
    let size = screen.size().map_err(|error| undrawn(&error))?;
    let (session, effects) =
        Session::new(workspace.learner(), progress, workspace.settings.steps, size, Timestamp::now());
    // The first frame needs neither network nor helpers.
    screen.draw(&session).map_err(|error| undrawn(&error))?;
    let mut watch = Watch { session, screen, hands: Hands::new(workspace)?, workspace };
    let code = watch.until_left(effects);
    let Watch { screen, hands, .. } = watch;
    drop(screen);
    hands.finish();
    code
}

struct Watch<'a> {
    session: Session,
    screen: Screen,
    hands: Hands,
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
                self.screen.draw(&self.session).map_err(|error| undrawn(&error))?;
            }
        }
    }

    /// What the learner and the helpers did, and each second that it has passed.
    fn happened(&mut self) -> Result<Vec<Event>> {
        let mut events = self.screen.events(PATIENCE).map_err(|error| undrawn(&error))?;
        events.extend(self.hands.events.try_iter());
        if Timestamp::now().as_second() != self.session.now.as_second() {
            events.push(Event::Tick);
        }
        Ok(events)
    }

    fn signalled(&mut self) -> Result<Option<u8>> {
        for asked in self.hands.signals.pending() {
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
                Effect::Look(exercises) => self.hands.look(exercises)?,
                Effect::Record(note) => self.hands.record(note),
                Effect::Open(url) => self.hands.browse(&url),
                Effect::Copy(text) => self.copy(&text)?,
                Effect::Lend(errand) => self.lend(errand)?,
                Effect::Stop => self.stop()?,
                Effect::Quit(code) => return Ok(Some(code)),
            }
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str) -> Result<()> {
        self.screen.copy(text).map_err(|error| undrawn(&error))?;
        self.hands.tell(Event::Said("Copied, if your terminal lets programs copy (OSC 52).".into()));
        Ok(())
    }

    /// What an exercise asked and the learner answered is noted like anything that is seen.
    fn lend(&mut self, errand: Errand) -> Result<()> {
        let (workspace, color) = (self.workspace, self.screen.color());
        let lent = self.screen.lend(|| errand::run(errand, workspace, color));
        if let Some(answered) = lent.map_err(|error| undrawn(&error))? {
            let place = Place::of(&workspace.settings, None);
            self.hands.record(Note::Seen(answered, place));
        } else {
            self.hands.record(Note::Returned);
        }
        self.hands.tell(Event::Continued);
        Ok(())
    }

    /// Whoever stopped the program may have left the terminal in another state.
    fn resume(&mut self) -> Result<()> {
        self.screen.lend(|| ()).map_err(|error| undrawn(&error))?;
        self.hands.tell(Event::Continued);
        Ok(())
    }

    fn stop(&mut self) -> Result<()> {
        self.screen.lend(signals::stop).map_err(|error| undrawn(&error))??;
        self.hands.tell(Event::Continued);
        Ok(())
    }
}

fn undrawn(error: &std::io::Error) -> Failure {
    Failure::environment(format!("the screen cannot be drawn: {error}"))
        .hint("`msl-learn --plain` needs no screen: it prints one line a change.")
}
