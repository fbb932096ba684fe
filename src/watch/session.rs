//! The watch session: what happened goes in, what is to be done comes out. It reads no clock, no file and no network.

mod chapter;
mod checking;
mod checks;
mod event;
mod keys;
mod list;
mod menu;
mod pace;
mod reader;
mod scroll;
mod search;
mod step_keys;
mod view;
mod view_keys;

#[cfg(test)]
mod tests;
#[cfg(test)]
pub use tests::doubles;

use jiff::Timestamp;
use msl_learn_checks::{Learner, Verdict};

use crate::catalog::{Exercise, Plan, Step, fill};
use crate::failure::{EXIT_DONE, EXIT_INTERRUPTED, Failure};
use crate::progress::{Place, Progress};
use crate::ui::screen::{Input, Key, Size};

pub use checks::{Checks, Scope};
pub use event::{Effect, Event, Note, Recorded, TerminalTask};
pub use keys::{Action, BINDINGS, ELSEWHERE};
pub use list::{Filter, List, Row};
pub use menu::{Menu, Purpose};
pub use pace::{CheckOutcome, Pace, Pause};
pub use reader::Reader;
pub use scroll::Scroll;
pub use view::View;

/// Everything that the screen shows.
pub struct Session {
    pub learner: Learner,
    pub progress: Progress,
    /// What is led through.
    pub plan: Plan,
    /// The step that is worked on; none when there is none left.
    pub step: Option<Step>,
    pub checks: Checks,
    pub pace: Pace,
    /// The pages above that of the exercise, the last one on top.
    pub views: Vec<View>,
    /// How far the page of the step is scrolled.
    pub scroll: Scroll,
    pub size: Size,
    pub now: Timestamp,
    /// What the last key or event came to; stays until the next key.
    pub notice: Option<String>,
    /// What the learner should know of the account.
    pub account: Vec<String>,
    /// The account that was seen last.
    place: Option<Place>,
    /// Everything done so far is to be looked at again.
    review_due: bool,
    /// Why the account could not be asked.
    pub trouble: Option<Failure>,
}

impl Session {
    /// A session that works on the next step of the plan, and what is to be done first.
    pub fn new(learner: Learner, progress: Progress, plan: Plan, size: Size, now: Timestamp) -> (Self, Vec<Effect>) {
        let mut session = Self {
            learner,
            progress,
            plan,
            step: None,
            checks: Checks::default(),
            pace: Pace::new(now),
            views: Vec::new(),
            scroll: Scroll::default(),
            size,
            now,
            notice: None,
            account: Vec::new(),
            place: None,
            review_due: false,
            trouble: None,
        };
        let mut effects = session.enter(session.progress.step(plan));
        effects.extend(session.look_when_due());
        (session, effects)
    }

    /// Takes in what happened at `now`, and says what is to be done.
    pub fn on(&mut self, event: Event, now: Timestamp) -> Vec<Effect> {
        self.now = now;
        let mut effects = match event {
            Event::Input(Input::Key(key)) => self.key(key),
            Event::Input(Input::Wheel(steps)) => self.wheel(steps),
            Event::Input(Input::Resized(size)) => self.resize(size),
            Event::Input(Input::Focused) => self.calm(|pace| pace.show(now)),
            Event::Input(Input::Unfocused) => self.calm(|pace| pace.hide(now)),
            Event::Continued => self.calm(|pace| pace.hurry(now)),
            Event::Tick => Vec::new(),
            Event::Reached { place, notes } => self.reached(place, notes),
            Event::Looked(seen) => self.looked(seen),
            Event::LookEnded => self.look_ended(),
            Event::LookFailed(failure) => self.look_failed(failure),
            Event::Recorded(recorded) => self.recorded(recorded),
            Event::NotRecorded(failure) => self.say(failure.to_string()),
            Event::Said(text) => self.say(text),
        };
        effects.extend(self.look_when_due());
        effects
    }

    /// Takes in how many lines the page on top has, once it was drawn. That asks for nothing, so it is no event.
    pub fn drawn(&mut self, lines: usize) {
        match self.views.last_mut() {
            None | Some(View::Question) => self.scroll.drawn(lines, self.size),
            Some(View::Keys(scroll)) => scroll.drawn(lines, self.size),
            // These know their own length.
            Some(View::Reader(_) | View::List(_) | View::Menu(_)) => {}
        }
    }

    /// The exercise that is worked on; none in a chapter to read or a quiz.
    pub fn exercise(&self) -> Option<&'static Exercise> {
        self.step.and_then(Step::exercise)
    }

    /// Works on `step` from now on.
    fn enter(&mut self, step: Option<Step>) -> Vec<Effect> {
        (self.step, self.scroll, self.trouble) = (step, Scroll::default(), None);
        self.views.clear();
        self.pace.hurry(self.now);
        let exercise = self.exercise();
        exercise.into_iter().for_each(|exercise| self.checks.forget(exercise));
        exercise.map(|exercise| Effect::Record(event::Note::Entered(exercise))).into_iter().collect()
    }

    /// Whether the step is done, the chapter open to be read, or the learner went past it.
    pub fn may_go_on(&self) -> bool {
        self.step.is_none_or(|step| {
            let seen = match step {
                Step::Exercise(_) => matches!(self.verdict(), Some(Verdict::Done | Verdict::Asked)),
                Step::Read(_) => self.progress.record(step).shown.is_some(),
                Step::Quiz(_) => false,
            };
            seen || !self.progress.is_open(step)
        })
    }

    /// Whether no look is under way and none is due at once.
    pub fn is_at_rest(&self) -> bool {
        self.checks.under_way().is_none() && !self.review_due
    }

    /// What the exercise leaves behind and costs, once it is done.
    pub fn afterwards(&self) -> Option<String> {
        let exercise = self.exercise().filter(|_| matches!(self.verdict(), Some(Verdict::Done | Verdict::Asked)))?;
        fill(&self.learner, &exercise.afterwards()).ok()
    }

    /// What the last look said of the exercise.
    pub fn verdict(&self) -> Option<Verdict> {
        Some(self.checks.of(self.exercise()?)?.verdict)
    }

    fn calm(&mut self, change: impl FnOnce(&mut Pace)) -> Vec<Effect> {
        change(&mut self.pace);
        Vec::new()
    }

    fn say(&mut self, text: impl Into<String>) -> Vec<Effect> {
        self.notice = Some(text.into());
        Vec::new()
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.pace.touch(self.now);
        self.notice = None;
        match (self.view_key(key), key) {
            (Some(effects), _) => effects,
            (None, Key::Interrupt) => vec![Effect::Quit(EXIT_INTERRUPTED)],
            (None, Key::Stop) => vec![Effect::Stop],
            (None, Key::Char('q')) => vec![Effect::Quit(EXIT_DONE)],
            (None, Key::Esc) => {
                self.views.pop();
                Vec::new()
            }
            (None, key) => self.exercise_key(key),
        }
    }
}
