//! The session without a screen: one line a change, for screen readers, dumb terminals and logs.

use std::time::Duration;

use jiff::Timestamp;

use super::announcer::Announcer;
use super::session::{Effect, Event, Session};
use super::signals::Asked;
use super::workers::Workers;
use crate::catalog::Plan;
use crate::failure::{EXIT_DONE, Result};
use crate::progress::Progress;
use crate::ui::screen::{Input, Key, Size};
use crate::ui::{Line, Printer, Span};
use crate::workspace::Workspace;

/// How long news are waited for before signals are asked for.
const PATIENCE: Duration = Duration::from_millis(200);
/// A session lays out pages for its size, and here nobody sees them.
const UNSEEN: Size = Size { columns: 80, rows: 24 };
const FINISHED: &str = "Every exercise there is so far is done.";
const PAUSED: &str = "Nothing has changed for 30 minutes, so this ends here: start it again when you go on.";

/// Tells what changes until Ctrl-C, until nothing is left to do, or until nothing has changed for half an hour.
///
/// # Errors
/// When the workspace's progress is not right, and when nothing can be written.
pub fn run(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    let next = progress.step(workspace.settings.steps).filter(|step| step.exercise().is_none());
    // Nobody presses a key here, so only what is seen in the account is followed.
    let (session, first) = Session::new(workspace.learner(), progress, Plan::Exercises, UNSEEN, Timestamp::now());
    let mut plain = Plain { session, announcer: Announcer::default(), workers: Workers::new(workspace)?, printer };
    if let Some(step) = next {
        plain.say(&format!("Next is {}: `msl-learn next`. Until then the account is looked at.", step.heading()))?;
    }
    let code = plain.until_left(first);
    plain.workers.finish();
    code
}

struct Plain<'a> {
    session: Session,
    announcer: Announcer,
    workers: Workers,
    printer: &'a mut Printer,
}

impl Plain<'_> {
    fn until_left(&mut self, first: Vec<Effect>) -> Result<u8> {
        self.carry_out(first)?;
        loop {
            let news = self.announcer.news(&self.session);
            for line in &news {
                if !self.say(line)? {
                    return Ok(EXIT_DONE);
                }
            }
            if !news.is_empty() {
                self.session.pace.touch(Timestamp::now());
            }
            if let Some(code) = self.ended()? {
                return Ok(code);
            }
            let event = self.workers.events.recv_timeout(PATIENCE).unwrap_or(Event::Tick);
            self.take_in(event)?;
        }
    }

    /// Takes in an event, and goes on where that can be: nobody presses `n` here.
    fn take_in(&mut self, event: Event) -> Result<()> {
        let mut effects = self.session.on(event, Timestamp::now());
        let recorded = self.session.exercise().is_some_and(|exercise| !self.session.progress.entry(exercise).is_open());
        if recorded && self.session.checks.under_way().is_none() {
            effects.extend(self.session.on(Event::Input(Input::Key(Key::Char('n'))), Timestamp::now()));
        }
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<()> {
        for effect in effects {
            match effect {
                Effect::Look(exercises) => self.workers.look(exercises)?,
                Effect::Record(note) => self.workers.record(note),
                // Only keys ask for the others.
                _ => {}
            }
        }
        Ok(())
    }

    fn ended(&mut self) -> Result<Option<u8>> {
        for asked in self.workers.signals.pending() {
            match asked {
                Asked::End(code) => return Ok(Some(code)),
                Asked::Stop => super::signals::stop()?,
                Asked::Continue => self.session.pace.touch(Timestamp::now()),
            }
        }
        let last = match (self.session.exercise(), self.session.pace.pause(Timestamp::now())) {
            (None, _) if self.session.is_at_rest() => FINISHED,
            (Some(_), Some(_)) => PAUSED,
            _ => return Ok(None),
        };
        self.say(last)?;
        Ok(Some(EXIT_DONE))
    }

    /// Says a line with the time of day; not when the reader has seen enough.
    fn say(&mut self, line: &str) -> Result<bool> {
        let line = format!("{} {line}", Timestamp::now().strftime("%H:%M:%SZ"));
        self.printer.line(&Line::from(Span::plain(&line)))?;
        Ok(!self.printer.is_closed())
    }
}
