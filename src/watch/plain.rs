//! The session without a screen: one line a change, for screen readers, dumb terminals and logs.

use std::time::Duration;

use jiff::Timestamp;

use super::announcer::Announcer;
use super::session::{Effect, Event, Session};
use super::signals::{self, Signal, Signals};
use super::workers::Workers;
use crate::failure::{EXIT_DONE, Result};
use crate::progress::Progress;
use crate::ui::screen::Size;
use crate::ui::time::clock;
use crate::ui::{Line, Printer, Span};
use crate::workspace::Workspace;

/// How long to wait for news before asking for signals.
const PATIENCE: Duration = Duration::from_millis(200);
/// The size for which the session lays out pages that nobody sees.
const UNSEEN: Size = Size { columns: 80, rows: 24 };
const FINISHED: &str = "All exercises so far are done.";
const PAUSED: &str = "Nothing has changed for 30 minutes, so this ends here: start it again when you continue.";

/// Announces changes until Ctrl-C, until nothing is left to do, or until nothing has changed for half an hour.
///
/// # Errors
/// If the workspace's progress is damaged, or nothing can be written.
pub fn run(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    let next = progress.step(workspace.settings.steps).filter(|step| step.exercise().is_none());
    let plan = workspace.settings.steps;
    let (session, first) = Session::unattended(workspace.learner(), progress, plan, UNSEEN, Timestamp::now());
    let (announcer, signals) = (Announcer::default(), Signals::catch()?);
    let mut plain = Plain { session, announcer, workers: Workers::new(workspace)?, signals, printer };
    if let Some(step) = next {
        plain.say(&format!("Next is {}: `msl-learn next`. Until then, the account is checked.", step.heading()))?;
    }
    let code = plain.until_left(first);
    plain.workers.finish();
    code
}

struct Plain<'a> {
    session: Session,
    announcer: Announcer,
    workers: Workers,
    signals: Signals,
    printer: &'a mut Printer,
}

impl Plain<'_> {
    fn until_left(&mut self, first: Vec<Effect>) -> Result<u8> {
        self.carry_out(first)?;
        loop {
            let news = self.announcer.news(&self.session);
            for line in &news {
                self.say(line)?;
            }
            if self.printer.is_closed() {
                return Ok(EXIT_DONE);
            }
            if !news.is_empty() {
                self.take_in(Event::Announced)?;
            }
            if let Some(code) = self.ended()? {
                return Ok(code);
            }
            let event = self.workers.events.recv_timeout(PATIENCE).unwrap_or(Event::Tick);
            self.take_in(event)?;
            if self.session.is_past_exercise() {
                self.take_in(Event::GoOn)?;
            }
        }
    }

    fn take_in(&mut self, event: Event) -> Result<()> {
        let effects = self.session.on(event, Timestamp::now());
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<()> {
        for effect in effects {
            match effect {
                Effect::Check(exercises) => self.workers.check(exercises)?,
                Effect::Record(note) => self.workers.record(note),
                // Only keys ask for the others.
                _ => {}
            }
        }
        Ok(())
    }

    fn ended(&mut self) -> Result<Option<u8>> {
        for signal in self.signals.pending() {
            match signal {
                Signal::End(code) => return Ok(Some(code)),
                Signal::Stop => signals::stop()?,
                Signal::Continue => self.take_in(Event::Continued)?,
            }
        }
        let last = match self.session.exercise() {
            None if self.session.is_at_rest() => FINISHED,
            Some(_) if self.session.pause().is_some() => PAUSED,
            _ => return Ok(None),
        };
        self.say(last)?;
        Ok(Some(EXIT_DONE))
    }

    /// Prints a line with the time of day.
    fn say(&mut self, line: &str) -> Result<()> {
        let line = format!("{} {line}", clock(Timestamp::now()));
        self.printer.line(&Line::from(Span::plain(&line)))
    }
}
